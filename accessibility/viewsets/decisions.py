"""Put advice aside, bring it back; let faults through for a while, end that: each with who, when and why."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.gate import bypasses, dismissals
from accessibility.gate.words import edit_url
from accessibility.models import Bypass, Dismissal
from accessibility.models.bypass import LONGEST, in_force
from accessibility.viewsets.subjects import check_editor, subject_or_404
from core.services import member_of_staff

BYPASS = "accessibility.bypass_gate"


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, strip=True
    )


class BypassForm(ReasonForm):
    """Which faults, why, and until when."""

    faults = forms.MultipleChoiceField(
        label=gettext_lazy("Let these faults through"), widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(label=gettext_lazy("For how many days"), min_value=1, max_value=LONGEST.days, initial=3)
    field_order = ["faults", "reason", "days"]

    def __init__(self, *args: Any, faults: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the faults that the newest draft has."""
        super().__init__(*args, **kwargs)
        self.fields["faults"].choices = faults  # type: ignore[attr-defined] # a choice field


class DecisionView(WagtailAdminTemplateMixin, FormView[forms.Form]):
    """A question about one page or snippet; leads back to its editor."""

    template_name = "accessibility/admin/decision.html"
    form_class: type[forms.Form] = ReasonForm
    header_icon = "glasses"
    _show_breadcrumbs = True
    subject: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the object and refuse those who may not decide."""
        self.subject = subject_or_404(kwargs["label"], kwargs["key"])
        self.check(request)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def check(self, request: HttpRequest) -> None:
        """Raise PermissionDenied or Http404."""
        check_editor(request, self.subject)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, over the editor."""
        back = {"url": self.get_success_url(), "label": str(self.subject)}
        return [*self.breadcrumbs_items, back, {"url": "", "label": self.page_title}]

    def get_success_url(self) -> str:
        """Return the editor."""
        return edit_url(self.subject) or reverse("wagtailadmin_home")

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class DismissView(DecisionView):
    """Put one piece of advice aside."""

    page_title = gettext_lazy("Put this advice aside")

    def check(self, request: HttpRequest) -> None:
        """Refuse also what is no advice of the newest draft."""
        super().check(request)
        self.finding = dismissals.advice_named(self.subject, self.kwargs["fingerprint"])
        if self.finding is None:
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the advice."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"finding": self.finding, "back": self.get_success_url(), "submit": _("Put aside")}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Store it."""
        if self.finding is not None:
            user = member_of_staff(self.request)
            dismissals.dismiss(self.subject, self.finding, reason=form.cleaned_data["reason"], user=user)
        messages.success(self.request, _("Put aside. It stands below the advice with your reason."))
        return super().form_valid(form)


class BypassView(DecisionView):
    """Let faults through."""

    page_title = gettext_lazy("Let faults through for a while")
    form_class = BypassForm

    def check(self, request: HttpRequest) -> None:
        """Refuse whoever lacks the permission."""
        if not request.user.has_perm(BYPASS):
            raise PermissionDenied
        self.faults = bypasses.faults_of(self.subject)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the faults."""
        return {**super().get_form_kwargs(), "faults": self.faults}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say when there is nothing to let through."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"nothing": not self.faults, "back": self.get_success_url(), "submit": _("Let through")}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Store it and record who did it."""
        given = form.cleaned_data
        until = timezone.now() + timedelta(days=given["days"])
        user = member_of_staff(self.request)
        try:
            bypasses.grant(self.subject, given["faults"], reason=given["reason"], expires_at=until, user=user)
        except ValidationError as error:
            form.add_error("days", error.messages)
            return self.form_invalid(form)
        messages.success(self.request, _("These faults are let through. Publish again."))
        return super().form_valid(form)


def may_see_bypasses(request: HttpRequest) -> bool:
    """Return whether this person reads the report or decides."""
    return bool(request.user.has_perm("accessibility.view_report") or request.user.has_perm(BYPASS))


class BypassMenuItem(MenuItem):
    """Leads to the list, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may."""
        return may_see_bypasses(request)


class BypassListView(WagtailAdminTemplateMixin, TemplateView):
    """What is let through now, and what was."""

    template_name = "accessibility/admin/bypasses.html"
    page_title = gettext_lazy("Faults that are let through")
    header_icon = "glasses"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may neither view the report nor decide."""
        if not may_see_bypasses(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows, those that hold first."""
        now, rows = timezone.now(), Bypass.objects.select_related("granted_by", "ended_by")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "holding": rows.filter(in_force(now)).order_by("expires_at"),
            "over": rows.exclude(in_force(now)).order_by("-expires_at")[:50],
            "may_end": self.request.user.has_perm(BYPASS),
        }


def end_bypass(request: HttpRequest, pk: int) -> HttpResponse:
    """End a bypass: asked on GET, done on POST."""
    if not request.user.has_perm(BYPASS):
        raise PermissionDenied
    row = get_object_or_404(Bypass, pk=pk, ended_at=None)
    if request.method == "POST":
        bypasses.end(row, member_of_staff(request))
        messages.success(request, _("Ended. The faults count again."))
    return redirect("accessibility_bypasses")


def undo_dismissal(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring advice back: only POST does it."""
    row = get_object_or_404(Dismissal, pk=pk)
    subject = row.subject
    if subject is None:
        raise PermissionDenied
    check_editor(request, subject)
    if request.method == "POST":
        dismissals.undo(row, member_of_staff(request))
        messages.success(request, _("The advice is back."))
    return redirect(edit_url(subject) or "wagtailadmin_home")


menu_item = BypassMenuItem(
    BypassListView.page_title,
    reverse_lazy("accessibility_bypasses"),
    name="let-through",
    icon_name="glasses",
    order=900,
)

urlpatterns = [
    path(
        "accessibility/dismiss/<str:label>/<str:key>/<str:fingerprint>/",
        DismissView.as_view(),
        name="accessibility_dismiss",
    ),
    path("accessibility/dismissed/<int:pk>/undo/", undo_dismissal, name="accessibility_undo"),
    path("accessibility/let-through/", BypassListView.as_view(), name="accessibility_bypasses"),
    path("accessibility/let-through/<int:pk>/end/", end_bypass, name="accessibility_bypass_end"),
    path("accessibility/let-through/<str:label>/<str:key>/", BypassView.as_view(), name="accessibility_bypass"),
]
