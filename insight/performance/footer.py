"""What every page leads to at its foot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.services import Link


def performance_link() -> Link:
    """Return the link to the open performance page."""
    return Link(_("How well our services work"), reverse("insight:performance"))
