"""What the forms room adds to Wagtail's admin."""

from collections.abc import Iterator

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from core.models import User
from core.services import member_of_staff
from forms.bookings.staff.viewset import viewset as calendars
from forms.connections.panel import add_connections
from forms.connections.viewset import viewset as connections
from forms.exchange.history import ACTION
from forms.exchange.screens.upload import places_for
from forms.inbox.access import READ
from forms.inbox.held import add_scanner
from forms.inbox.teams import keep_teams_with_cases
from forms.inbox.viewset import viewset as case_scopes
from forms.library.renewal import renew_forms
from forms.models import FormPage, SharedSteps
from forms.payments.staff.access import VIEW as SEE_PAYMENTS
from forms.payments.staff.refused import add_refused
from forms.payments.staff.viewset import viewset as accounts


class RequestsMenuItem(MenuItem):
    """The inbox, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this member of staff reads requests."""
        return request.user.has_perm(READ)


def inbox_urls() -> list[URLPattern | URLResolver]:
    """Put inbox and authors' tools under the admin, so that its sign-in and second factor hold."""
    return [
        path("requests/", include("forms.inbox.urls")),
        path("forms/", include("forms.trying.urls")),
        path("payments/", include("forms.payments.staff.urls")),
    ]


def inbox_menu_item() -> MenuItem:
    """Link the inbox."""
    return RequestsMenuItem(_("Requests"), reverse("onlineforms_inbox:index"), icon_name="mail", order=250)


class PaymentsMenuItem(MenuItem):
    """Payments, for those who may see them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this member of staff sees payments."""
        return request.user.has_perm(SEE_PAYMENTS)


def payments_menu_item() -> MenuItem:
    """Link the payments."""
    return PaymentsMenuItem(_("Payments"), reverse("onlineforms_payments:index"), icon_name="tag", order=256)


def form_permissions() -> "QuerySet[Permission]":
    """Offer our permissions in the group editor."""
    names = ["view_submission", "change_submission", "see_every_team", "export_submission", "view_person"]
    names += ["subject_rights", "assist", "change_connection", "add_casescope", "change_casescope", "delete_casescope"]
    names += ["add_resource", "change_resource", "delete_resource", "view_payment", "refund_payment"]
    return Permission.objects.filter(content_type__app_label="onlineforms", codename__in=names)


class ImportMenuItem(MenuItem):
    """The import of forms, for those who may add a page somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether there is a place for a form."""
        return bool(places_for(member_of_staff(request)).exists())


def exchange_urls() -> list[URLPattern | URLResolver]:
    """Put the import under the admin."""
    return [path("import-form/", include("forms.exchange.screens.urls"))]


def exchange_menu_item() -> MenuItem:
    """Link the import."""
    return ImportMenuItem(_("Import a form"), reverse("onlineforms_exchange:upload"), icon_name="upload", order=260)


def log_actions(actions: LogActionRegistry) -> None:
    """Name the entry that an import leaves in the history of a page."""
    actions.register_action(ACTION, _("Import"), _("Made from a file"))


def form_tools(page: Page, user: User, next_url: str = "", **_context: object) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's names
    """Link the tools from a form's page in the editor and in lists."""
    if isinstance(page.specific, FormPage) and page.permissions_for_user(user).can_edit():
        tools = (
            (_("Try this form"), "walk", "view"),
            (_("Paths"), "paths", "site"),
            (_("Versions"), "versions", "history"),
        )
        for priority, (label, name, icon) in enumerate(tools, start=60):
            yield Button(
                label, reverse(f"onlineforms_trying:{name}", args=[page.pk]), icon_name=icon, priority=priority
            )


def renew(request: HttpRequest, instance: Model) -> None:
    """Take a change of standard questions to the forms that ask them, and say which took it."""
    if not isinstance(instance, SharedSteps):
        return
    found = renew_forms(instance, member_of_staff(request))
    if found.renewed:
        words = _("These forms ask the new questions from now on: %(forms)s.")
        messages.success(request, words % {"forms": ", ".join(page.title for page in found.renewed)})
    if found.kept:
        words = _("These forms keep the old questions until they are published again: %(forms)s.")
        messages.warning(request, words % {"forms": ", ".join(page.title for page in found.kept)})


hooks.register("after_edit_snippet", renew)
hooks.register("register_page_header_buttons", form_tools)
hooks.register("register_page_listing_more_buttons", form_tools)
hooks.register("register_admin_viewset", lambda: [connections, case_scopes])
hooks.register("register_admin_viewset", lambda: calendars)
hooks.register("register_admin_viewset", lambda: accounts)
hooks.register("before_delete_snippet", keep_teams_with_cases)
hooks.register("register_admin_urls", inbox_urls)
hooks.register("register_admin_urls", exchange_urls)
hooks.register("register_admin_menu_item", exchange_menu_item)
hooks.register("register_log_actions", log_actions)
hooks.register("register_admin_menu_item", inbox_menu_item)
hooks.register("register_admin_menu_item", payments_menu_item)
hooks.register("register_permissions", form_permissions)
hooks.register("construct_homepage_panels", add_scanner)
hooks.register("construct_homepage_panels", add_refused)
hooks.register("construct_homepage_panels", add_connections)
