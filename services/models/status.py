"""One page on what does not work."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from services.disruptions import public_disruptions


class StatusPage(BasePage):
    """One page that says what does not work, what will not, and what works again."""

    template = "pages/status_page.jinja"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("service status")
        verbose_name_plural = _("service status pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``now``, ``planned`` and ``over``: disruptions of public pages, the worst first."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        rows = public_disruptions()
        moment = timezone.now()
        return {
            **context,
            "now": [row for row in rows if row.is_now],
            "planned": [row for row in rows if row.starts > moment],
            "over": [row for row in rows if row.until and row.until <= moment],
        }
