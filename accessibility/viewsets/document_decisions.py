"""Exempt a document on lawful grounds, or let it through for a short time."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from accessibility.documents.forms import ExemptionForm, OverrideForm
from accessibility.documents.verdicts import document_verdict
from accessibility.viewsets.document_report import OneDocument
from core.services import member_of_staff, record_event


class DecisionView(OneDocument, FormView[ModelForm[Any]]):
    """A form for who has the permission; what is unsafe stays in."""

    template_name = "accessibility/admin/document_decision.html"
    permission = ""
    verb = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those without the permission, and files that could harm."""
        if not request.user.has_perm(self.permission) or document_verdict(self.document).is_unsafe:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Bind the row to the document, its content and the person before it is validated."""
        kwargs = super().get_form_kwargs()
        document = self.document
        instance = self.form_class._meta.model(document=document, granted_by=self.request.user)  # type: ignore[union-attr] # set by subclasses
        if hasattr(instance, "sha256"):
            instance.sha256 = document.sha256
        return kwargs | {"instance": instance}

    def form_valid(self, form: ModelForm[Any]) -> HttpResponse:
        """Store the decision together with the record of it."""
        with transaction.atomic():
            decision = form.save()
            record_event(verb=self.verb, obj=decision, actor=member_of_staff(self.request))
        messages.success(self.request, _("Saved. Residents can open the document now."))
        return super().form_valid(form)

    def form_invalid(self, form: ModelForm[Any]) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way back."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"report_url": self.get_success_url(), "here": self.here}

    def get_success_url(self) -> str:
        """Return the report."""
        return reverse("document_checks:report", args=[self.document.pk])


class ExemptView(DecisionView):
    """On the grounds that the regulations name."""

    form_class = ExemptionForm
    permission = "accessibility.add_lawfulexemption"
    verb = "document.exempt"
    here = gettext_lazy("Exempt on lawful grounds")


class OverrideView(DecisionView):
    """For this content alone, and three months at most."""

    form_class = OverrideForm
    permission = "accessibility.add_documentoverride"
    verb = "document.override"
    here = gettext_lazy("Let through for now")
