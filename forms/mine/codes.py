"""A code of six digits to a mailbox or a phone. Known and unknown contacts take the same way through the same code."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hmac import compare_digest
from typing import Literal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from core.services import InvalidMessageError, keyed_hash, queue_message
from forms.delivery.contacts import email_hash, phone_hash
from forms.delivery.messages import mobile
from forms.models import ContactCode, ProvenContact, Submission

DIGITS = 6
GOOD_FOR = timedelta(minutes=10)
TRIES = 5


@dataclass(frozen=True)
class Contact:
    """Where a code goes, and the keyed hash that finds the requests sent with it."""

    channel: Literal["mail", "sms"]
    to: str
    hashed: str


def read_contact(typed: str) -> Contact | None:
    """Return an e-mail address or a mobile number; None for anything else."""
    text = typed.strip()
    number = mobile(text)
    if number:
        return Contact("sms", number, phone_hash(number))
    try:
        validate_email(text)
    except ValidationError:
        return None
    return Contact("mail", text, email_hash(text))


def requests_of(contact_hash: str) -> QuerySet[Submission]:
    """Return the requests that were sent with this contact, newest first. Another detail of theirs opens nothing."""
    real = Submission.objects.filter(is_test=False, erased_at=None).select_related("version")
    by_mail, by_phone = real.filter(email_hash=contact_hash), real.filter(phone_hash=contact_hash)
    return (by_mail | by_phone).order_by("-received_at")


@transaction.atomic
def send_code(contact: Contact) -> ContactCode:
    """Store a code and queue its message; to somebody we do not know it is taken back before it can leave.

    An older code of the same contact ends.
    """
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    ContactCode.objects.filter(contact_hash=contact.hashed).delete()
    row = ContactCode(contact_hash=contact.hashed, expires_at=timezone.now() + GOOD_FOR)
    row.code_hash = _hash(row, code)
    row.save(force_insert=True)
    known = requests_of(contact.hashed).exists()
    facts = {"code": code, "minutes": int(GOOD_FOR.total_seconds() // 60)}
    try:
        message = queue_message(
            channel=contact.channel,
            to=contact.to,
            subject=_("Your code"),
            body=" ".join(render_to_string("emails/forms/code.txt.jinja", facts).split()),
            html=render_to_string("emails/forms/code.html.jinja", facts) if contact.channel == "mail" else "",
            idempotency_key=f"forms.code:{row.pk}",
        )
    except InvalidMessageError:
        return row
    if not known:
        message.delete()
    return row


@transaction.atomic
def check_code(pk: UUID, typed: str) -> str:
    """Return the hash of the contact that the code proves; an empty text for a wrong, used, old or unknown one.

    Each try counts, also a right one that comes after five.
    """
    row = ContactCode.objects.select_for_update().filter(pk=pk, used_at=None, expires_at__gt=timezone.now()).first()
    if row is None or row.tries >= TRIES:
        return ""
    row.tries += 1
    digits = "".join(sign for sign in typed if sign.isdigit())
    right = compare_digest(row.code_hash, _hash(row, digits))
    row.used_at = timezone.now() if right else None
    row.save(update_fields=["tries", "used_at"])
    if not right:
        return ""
    ProvenContact.objects.update_or_create(contact_hash=row.contact_hash, defaults={"proven_at": timezone.now()})
    return row.contact_hash


def _hash(row: ContactCode, code: str) -> str:
    return keyed_hash(f"{row.pk}:{code}", purpose="forms.code")
