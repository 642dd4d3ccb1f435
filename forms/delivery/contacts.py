"""Find a request by its owner's e-mail address or phone number without storing either in the clear."""

from core.services import keyed_hash
from forms.engine.words import parse_phone


def email_hash(address: str) -> str:
    """Return the keyed hash of an address, whatever its capitals; empty for none."""
    tidy = address.strip().casefold()
    return keyed_hash(tidy, purpose="forms.email") if tidy else ""


def phone_hash(number: str) -> str:
    """Return the keyed hash of a number in international form; empty for none."""
    tidy = parse_phone(number)
    return keyed_hash(tidy, purpose="forms.phone") if tidy else ""
