"""All documents that a person may see, with verdict, owner and use."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import ReferenceIndex

from accessibility.documents.access import may_see_any, visible_documents
from accessibility.documents.presentation import VERDICTS, label_of
from accessibility.documents.verdicts import document_verdict
from core.models import User
from core.services import member_of_staff
from library.models import CustomDocument

PER_PAGE = 50


@dataclass(frozen=True)
class Row:
    """A document as the table shows it."""

    document: CustomDocument
    verdict: str
    owner: User | None
    used: int

    @property
    def title(self) -> str:
        """Return the document's title."""
        return str(self.document.title)

    @property
    def pk(self) -> int:
        """Return the document's key."""
        return int(self.document.pk)


def _address(row: Row) -> str:
    """Return the address of a document's report."""
    return reverse("document_checks:report", args=[row.pk])


class DocumentListView(WagtailAdminTemplateMixin, TemplateView):
    """Newest first; one verdict alone with ``?verdict=failed``."""

    template_name = "accessibility/admin/document_list.html"
    page_title = _("Document checks")
    header_icon = "doc-full-inverse"
    columns = [
        TitleColumn("title", label=_("Document"), get_url=_address),
        Column("verdict", label=_("Verdict")),
        Column("owner", label=_("Owner")),
        Column("used", label=_("Used")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who work with no document."""
        if not may_see_any(member_of_staff(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the table and the choice of verdicts."""
        wanted = self.request.GET.get("verdict", "")
        documents = visible_documents(member_of_staff(self.request)).order_by("-created_at", "-pk")
        if wanted:
            documents = documents.filter(pk__in=[d.pk for d in documents if document_verdict(d).verdict == wanted])
        page = Paginator(documents.select_related("uploaded_by_user"), PER_PAGE).get_page(self.request.GET.get("p"))
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "table": Table(self.columns, [_row(document) for document in page], base_url=self.request.path),
            "page_obj": page,
            "choices": VERDICTS.items(),
            "wanted": wanted,
        }


def _row(document: CustomDocument) -> Row:
    """Return one row; the count is of live and draft objects that point to the document."""
    used = ReferenceIndex.get_references_to(document).values("base_content_type", "object_id").distinct().count()
    return Row(document, label_of(document_verdict(document)), document.uploaded_by_user, used)
