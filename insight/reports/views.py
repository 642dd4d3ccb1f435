"""Two admin screens: one page's feedback for whoever may edit it, and the report of all pages and forms."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.models import Page

from core.services import write_csv
from core.staff_screen import StaffScreen
from insight.dashboards.board import asked
from insight.questions import PAGE_USEFUL
from insight.reports import queries
from insight.reports.chart import bars

PERMISSION = "insight.view_event"


class PageFeedbackView(StaffScreen, TemplateView):
    """What residents said about one page."""

    template_name = "insight/admin/page.html"
    page_title = gettext_lazy("What residents said")
    header_icon = "comment"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1)

    def allowed(self) -> bool:
        """Let in whoever may edit this page."""
        return bool(self.page.permissions_for_user(self.request.user).can_edit())

    def get_page_subtitle(self) -> str:
        """Return the page's title."""
        return str(self.page.get_admin_display_title())

    def above(self) -> list[dict[str, str]]:
        """Lead back to the page's editor."""
        return [{"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the feedback and its chart."""
        feedback = queries.page_feedback(self.page)
        context = {"feedback": feedback, "bars": bars(feedback.weeks), "since": queries.since()}
        return super().get_context_data(**context, asked=asked(PAGE_USEFUL), **kwargs)


class FeedbackReportView(StaffScreen, TemplateView):
    """All pages and forms with their answers of the last 90 days, on screen or as CSV."""

    template_name = "insight/admin/report.html"
    page_title = gettext_lazy("Feedback")
    header_icon = "comment"
    permission = PERMISSION

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the tables, or send the file."""
        if request.GET.get("export") == "csv":
            return download()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add both tables."""
        tables = {"pages": queries.page_rows(), "forms": queries.form_rows(), "since": queries.since()}
        return super().get_context_data(**tables, **kwargs)


def download() -> HttpResponse:
    """Return the report as CSV: one row a page or form, counts, the fixed name of its figure and the interval."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="feedback.csv"'
    write_csv(_lines(), response)  # type: ignore[arg-type] # a response is written to like a text file
    return response


def _lines() -> Iterator[Sequence[object]]:
    heads = (
        "kind",
        "name",
        "answers",
        "r1",
        "r2",
        "r3",
        "r4",
        "r5",
        "comments",
        "finished",
        "figure",
        "value",
        "low",
        "high",
    )
    yield heads
    for kind, rows in (("page", queries.page_rows()), ("form", queries.form_rows())):
        for row in rows:
            score, ends = row.score, row.score.interval or ("", "")
            value = "" if score.value is None else round(score.value, 1)
            limits = (round(end, 1) if isinstance(end, float) else end for end in ends)
            yield (kind, row.name, sum(row.counts), *row.counts, row.comments, row.finished, score.name, value, *limits)
