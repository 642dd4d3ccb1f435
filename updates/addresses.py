"""E-mail addresses and mobile numbers: one spelling each, and the hash that finds them."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from phonenumbers import PhoneNumberType

from core.services import keyed_hash

LONGEST = 254
#: Numbers of these kinds may take text messages.
MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def tidy_mail(typed: str) -> str:
    """Return the address without the blanks round it; empty for one that cannot be written to."""
    address = typed.strip()
    if len(address) > LONGEST or not address.isprintable():
        return ""  # Django's validator lets controls through between quotation marks; no message takes them
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address


def tidy_mobile(typed: str) -> str:
    """Return a mobile number in international form; empty for one that takes no text messages."""
    try:
        number = phonenumbers.parse(typed.strip()[:40], "GB")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in MOBILE:
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def tidy(channel: str, typed: str) -> str:
    """Return the address of a channel in its one spelling, or an empty text."""
    return {"mail": tidy_mail, "sms": tidy_mobile}.get(channel, lambda _typed: "")(typed)


def address_hash(channel: str, address: str) -> str:
    """Return what finds a subscriber: capitals make no difference."""
    return keyed_hash(address.casefold(), purpose=f"updates.{channel}")
