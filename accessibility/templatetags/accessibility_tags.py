"""Tags for the admin's templates."""

from typing import Any

from django import template
from django.db.models import Model

from accessibility.panels import panel_content
from accessibility.viewsets.decisions import BYPASS
from accessibility.viewsets.live import live_url

register = template.Library()


@register.inclusion_tag("accessibility/admin/findings.html", takes_context=True)
def accessibility_findings(context: dict[str, Any], obj: Model | None) -> dict[str, Any]:
    """Draw the findings on the object in the editor: the stored ones, and with a script those on what is typed."""
    request = context["request"]
    return {
        "content": panel_content(obj),
        "check_url": live_url(request),
        "may_bypass": request.user.has_perm(BYPASS),
        "request": request,
    }
