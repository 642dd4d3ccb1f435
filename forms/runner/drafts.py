"""Begin a draft, and find one again for the person it belongs to."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone

from core.models import User
from forms.models import Draft, FormVersion
from forms.runner.keeping import store_content
from forms.runner.owner import owner_hash, read_owner

#: How long the answers of an author who tries a form are kept.
TEST_DAYS = 1


class OwnerMissingError(Exception):
    """The browser holds no owner cookie: it was deleted, or the link was opened on another device."""


class DraftGoneError(Exception):
    """The draft ran out, or its form is closed; ``version`` says which form."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("This form is closed or its time is over.")
        self.version = draft.version
        self.ran_out = draft.expired


def start_draft(
    version: FormVersion,
    owner: str,
    *,
    channel: str = "web",
    staff: User | None = None,
    known: dict[str, Any] | None = None,
) -> Draft:
    """Store a draft of ``version`` for ``owner`` (a cookie's id, not yet hashed), with answers that are ``known``."""
    days = TEST_DAYS if version.is_test else int(version.schema["retention"]["draft_days"])
    draft = Draft(
        version=version,
        owner_hash=owner_hash(owner),
        channel=channel,
        staff=staff,
        expires_at=timezone.now() + timedelta(days=days),
    )
    content: dict[str, Any] = {"answers": known or {}, "visited": []}
    draft.seal_content(content)
    draft.save()
    if known:
        store_content(draft, content)
    return draft


def find_draft(request: HttpRequest, pk: UUID) -> Draft:
    """Return this visitor's draft.

    Raises OwnerMissingError without a cookie, Http404 for somebody else's draft or none, DraftGoneError for one
    that ran out or whose form was closed.
    """
    owner = read_owner(request)
    if owner is None:
        raise OwnerMissingError
    draft = Draft.objects.select_related("version__form").filter(pk=pk, owner_hash=owner_hash(owner)).first()
    if draft is None:
        raise Http404
    if draft.submitted_at is None and (draft.expired or draft.closed):
        raise DraftGoneError(draft)
    return draft
