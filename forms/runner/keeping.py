"""Store what a draft holds, and beside it by which contact details it is found when its owner asks for their data."""

from typing import Any

from django.db import transaction

from forms.delivery.contacts import email_hash, phone_hash
from forms.models import Draft, DraftContact

#: Of a draft's content: where a link to come back went, and who waits for a time.
ADDRESSES = ("return_to", "wait_to")
#: What the rows of :class:`DraftContact` say, sealed with the rest: most steps change no contact and ask no query.
KNOWN = "contacts"


@transaction.atomic
def store_content(draft: Draft, content: dict[str, Any]) -> None:
    """Seal the content into a stored draft and save it."""
    hashes = sorted(contact_hashes_of(draft, content))
    if hashes != content.get(KNOWN, []):
        content = {**content, KNOWN: hashes}
        draft.contacts.exclude(contact_hash__in=hashes).delete()
        rows = [DraftContact(draft=draft, contact_hash=one) for one in hashes]
        DraftContact.objects.bulk_create(rows, ignore_conflicts=True)
    draft.seal_content(content)
    draft.save(update_fields=["sealed"])


def contact_hashes_of(draft: Draft, content: dict[str, Any]) -> set[str]:
    """Return the keyed hashes of what its owner typed as their own e-mail address and phone number.

    A contact of somebody else, such as a landlord, is not among them: who asks with it is not given this draft.
    """
    answers, found = content.get("answers") or {}, {email_hash(str(content.get(name, ""))) for name in ADDRESSES}
    for canonical, hashed in (("email", email_hash), ("phone", phone_hash)):
        question = draft.version.compiled.mapped(canonical)
        answer = answers.get(question.key) if question else None
        found.add(hashed(answer) if isinstance(answer, str) else "")
    return found - {""}
