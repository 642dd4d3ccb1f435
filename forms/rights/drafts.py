"""Unfinished forms of a person who asks what we hold, or for its erasure.

They are found by the contact details that were typed into them as the person's own, or to which a link was sent. One
without any is nobody's that we could name: it goes when its time is over.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from core.models import OutgoingMessage, User
from core.services import UnsealError, erase_messages, record_event
from forms.engine.summary import summarise
from forms.inbox.filters import contact_hashes
from forms.models import Draft
from forms.rights.erase import erase_files


def drafts_of(contact: str) -> QuerySet[Draft]:
    """Return the unfinished forms of a contact as staff typed it; none for a text that is no contact."""
    hashed = list(contact_hashes(contact.strip()).values())
    rows = Draft.objects.filter(submitted_at=None, contacts__contact_hash__in=hashed, version__number__gt=0)
    return rows.select_related("version").order_by("created_at")


def about_draft(draft: Draft) -> dict[str, Any]:
    """Return what we hold, as JSON can hold it; ``as_stored`` has also what lies off the path of the answers."""
    about = {
        "form": draft.version.title,
        "begun_at": draft.created_at.isoformat(),
        "kept_until": draft.expires_at.isoformat(),
        "channel": str(draft.get_channel_display()),
    }
    try:
        content = draft.open_content()
    except UnsealError:
        return {**about, "note": "The sealed part of this unfinished form does not open."}
    answers = draft.answers_in(content)
    names = {str(file.pk): file.name for file in draft.files.all()}
    groups = summarise(draft.version.compiled, answers, names)
    return {
        **about,
        "answers": [
            {"group": group.title, "question": row.label, "answer": row.lines} for group in groups for row in group.rows
        ],
        "as_stored": answers,
        "addresses": [content[name] for name in ("return_to", "wait_to") if content.get(name)],
    }


def erase_drafts(rows: QuerySet[Draft], staff: User) -> int:
    """Forget each with its files and the links that were sent, and return how many."""
    return sum(_erase(row, staff) for row in list(rows))


@transaction.atomic
def _erase(draft: Draft, staff: User) -> int:
    keys = [f"forms.return:{token}" for token in draft.links.values_list("token_hash", flat=True)]
    keys += [f"forms.waiting:{pk}" for pk in draft.waiting.values_list("pk", flat=True)]
    keys += [f"forms.not-taken:{pk}" for pk in draft.payments.values_list("pk", flat=True)]
    erase_messages(OutgoingMessage.objects.filter(idempotency_key__in=keys))
    erase_files(draft.files.all())
    record_event(verb="draft.erase", obj=draft, actor=staff, outcome="asked")
    draft.delete()
    return 1
