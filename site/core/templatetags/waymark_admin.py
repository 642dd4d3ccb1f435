"""Tags for our changes to Wagtail's admin templates."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def second_factor_required() -> bool:
    """Return whether this installation asks every member of staff for a second factor."""
    return bool(settings.WAYMARK_REQUIRE_SECOND_FACTOR)
