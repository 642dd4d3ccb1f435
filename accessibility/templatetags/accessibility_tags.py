"""Tags for the admin's templates."""

from typing import Any

from django import template
from django.db.models import Model

from accessibility.panels import panel_content

register = template.Library()


@register.inclusion_tag("accessibility/admin/findings.html")
def accessibility_findings(obj: Model | None) -> dict[str, Any]:
    """Draw the stored findings on the object in the editor."""
    return {"content": panel_content(obj)}
