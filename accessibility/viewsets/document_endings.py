"""Renew an exemption, or end an exemption or an override before its time."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.exemptions import end
from accessibility.models import DocumentOverride, LawfulExemption
from accessibility.viewsets.document_decisions import ExemptView, OverrideView
from core.services import member_of_staff, record_event


class RenewView(ExemptView):
    """Grant it again after a look: a new row, so that each year's reason is kept."""

    here = gettext_lazy("Renew the exemption")
    verb = "document.exempt.renew"

    @property
    def exemption(self) -> LawfulExemption:
        """Return the exemption of the address; one that a person has ended is not found (404)."""
        rows = LawfulExemption.objects.select_related("document", "owner")
        return get_object_or_404(rows, pk=self.kwargs["exemption_id"], ended_on=None)

    @property
    def document(self) -> Any:
        """Return the document of the exemption."""
        return self.exemption.document

    def get_initial(self) -> dict[str, Any]:
        """Start from what was said last time."""
        last = self.exemption
        return {**super().get_initial(), "kind": last.kind, "reason": last.reason, "owner": last.owner_id}

    def form_valid(self, form: Any) -> HttpResponse:
        """End the old row and store the new one, or neither."""
        with transaction.atomic():
            end(self.exemption, by=member_of_staff(self.request), reason=_("Renewed."))
            return super().form_valid(form)

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse("document_checks:exemptions")


class EndForm(forms.Form):
    """Why it ends."""

    reason = forms.CharField(label=gettext_lazy("Why does it end?"), widget=forms.Textarea(attrs={"rows": 3}))


class EndView(WagtailAdminTemplateMixin, FormView[EndForm]):
    """End a decision before its time: the document was mended, or the grounds are gone."""

    form_class = EndForm
    template_name = "accessibility/admin/document_decision.html"
    header_icon = "doc-full-inverse"
    success_url = reverse_lazy("document_checks:exemptions")
    _show_breadcrumbs = True
    permission = ""
    verb = ""
    button = gettext_lazy("End it")
    kwargs: dict[str, Any]

    def rows(self) -> QuerySet[Any]:
        """Return what can be ended."""
        raise NotImplementedError

    def here(self, title: str) -> str:
        """Return the heading for a document."""
        raise NotImplementedError

    @property
    def decision(self) -> LawfulExemption | DocumentOverride:
        """Return the row of the address; one that counts no longer is not found (404)."""
        row: LawfulExemption | DocumentOverride = get_object_or_404(self.rows(), pk=self.kwargs["pk"])
        return row

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may not grant."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > Exemptions > this."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        every = {"url": reverse("document_checks:exemptions"), "label": _("Exemptions")}
        return [*self.breadcrumbs_items, index, every, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which document, what was said when it was granted, what follows, and the way back."""
        decision = self.decision
        return super().get_context_data(
            here=self.here(str(decision.document.title)),
            said=decision.reason,
            warning=_("If the document has not passed its check, residents cannot open it from then on."),
            report_url=self.success_url,
            button=self.button,
            **kwargs,
        )

    def form_valid(self, form: EndForm) -> HttpResponse:
        """End it, with the record of who did."""
        person, decision = member_of_staff(self.request), self.decision
        with transaction.atomic():
            end(decision, by=person, reason=form.cleaned_data["reason"])
            record_event(verb=self.verb, obj=decision, actor=person)
        messages.success(self.request, _("It has ended. The document counts by its own verdict again."))
        return super().form_valid(form)

    def form_invalid(self, form: EndForm) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class EndExemptionView(EndView):
    """Of an exemption that nobody has ended; its date may be over."""

    page_title = gettext_lazy("End the exemption")
    permission = ExemptView.permission
    verb = "document.exempt.end"

    def rows(self) -> QuerySet[LawfulExemption]:
        """Return the exemptions that nobody has ended."""
        return LawfulExemption.objects.filter(ended_on=None).select_related("document")

    def here(self, title: str) -> str:
        """Name the document."""
        return _("End the exemption of “%(title)s”") % {"title": title}


class EndOverrideView(EndView):
    """Of an override that still counts."""

    page_title = gettext_lazy("Stop letting it through")
    permission = OverrideView.permission
    verb = "document.override.end"

    def rows(self) -> QuerySet[DocumentOverride]:
        """Return the overrides that are in force."""
        return DocumentOverride.objects.in_force().select_related("document")

    def here(self, title: str) -> str:
        """Name the document."""
        return _("Stop letting “%(title)s” through") % {"title": title}
