"""How the backlog falls: a line with a sentence above it and a table behind it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.access import sees_all
from accessibility.reports import burn_down as report
from core.services import member_of_staff


class ProgressView(WagtailAdminTemplateMixin, TemplateView):
    """For those who read the checks of every document: the counts are of all of them."""

    template_name = "accessibility/admin/document_progress.html"
    page_title = gettext_lazy("Progress of document checks")
    header_icon = "doc-full-inverse"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse others."""
        if not sees_all(member_of_staff(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > Progress."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the picture's parts."""
        size = {"width": report.WIDTH, "height": report.HEIGHT, "margin": report.MARGIN}
        base = report.HEIGHT - report.MARGIN
        return super().get_context_data(
            chart=report.burn_down(), size=size, base=base, right=report.WIDTH - report.MARGIN, **kwargs
        )
