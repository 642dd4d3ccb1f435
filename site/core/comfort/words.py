"""Words of the reader's own settings and of the offline page: shortcuts with their first letters, numbers to call."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.navigation import Link, site_path

#: Numbers that anybody may need and that hold in all of England.
EMERGENCIES = (
    (gettext_lazy("Danger to life: police, fire, ambulance"), "999"),
    (gettext_lazy("Police, when it is not an emergency"), "101"),
    (gettext_lazy("Health advice, day and night"), "111"),
    (gettext_lazy("No electricity"), "105"),
    (gettext_lazy("You smell gas"), "0800 111 999"),
)


@dataclass(frozen=True)
class Shortcut:
    """``name`` is what the script knows it by."""

    name: str
    letter: str
    words: str


def settings_link() -> Link:
    """Return the link at the foot of every page."""
    return Link(_("Reading and keyboard settings"), site_path("reading-settings/"))


def shortcuts() -> list[Shortcut]:
    """Return all of them, in words of the active language."""
    return [
        Shortcut("search", "S", _("Go to the search box")),
        Shortcut("main", "M", _("Go to the text of the page")),
        Shortcut("home", "H", _("Go to the home page")),
        Shortcut("contact", "C", _("Go to how to reach us, at the foot of the page")),
        Shortcut("settings", "K", _("Go to these settings")),
    ]
