"""Where in a file something is, in words."""

from typing import Any

from django.utils.translation import gettext as _


def describe(place: dict[str, Any]) -> str:
    """Return the page, the part and a few words of a place (see ``Location.as_json``)."""
    parts = []
    if place.get("page"):
        parts.append(_("page %(number)s") % {"number": place["page"]})
    if place.get("part"):
        parts.append(str(place["part"]))
    if place.get("excerpt"):
        parts.append(_("“%(words)s”") % {"words": place["excerpt"]})
    return ", ".join(parts)
