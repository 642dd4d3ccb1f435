"""A person answers what no program can judge."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accessibility.documents.access import may_change
from accessibility.documents.advice import REFUSALS
from accessibility.documents.answers import store_answers
from accessibility.documents.questions import QuestionsForm
from accessibility.documents.verdicts import document_verdict
from accessibility.viewsets.document_report import DocumentReportView
from core.services import member_of_staff


class AnswersView(DocumentReportView):
    """Stores the answers with the verdict on this content; an incomplete form comes back with what was typed."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may read the report but not change the document."""
        if not may_change(member_of_staff(request), self.document):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Store what was answered."""
        document = self.document
        audit = document_verdict(document).audit
        if audit is None or request.POST.get("seen") != audit.sha256:
            messages.error(request, _(REFUSALS["mended_meanwhile"]))
            return redirect("document_checks:report", document.pk)
        self.posted = request.POST
        context = self.get_context_data(**kwargs)
        form: QuestionsForm = context["form"]
        if not form.is_valid():
            return self.render_to_response(context, status=422)
        count = store_answers(document, audit, form.answers, by=member_of_staff(request))
        messages.success(
            request, ngettext("%(count)s answer saved.", "%(count)s answers saved.", count) % {"count": count}
        )
        return redirect("document_checks:report", document.pk)
