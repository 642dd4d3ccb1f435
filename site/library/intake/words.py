"""Plain words for each refusal."""

from django.utils.translation import gettext as _


def refusal(code: str, *, allowed: str = "", largest: str = "") -> str:
    """Return what to tell the person who sent the file."""
    sentences = {
        "empty": _("This file is empty. Choose another file."),
        "too_large": _("This file is too large. The largest size is %(largest)s.") % {"largest": largest},
        "wrong_type": _("We cannot take this type of file. Send one of these: %(allowed)s.") % {"allowed": allowed},
        "wrong_name": _("The name of this file does not fit what is in it. Save it again with the right ending."),
        "macros": _("This file holds macros. Save it without macros and send it again."),
        "encrypted": _("This file needs a password. Save it without one and send it again."),
        "script": _("This file holds a script. Export it without scripts and send it again."),
        "program": _("A program is attached to this file. Remove it and send the file again."),
        "bomb": _("This file would grow far too large. Export it again from the original."),
        "infected": _("Our virus scanner does not accept this file. Scan your computer, then make the file again."),
        "timeout": _("We could not look into this file in time. Export it again and send it once more."),
        "not_stored": _("We could not store this file, there may be no room. Try again later, or tell us."),
        "picture": _("We cannot open this picture. Save it as PNG or JPEG and send it again."),
    }
    return sentences.get(code) or _("This file is damaged or holds something unsafe. Export it again and send it anew.")
