"""All documents that a person may see, worst first: verdict, owner, age, downloads and use."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.access import may_see_any, may_see_exemptions, sees_all, visible_documents
from accessibility.documents.presentation import VERDICTS, label_of
from accessibility.reports.backlog import EXEMPT, BacklogRow, backlog
from core.services import member_of_staff, write_csv

PER_PAGE = 50


class DocumentRows:
    """The rows that a person asked for: one verdict with ``?verdict=failed``, one owner with ``?owner=3``."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who work with no document."""
        if not may_see_any(member_of_staff(request)):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # a mixin of views
        return response

    def all_rows(self) -> list[BacklogRow]:
        """Return every document that the person may see, worst first."""
        return backlog(visible_documents(member_of_staff(self.request)))

    def chosen(self, rows: list[BacklogRow]) -> list[BacklogRow]:
        """Return those that the address asks for."""
        verdict, owner = self.request.GET.get("verdict", ""), self.request.GET.get("owner", "")
        if verdict:
            rows = [row for row in rows if verdict in (row.state, row.verdict.verdict)]
        if owner:
            rows = [row for row in rows if str(row.document.uploaded_by_user_id or 0) == owner]
        return rows


def _address(row: BacklogRow) -> str:
    """Return the address of a document's report."""
    return reverse("document_checks:report", args=[row.document.pk])


def _age(row: BacklogRow) -> str:
    """Return how long ago the document was uploaded, in its largest unit."""
    return timesince(row.document.created_at, depth=1)


class DocumentListView(DocumentRows, WagtailAdminTemplateMixin, TemplateView):
    """The dashboard of everybody who works with documents."""

    template_name = "accessibility/admin/document_list.html"
    page_title = gettext_lazy("Document checks")
    header_icon = "doc-full-inverse"
    _show_breadcrumbs = True
    columns = [
        TitleColumn("title", label=gettext_lazy("Document"), accessor="document.title", get_url=_address, width="180"),
        Column("verdict", label=gettext_lazy("Verdict"), accessor=lambda row: label_of(row.verdict)),
        Column("owner", label=gettext_lazy("Owner"), accessor=lambda row: row.owner or _("nobody")),
        Column("age", label=gettext_lazy("Age"), accessor=_age),
        Column("downloads", label=gettext_lazy("Downloads in 30 days")),
        Column("used", label=gettext_lazy("Pages that use it")),
    ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the table and what can be chosen. The number of queries does not grow with the documents."""
        rows = self.all_rows()
        chosen = self.chosen(rows)
        page = Paginator(chosen, PER_PAGE).get_page(self.request.GET.get("p"))
        wanted = {name: self.request.GET.get(name, "") for name in ("verdict", "owner")}
        choices = {verdict.value: label for verdict, label in VERDICTS.items()}
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "table": Table(self.columns, list(page), base_url=self.request.path),
            "page_obj": page,
            "choices": {**choices, EXEMPT: _("Exempt or let through")}.items(),
            "owners": sorted({(row.owner.pk, str(row.owner)) for row in rows if row.owner}, key=lambda pair: pair[1]),
            "unowned": any(row.owner is None for row in rows),
            "wanted": wanted,
            "query": urlencode({name: value for name, value in wanted.items() if value}),
            "total": len(chosen),
            "sees_all": sees_all(member_of_staff(self.request)),
            "may_see_exemptions": may_see_exemptions(member_of_staff(self.request)),
        }


class DocumentCsvView(DocumentRows, View):
    """The same rows for a spreadsheet."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return all chosen documents, worst first."""
        response = HttpResponse(
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="documents.csv"'},
        )
        head = ["id", "title", "file", "verdict", "state", "owner", "uploaded", "age in days", "downloads in 30 days"]
        rows = [self._row(request, row) for row in self.chosen(self.all_rows())]
        write_csv([[*head, "used", "report"], *rows], response)  # type: ignore[arg-type] # written to as a text file is
        return response

    def _row(self, request: HttpRequest, row: BacklogRow) -> list[object]:
        """Return one document."""
        return [
            row.document.pk,
            row.document.title,
            row.document.filename,
            row.verdict.verdict.value,
            row.state,
            str(row.owner or ""),
            row.document.created_at.date(),
            row.age.days,
            row.downloads,
            row.used,
            request.build_absolute_uri(_address(row)),
        ]
