"""Read the evidence, add what people know, and sign the next version of the accessibility statement."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.models import StatementVersion
from accessibility.statement.evidence import gather
from accessibility.statement.signing import OLD, SignForm, sign

PERMISSION = "accessibility.sign_statement"
#: What a new version takes over from the one before; the signature is given anew.
TAKEN_OVER = ("status", "plans", "burden", "out_of_scope", "testing", "contact_page", "role")


class StatementView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg] # as in Django 5.2
    """Evidence, form, and the versions so far."""

    _show_breadcrumbs = True
    header_icon = "edit"
    page_title = gettext_lazy("Accessibility statement")
    template_name = "accessibility/admin/statement.html"
    form_class = SignForm
    success_url = reverse_lazy("accessibility_statement_sign")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may not sign."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        self.found = gather()
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, over the report."""
        report = {"url": reverse("accessibility_report"), "label": _("Accessibility report")}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the evidence; the words of the newest version are there to be mended."""
        newest = StatementVersion.objects.first()
        taken = {name: getattr(newest, name) for name in TAKEN_OVER} if newest else {"status": "partial"}
        return super().get_form_kwargs() | {"found": self.found, "initial": taken}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return evidence, whether it is old, and all versions."""
        tested = self.found.tested_at
        return super().get_context_data(
            evidence=self.found,
            is_old=tested is None or timezone.now() - tested > OLD,
            versions=StatementVersion.objects.select_related("signed_by"),
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign."""
        version = sign(form, self.request.user)
        messages.success(self.request, _("Version %(number)s is signed and public.") % {"number": version.number})
        return redirect(self.get_success_url())


urlpatterns = [path("accessibility/statement/", StatementView.as_view(), name="accessibility_statement_sign")]
