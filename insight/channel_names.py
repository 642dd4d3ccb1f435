"""What residents call the ways in which an answer reaches the council."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def channel_name(code: str) -> str:
    """Return what residents call a channel; one that has no name of its own keeps its code."""
    names = {
        "web": _("Online"), "phone": pgettext("channel", "Phone"), "counter": _("Face to face"), "kiosk": _("Kiosk"),
        "qr": _("QR code"), "paper": pgettext("channel", "Paper"),
    }  # fmt: skip
    return names.get(code, code)
