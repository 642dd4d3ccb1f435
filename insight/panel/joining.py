"""The joining form: an address, a consent of its own, and whatever people want to say about themselves."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.translation import gettext as _

from insight.models import PanelMember
from insight.panel.city import choices
from insight.panel.work import ask_to_confirm
from insight.privacy import tidy

ADULT, YOUTH = "adult", "youth"


@dataclass
class Joining:
    """What somebody typed, and what is wrong with it by field."""

    email: str = ""
    panel: str = ""
    agreed: bool = False
    profile: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def read(data: QueryDict) -> Joining:
    """Return the form as it was posted; a group that the council does not list is not kept."""
    listed = choices()
    profile = {dimension: data.get(dimension, "") for dimension in listed}
    profile = {dimension: group for dimension, group in profile.items() if group in listed[dimension]}
    found = Joining(tidy(data.get("email", "")), data.get("panel", ""), data.get("agreed") == "yes", profile)
    try:
        validate_email(found.email)
    except ValidationError:
        found.email = found.email[:254]
        found.faults["email"] = _("Enter an email address like name@example.com.")
    if found.panel not in (ADULT, YOUTH):
        found.faults["panel"] = _("Choose which panel you want to join.")
    if not found.agreed:
        found.faults["agreed"] = _("Tick the box if you agree. Without it we cannot keep your answers.")
    return found


def keep(found: Joining, locale: str) -> None:
    """Keep a new member until the address is confirmed. One that is known already stays as it is.

    Whoever typed it cannot tell the difference, and cannot change what somebody else told.
    """
    known = PanelMember.objects.filter(email_hash=PanelMember.hash_of(found.email)).first()
    if known is None:
        known = PanelMember(locale=locale, youth=found.panel == YOUTH)
        known.keep(found.email, found.profile)
    ask_to_confirm(known)
