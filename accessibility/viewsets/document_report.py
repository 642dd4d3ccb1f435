"""The report on one document: problems, mends, what passed and what a person must judge."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents import presentation
from accessibility.documents.access import may_change, visible_documents
from accessibility.documents.advice import Program
from accessibility.documents.answers import answers_to
from accessibility.documents.base import Kind
from accessibility.documents.comparison import since_the_version_before
from accessibility.documents.offers import LANGUAGES, Typed
from accessibility.documents.publication import page_maker
from accessibility.documents.questions import QuestionsForm
from accessibility.documents.verdicts import document_findings, document_verdict, ensure_checked
from accessibility.models import DocumentAudit
from core.services import member_of_staff
from library.models import CustomDocument
from library.services import Decision, decide

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


#: Where the session keeps the program that the author works with.
PROGRAM = "document_checks.program"


class OneDocument(WagtailAdminTemplateMixin):
    """What the pages about one document share; a document that the person may not see is not found (404)."""

    request: HttpRequest
    kwargs: dict[str, Any]
    header_icon = "doc-full-inverse"
    here: "StrOrPromise" = ""

    @property
    def document(self) -> CustomDocument:
        """Return the document of the address."""
        return get_object_or_404(visible_documents(member_of_staff(self.request)), pk=self.kwargs["document_id"])

    def get_page_title(self) -> str:
        """Return the document's title."""
        return str(self.document.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > this document > this page."""
        document = self.document
        last = [{"url": "", "label": self.here}] if self.here else []
        report = reverse("document_checks:report", args=[document.pk]) if last else ""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        return [*self.breadcrumbs_items, index, {"url": report, "label": document.title}, *last]


def may_become_page(document: CustomDocument, audit: DocumentAudit | None) -> bool:
    """Return whether the document is a Word file that nothing unsafe is in, and somebody makes pages."""
    is_word = audit is not None and audit.format == Kind.DOCX and not audit.unsafe
    return page_maker() is not None and is_word and document.file_extension.lower() == Kind.DOCX


class DocumentReportView(OneDocument, TemplateView):
    """Shows what is known now."""

    template_name = "accessibility/admin/document_report.html"

    typed: Typed | None = None
    posted: QueryDict | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add verdict and findings, sorted by what they do."""
        document = self.document
        verdict = document_verdict(document)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "document": document,
            "verdict": verdict,
            "label": presentation.label_of(verdict),
            "gets_older": decide(document) is Decision.LAST_PASSED,
            "reasons": list(presentation.reasons(verdict)),
            "usage": [(obj, references) for obj, references in document.get_usage()[:20]],
            "may_exempt": self.request.user.has_perm("accessibility.add_lawfulexemption"),
            "may_become_page": may_become_page(document, verdict.audit),
            "may_override": self.request.user.has_perm("accessibility.add_documentoverride"),
        }
        return context | (self._sections(document, verdict.audit) if verdict.audit else {})

    def _sections(self, document: CustomDocument, audit: DocumentAudit) -> dict[str, Any]:
        """Return the parts of the report."""
        found = document_findings(document)
        program = self._program(audit)
        may_mend = may_change(member_of_staff(self.request), document)
        view = presentation.View(
            audit, program, str(document.title), may_mend=may_mend, typed=self.typed, document_id=document.pk
        )
        form = QuestionsForm(presentation.problems(found, view, "M"), answers_to(audit), self.posted)
        return {
            "form": form,
            "comparison": since_the_version_before(document, audit),
            "program": program,
            "programs": presentation.programs_for(audit),
            "open": sum(question.is_open for question in form.questions),
            "may_mend": may_mend,
            "blocking": presentation.problems(found, view, "B"),
            "warnings": presentation.problems(found, view, "W"),
            "advisory": presentation.problems(found, view, "advisory"),
            "passed": presentation.passed_criteria(found, audit),
            "ending": presentation.ending(program),
            "languages": LANGUAGES.items(),
        }

    def _program(self, audit: DocumentAudit) -> Program:
        """Return the program that the author chose in this session, else the one that the file came from."""
        choices = presentation.programs_for(audit)
        chosen = self.request.GET.get("program")
        if chosen in choices:
            self.request.session[PROGRAM] = chosen
        kept = self.request.session.get(PROGRAM)
        return Program(kept) if kept in choices else presentation.program_of(audit)


class CheckNowView(OneDocument, View):
    """Checks at once, for an author who does not want to wait for the worker."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Run the sealed process and go back to the report."""
        document = self.document
        audit = document_verdict(document).audit
        if audit and audit.verdict == DocumentAudit.Verdict.COULD_NOT_CHECK:
            audit.delete()
        if ensure_checked(document) is None:
            messages.error(request, _("The stored file has changed since it was uploaded. Upload it again."))
        return redirect("document_checks:report", document.pk)
