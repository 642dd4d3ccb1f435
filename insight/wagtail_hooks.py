"""Where the screens of this room stand in Wagtail's admin."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.models import User
from insight.dashboards import menu
from insight.entry.codes import code
from insight.entry.views import PERMISSION as ENTRY
from insight.entry.views import EntryView
from insight.panel.staff import SurveyView
from insight.reports.views import PERMISSION, FeedbackReportView, PageFeedbackView
from insight.sources.views import ImportView
from insight.viewsets import ANSWERED, VIEWSETS, AnswersOnly

for answered in ANSWERED:
    register_permission_policy(answered, AnswersOnly(answered))
for viewset in VIEWSETS:
    register_snippet(viewset)


class EntryMenuItem(MenuItem):
    """Shown to whoever may enter answers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user holds the permission."""
        return bool(request.user.has_perm(ENTRY))


class FeedbackMenuItem(MenuItem):
    """Shown to whoever may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user holds the permission."""
        return bool(request.user.has_perm(PERMISSION))


def admin_urls() -> list[URLPattern]:
    """Give both screens their addresses."""
    return [
        path("reports/feedback/", FeedbackReportView.as_view(), name="insight_report"),
        path("insight/answers/", EntryView.as_view(), name="insight_entry"),
        path("insight/import/", ImportView.as_view(), name="insight_import"),
        path("insight/places/<int:place_id>/code.svg", code, name="insight_place_code"),
        path("insight/pages/<int:page_id>/", PageFeedbackView.as_view(), name="insight_page"),
        path("insight/panel/<int:survey_id>/", SurveyView.as_view(), name="insight_panel"),
        *menu.urls(),
    ]


def report_menu_item() -> MenuItem:
    """Put the report among Wagtail's own."""
    return FeedbackMenuItem(_("Feedback"), reverse("insight_report"), name="feedback", icon_name="comment", order=900)


def entry_menu_item() -> MenuItem:
    """Put the screen for answers by phone, counter and paper beside it."""
    return EntryMenuItem(
        _("Enter answers"), reverse("insight_entry"), name="enter-answers", icon_name="edit", order=910
    )


def import_menu_item() -> MenuItem:
    """Put the screen that imports registers beside it."""
    return EntryMenuItem(
        _("Import registers"), reverse("insight_import"), name="import-registers", icon_name="upload", order=920
    )


def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's signature
    """Lead from the page editor to what residents said about the page."""
    if page.permissions_for_user(user).can_edit():
        yield Button(_("What residents said"), reverse("insight_page", args=[page.pk]), icon_name="comment", priority=5)


def listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's signature
    """The same from the list of pages."""
    if page.permissions_for_user(user).can_edit():
        yield ListingButton(_("What residents said"), reverse("insight_page", args=[page.pk]), priority=60)


hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_menu_item", menu.menu_item)
hooks.register("register_reports_menu_item", report_menu_item)
hooks.register("register_reports_menu_item", entry_menu_item)
hooks.register("register_reports_menu_item", import_menu_item)
hooks.register("register_page_header_buttons", header_button)
hooks.register("register_page_listing_buttons", listing_button)
