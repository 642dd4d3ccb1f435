"""Where the screens of this room stand in Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from core.models import User
from updates.desk.adding import AddLanguageView
from updates.desk.newsletters import SEND, SendView
from updates.desk.numbers import NumbersView
from updates.desk.telling import TellView, followers_of
from updates.models import Newsletter


class NobodysOnceSent(ModelPermissionPolicy):
    """What was sent stays as it was: nobody changes or deletes it, superusers neither."""

    def user_has_permission_for_instance(self, user: User, action: str, instance: Newsletter) -> bool:
        """Return whether ``user`` may do that with this newsletter."""
        if action in ("change", "delete") and not instance.may_change:
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))


class OnceSent:
    """Leads from the form of a newsletter that is on its way, or was, to what became of it."""

    object: Newsletter

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let drafts through only."""
        if not self.object.may_change:
            messages.warning(request, _("A newsletter that is scheduled or sent stays as it is."))
            return HttpResponseRedirect(reverse("updates_send", args=[self.object.pk]))
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # Wagtail's view
        return answer


class NewsletterEditView(OnceSent, EditView):
    """The form of a draft."""


class NewsletterDeleteView(OnceSent, DeleteView):
    """Delete a draft."""


class NewsletterViewSet(SnippetViewSet):
    """Newsletters: written here, looked at beside the form, sent on a screen of their own."""

    model = Newsletter
    icon = "mail"
    menu_label = gettext_lazy("Newsletters")
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["subject", "state", "send_at", "sent_at"]
    list_filter = ["state"]
    copy_view_enabled = False
    edit_view_class = NewsletterEditView
    delete_view_class = NewsletterDeleteView


register_permission_policy(Newsletter, NobodysOnceSent(Newsletter))
register_snippet(NewsletterViewSet)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator] # Wagtail has no types
def screens() -> list[URLPattern]:
    """Put the screens under the admin."""
    letter = "updates/newsletters/<uuid:newsletter_id>/"
    return [
        path("updates/tell/<int:page_id>/", TellView.as_view(), name="updates_tell"),
        path(letter, SendView.as_view(), name="updates_send"),
        path(f"{letter}language/", AddLanguageView.as_view(), name="updates_add_language"),
        path("reports/updates/", NumbersView.as_view(), name="updates_numbers"),
    ]


class NumbersMenuItem(MenuItem):
    """Shown to those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the right of the report."""
        return bool(request.user.has_perm(NumbersView.permission))


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator] # Wagtail has no types
def numbers_menu_item() -> MenuItem:
    """Lead to the report."""
    return NumbersMenuItem(gettext_lazy("People who get updates"), reverse("updates_numbers"), icon_name="mail")


@hooks.register("register_snippet_listing_buttons")  # type: ignore[untyped-decorator] # Wagtail has no types
def send_button(snippet: object, user: User, next_url: str = "") -> Iterator[ListingButton]:  # noqa: ARG001 - Wagtail's contract
    """Lead from the list to the screen where it is sent."""
    if isinstance(snippet, Newsletter) and user.has_perm(SEND):
        yield ListingButton(_("Check and send"), reverse("updates_send", args=[snippet.pk]), priority=5)


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator] # Wagtail has no types
def tell_button(page: Page, user: User, view_name: str, next_url: str = "") -> Iterator[Button]:  # noqa: ARG001 - Wagtail's contract
    """Lead from a live page to the sentence on what has changed."""
    if page.live and page.permissions_for_user(user).can_publish():
        address = reverse("updates_tell", args=[page.pk])
        yield Button(_("Tell people what has changed"), address, icon_name="mail", priority=90)


@hooks.register("after_publish_page")  # type: ignore[untyped-decorator] # Wagtail has no types
def offer_to_tell(request: HttpRequest, page: Page) -> None:
    """Say after publishing that people follow the page: nobody is told by itself."""
    if page.live and followers_of(page):
        messages.info(request, _("People follow this page. If they should know, use “Tell people what has changed”."))
