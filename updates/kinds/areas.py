"""What happens in a part of the town."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from updates.kinds.base import Kind
from updates.models import Area
from updates.pages import key_of


class Areas(Kind):
    """Alerts for an area, whatever they are about."""

    name = "area"

    def label(self, key: str) -> str:
        """Return the area's name in a sentence."""
        number = key_of(key)
        area = Area.objects.filter(pk=number).first() if number else None
        return _("What happens in %(area)s") % {"area": area.name} if area else ""

    def offered(self, page: Page | None) -> list[str]:  # noqa: ARG002 - the same wherever somebody comes from
        """Offer every area."""
        return [str(key) for key in Area.objects.values_list("pk", flat=True)]
