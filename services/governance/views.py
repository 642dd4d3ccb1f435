"""The report of pages to look after, for whoever may change pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from core.services import write_csv
from core.staff_screen import StaffScreen
from services.governance import pages

LISTS = {
    "overdue": ("Overdue", "Their review date has passed.", pages.overdue),
    "without-owner": ("Without an owner", "No team looks after them.", pages.without_owner),
    "unloved": ("Unloved", "Fewer than 60 in 100 people found them useful, of 30 answers or more.", pages.unloved),
    "unfindable": ("Unfindable", "Words that people searched for and found nothing.", pages.unfindable),
    "unread": ("Unread", "Live for 90 days, and nobody answered or wrote about them. A sign, no proof.", pages.unread),
}


class CareReport(StaffScreen, TemplateView):
    """All lists on one page; ``?export=<list>`` gives one as CSV."""

    template_name = "services/admin/care.html"
    page_title = "Pages to look after"
    header_icon = "form"

    def allowed(self) -> bool:
        """Let in whoever may change pages."""
        return bool(page_permission_policy.user_has_any_permission(self.request.user, {"add", "change", "publish"}))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the lists, or give one as a file."""
        wanted = request.GET.get("export", "")
        if wanted not in LISTS:
            shown: HttpResponse = super().get(request, *args, **kwargs)
            return shown
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{wanted}.csv"'
        rows = [(row.title, row.team, row.note, row.url) for row in LISTS[wanted][2]()]
        write_csv([("page", "team", "note", "address"), *rows], response)  # type: ignore[arg-type] # it is a text file
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add ``lists``."""
        lists = [
            {"key": key, "name": name, "what": what, "rows": list(of())} for key, (name, what, of) in LISTS.items()
        ]
        return {**super().get_context_data(**kwargs), "lists": lists}


def report_url() -> list[URLPattern]:
    """Put the report under the admin's reports."""
    return [path("reports/care/", CareReport.as_view(), name="services_care")]


def report_menu_item() -> MenuItem:
    """Lead there from the menu."""
    return MenuItem("Pages to look after", reverse("services_care"), icon_name="form", order=250)


hooks.register("register_admin_urls", report_url)
hooks.register("register_reports_menu_item", report_menu_item)
