"""What the home page adds to the foot of every page."""

from django.utils.translation import gettext as _

from core.services import Link, site_path
from insight.services import has_published_actions

#: The id of the heading on the home page.
ANCHOR = "you-said"


def said_and_done() -> Link | None:
    """Return the link to what was done about what residents said, where there is anything."""
    return Link(_("You said, we did"), f"{site_path()}#{ANCHOR}") if has_published_actions() else None
