"""All exemptions and overrides with their reasons; renew one, or end it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.access import sees_all
from accessibility.documents.exemptions import NOTICE, end
from accessibility.models import DocumentOverride, LawfulExemption
from accessibility.viewsets.document_decisions import ExemptView
from core.services import member_of_staff, record_event

PERMISSION = "accessibility.add_lawfulexemption"


class ExemptionsView(WagtailAdminTemplateMixin, TemplateView):
    """What the law or a person lets out in spite of its verdict: soonest review first, then what has ended."""

    template_name = "accessibility/admin/exemptions.html"
    page_title = gettext_lazy("Exemptions")
    header_icon = "doc-full-inverse"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who neither grant nor audit."""
        if not request.user.has_perm(PERMISSION) and not sees_all(member_of_staff(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > Exemptions."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return three lists; each is one query."""
        today = timezone.localdate()
        rows = LawfulExemption.objects.select_related("document", "owner", "granted_by", "ended_by")
        current = rows.in_force().order_by("review_on", "pk")
        overrides = DocumentOverride.objects.filter(until__gte=today).select_related("document", "granted_by")
        return super().get_context_data(
            current=current,
            soon=today + NOTICE,
            ended=rows.exclude(pk__in=current.values("pk")).order_by("-review_on", "-pk")[:100],
            overrides=overrides.order_by("until", "pk"),
            may_decide=self.request.user.has_perm(PERMISSION),
            **kwargs,
        )


class OneExemption:
    """What renewing and ending share: an exemption that still counts, or ended by its date."""

    kwargs: dict[str, Any]

    @property
    def exemption(self) -> LawfulExemption:
        """Return the exemption of the address; one that a person has ended is not found (404)."""
        rows = LawfulExemption.objects.select_related("document", "owner")
        return get_object_or_404(rows, pk=self.kwargs["exemption_id"], ended_on=None)


class RenewView(OneExemption, ExemptView):
    """Grant it again after a look: a new row, so that each year's reason is kept."""

    here = gettext_lazy("Renew the exemption")
    verb = "document.exempt.renew"

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


class EndView(OneExemption, WagtailAdminTemplateMixin, FormView[EndForm]):
    """End an exemption before its time: the document was mended, or the grounds are gone."""

    form_class = EndForm
    template_name = "accessibility/admin/document_decision.html"
    page_title = gettext_lazy("End the exemption")
    header_icon = "doc-full-inverse"
    success_url = reverse_lazy("document_checks:exemptions")
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may not grant."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > Exemptions > this."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        every = {"url": reverse("document_checks:exemptions"), "label": _("Exemptions")}
        return [*self.breadcrumbs_items, index, every, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which document, and the way back."""
        here = _("End the exemption of “%(title)s”") % {"title": self.exemption.document.title}
        return super().get_context_data(here=here, report_url=self.success_url, **kwargs)

    def form_valid(self, form: EndForm) -> HttpResponse:
        """End it, with the record of who did."""
        person = member_of_staff(self.request)
        exemption = self.exemption
        with transaction.atomic():
            end(exemption, by=person, reason=form.cleaned_data["reason"])
            record_event(verb="document.exempt.end", obj=exemption, actor=person)
        messages.success(self.request, _("The exemption has ended. The document counts by its own verdict again."))
        return super().form_valid(form)

    def form_invalid(self, form: EndForm) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
