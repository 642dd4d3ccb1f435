"""What every page leads to at its foot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.services import Link


def updates_link() -> Link:
    """Return the link to the page where people choose what to hear about."""
    return Link(_("Get updates"), reverse("updates:topics"))
