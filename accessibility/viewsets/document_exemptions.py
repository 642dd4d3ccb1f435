"""All exemptions and overrides with their reasons, those that ended too."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.access import may_see_exemptions
from accessibility.documents.exemptions import NOTICE
from accessibility.models import DocumentOverride, LawfulExemption
from accessibility.viewsets.document_decisions import ExemptView, OverrideView
from core.services import member_of_staff

#: So many rows of the past are shown.
MOST_ENDED = 100


class ExemptionsView(WagtailAdminTemplateMixin, TemplateView):
    """What the law or a person lets out in spite of its verdict: soonest review first, then what has ended."""

    template_name = "accessibility/admin/exemptions.html"
    page_title = gettext_lazy("Exemptions")
    header_icon = "doc-full-inverse"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who neither grant nor audit."""
        if not may_see_exemptions(member_of_staff(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > Exemptions."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return four lists; each is one query."""
        exemptions = LawfulExemption.objects.select_related("document", "owner", "granted_by", "ended_by")
        current = exemptions.in_force().order_by("review_on", "pk")
        overrides = DocumentOverride.objects.select_related("document", "granted_by", "ended_by")
        through = overrides.in_force().order_by("until", "pk")
        ended = list(exemptions.exclude(pk__in=current.values("pk")).order_by("-review_on", "-pk")[:MOST_ENDED])
        may_exempt = self.request.user.has_perm(ExemptView.permission)
        return super().get_context_data(
            current=current,
            soon=timezone.localdate() + NOTICE,
            ended=ended,
            overrides=through,
            over=overrides.exclude(pk__in=through.values("pk")).order_by("-until", "-pk")[:MOST_ENDED],
            may_exempt=may_exempt,
            may_renew=may_exempt and any(row.ended_on is None for row in ended),
            may_override=self.request.user.has_perm(OverrideView.permission),
            **kwargs,
        )
