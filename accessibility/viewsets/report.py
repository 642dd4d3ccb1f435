"""The accessibility report: a sentence, a table, each page's findings, and the same as CSV."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from accessibility.browser.executable import chromium
from accessibility.gate.words import edit_url
from accessibility.models import InvariantRun
from accessibility.panels import panel_content
from accessibility.reports.backlog import document_counts
from accessibility.reports.charts import criteria_chart, state_charts, trend
from accessibility.reports.site import PageRow, State, counts_of, page_rows
from accessibility.viewsets.subjects import may_edit
from core.services import write_csv

PERMISSION = "accessibility.view_report"
PAGES_A_SCREEN = 50
#: The table above has all pages, worst first; this list is for snippets and for a first look.
MISSES_SHOWN = 50


class ReportView(WagtailAdminTemplateMixin, TemplateView):
    """All pages, worst first; whoever may not view the report sees the pages that they look after."""

    _show_breadcrumbs = True
    header_icon = "glasses"
    request: HttpRequest

    page_title = gettext_lazy("Accessibility report")
    template_name = "accessibility/admin/report.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return counts, one screen of pages, documents by verdict and the last look at everything live."""
        mine, may_see_all = only_mine(self.request), self.request.user.has_perm(PERMISSION)
        rows, invariants = rows_for(self.request), InvariantRun.objects.order_by("-finished_at").first()
        missed = invariants.misses if invariants else []
        return super().get_context_data(
            mine=mine,
            may_see_all=may_see_all,
            may_sign=self.request.user.has_perm("accessibility.sign_statement"),
            charts=[*state_charts(rows), criteria_chart([row.run.pk for row in rows if row.run])],
            states=list(State),
            trend=None if mine else trend(),
            counts=counts_of(rows),
            rows=Paginator(rows, PAGES_A_SCREEN).get_page(self.request.GET.get("p")),
            total=len(rows),
            documents=document_counts(),
            invariants=invariants,
            misses=[miss | {"url": address_of(miss)} for miss in missed[:MISSES_SHOWN]],
            more_misses=max(0, len(missed) - MISSES_SHOWN),
            has_browser=chromium() is not None,
            **kwargs,
        )


def address_of(miss: dict[str, Any]) -> str:
    """Return where something that is live without a pass can be mended; "" where that is nowhere."""
    try:
        model = apps.get_model(miss["kind"])
    except LookupError:
        return ""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[miss["object_id"]])
    return edit_url(model(pk=miss["object_id"]))


def only_mine(request: HttpRequest) -> bool:
    """Return whether only one's own pages are shown: by choice, or because one may not view the report."""
    return bool(request.GET.get("mine")) or not request.user.has_perm(PERMISSION)


def rows_for(request: HttpRequest) -> list[PageRow]:
    """Return all pages, or those that the person, or a team with their address, looks after."""
    rows, user = page_rows(), request.user
    if not only_mine(request):
        return rows
    address = getattr(user, "email", "")
    return [row for row in rows if row.page.owner_id == user.pk or (address and row.keeper.email == address)]


class PageFindingsView(WagtailAdminTemplateMixin, TemplateView):
    """One page: what the static rules and the browser found."""

    _show_breadcrumbs = True
    header_icon = "glasses"
    request: HttpRequest
    template_name = "accessibility/admin/report_page.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may neither view the report nor edit the page."""
        if not (request.user.has_perm(PERMISSION) or may_edit(request, self.get_object())):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_page_title(self) -> str:
        """Return the page's title."""
        return str(self.get_object().title)

    def get_object(self) -> Page:
        """Return the page or 404."""
        return get_object_or_404(Page, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, over the report."""
        report = {"url": reverse("accessibility_report"), "label": _("Accessibility report")}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the stored findings."""
        page = self.get_object()
        content = panel_content(page)
        found = content.run.findings.order_by("owner", "rule") if content.run else []
        return super().get_context_data(page=page, content=content, browser_findings=found, **kwargs)


def report_csv(request: HttpRequest) -> HttpResponse:
    """Return all pages, or one's own, as CSV."""
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="accessibility-report.csv"'},
    )
    head = ["page", "address", "language", "owner", "template", "state"]
    head += ["faults in the content", "browser: author", "browser: template"]
    rows = [
        [
            row.page.title,
            row.page.url or "",
            row.page.locale.language_code,
            row.keeper.name,
            row.kind,
            row.state.value,
            row.static,
            row.author,
            row.template,
        ]
        for row in rows_for(request)
    ]
    write_csv([head, *rows], response)  # type: ignore[arg-type] # a response is written to as a text file is
    return response


class ReportMenuItem(MenuItem):
    """Shown to those who may view it, and to all who write pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may view it or has pages to look after."""
        policy = PagePermissionPolicy()
        return request.user.has_perm(PERMISSION) or policy.user_has_any_permission(request.user, ["add", "change"])


urlpatterns = [
    path("accessibility/", ReportView.as_view(), name="accessibility_report"),
    path("accessibility/report.csv", report_csv, name="accessibility_report_csv"),
    path("accessibility/page/<int:pk>/", PageFindingsView.as_view(), name="accessibility_report_page"),
]
menu_item = ReportMenuItem(
    gettext_lazy("Accessibility report"),
    reverse_lazy("accessibility_report"),
    name="accessibility-report",
    icon_name="glasses",
    order=850,
)
