"""Where the screens of this room stand in Wagtail's admin."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from core.models import User
from insight.models import Action, Alarm
from insight.reports.views import PERMISSION, FeedbackReportView, PageFeedbackView


class ActionCreateView(CreateView):
    """A new task, with the words of residents that an editor came from."""

    def get_initial(self) -> dict[str, str]:
        """Take the words from the address."""
        said = self.request.GET.get("said", "")
        return {"said": said} if said else {}


class ActionViewSet(SnippetViewSet):
    """You said, we did: written by staff, read by residents."""

    model = Action
    add_view_class = ActionCreateView
    icon = "success"
    menu_label = _("You said, we did")
    list_display = ["said", "state", "due_on", "published_on"]
    list_filter = ["state"]


class AnswersOnly(ModelPermissionPolicy):
    """The watch raises alarms: nobody writes or removes one by hand, superusers neither."""

    def user_has_permission(self, user: User, action: str) -> bool:
        """Return whether ``user`` may look at alarms, or answer them."""
        return action in ("view", "change") and bool(super().user_has_permission(user, action))


class AlarmViewSet(SnippetViewSet):
    """Falls in satisfaction, raised by the daily watch; a person answers each."""

    model = Alarm
    icon = "warning"
    menu_label = _("Alarms")
    list_display = ["name", "usual", "recent", "answers", "began_on", "state", "owner", "due_on"]
    list_filter = ["state", "owner"]
    copy_view_enabled = False


register_permission_policy(Alarm, AnswersOnly(Alarm))
register_snippet(ActionViewSet)
register_snippet(AlarmViewSet)


class FeedbackMenuItem(MenuItem):
    """Shown to whoever may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user holds the permission."""
        return bool(request.user.has_perm(PERMISSION))


def admin_urls() -> list[URLPattern]:
    """Give both screens their addresses."""
    return [
        path("reports/feedback/", FeedbackReportView.as_view(), name="insight_report"),
        path("insight/pages/<int:page_id>/", PageFeedbackView.as_view(), name="insight_page"),
    ]


def report_menu_item() -> MenuItem:
    """Put the report among Wagtail's own."""
    return FeedbackMenuItem(_("Feedback"), reverse("insight_report"), name="feedback", icon_name="comment", order=900)


def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's signature
    """Lead from the page editor to what residents said about the page."""
    if page.permissions_for_user(user).can_edit():
        yield Button(_("What residents said"), reverse("insight_page", args=[page.pk]), icon_name="comment", priority=5)


def listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's signature
    """The same from the list of pages."""
    if page.permissions_for_user(user).can_edit():
        yield ListingButton(_("What residents said"), reverse("insight_page", args=[page.pk]), priority=60)


hooks.register("register_admin_urls", admin_urls)
hooks.register("register_reports_menu_item", report_menu_item)
hooks.register("register_page_header_buttons", header_button)
hooks.register("register_page_listing_buttons", listing_button)
