"""What a place offers to disabled people, in words that are the same for every place."""

from django.utils.translation import gettext_lazy as _

#: Key as stored -> words. Rename no key: entries hold them.
ACCESS = {
    "step-free": _("You can get in without steps"),
    "lift": _("There is a lift to every floor"),
    "accessible-toilet": _("Accessible toilet"),
    "changing-places": _("Changing Places toilet"),
    "blue-badge": _("Blue Badge parking near the door"),
    "hearing-loop": _("Hearing loop"),
    "bsl": _("Staff who use British Sign Language"),
    "quiet-space": _("Quiet space"),
    "assistance-dogs": _("Assistance dogs are welcome"),
    "dementia-friendly": _("Dementia friendly"),
    "large-print": _("Large print on request"),
    "seats": _("Seats to rest on"),
}
