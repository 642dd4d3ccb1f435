"""The only door of services."""

from wagtail.models import Page

from services.listing import in_language_of, truly_translated
from services.models import ServiceIndexPage

__all__ = ["areas_of", "in_language_of"]


def areas_of(home: Page) -> list[ServiceIndexPage]:
    """Return the live service areas right under a home page, in the order of its tree. One query."""
    return list(truly_translated(ServiceIndexPage.objects.child_of(home).live().select_related("locale")))
