"""Every document with what decides who mends it first: verdict, downloads, use, age, owner."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ReferenceIndex

from accessibility.documents.base import Verdict
from accessibility.documents.downloads import downloads_of
from accessibility.documents.verdicts import DocumentVerdict, verdicts_of
from accessibility.models import DocumentSnapshot
from core.models import User
from library.models import CustomDocument

EXEMPT = "exempt"
#: From worst to best.
ORDER = (Verdict.FAILED.value, Verdict.COULD_NOT_CHECK.value, Verdict.PENDING.value, EXEMPT, Verdict.PASSED.value)


@dataclass(frozen=True)
class BacklogRow:
    """One document. ``used`` counts the pages and snippets that point to it, ``downloads`` those of 30 days."""

    document: CustomDocument
    verdict: DocumentVerdict
    downloads: int
    used: int
    age: timedelta

    @property
    def pk(self) -> int:
        """Return the document's key."""
        return int(self.document.pk)

    @property
    def state(self) -> str:
        """Return one of ORDER: what somebody let through counts as exempt, never as passed."""
        return state_of(self.verdict)

    @property
    def owner(self) -> User | None:
        """Return who uploaded the document, and so looks after it."""
        owner: User | None = self.document.uploaded_by_user
        return owner

    @property
    def rank(self) -> tuple[int, int, int, timedelta, int]:
        """Return what to sort by: worst first, among those what residents miss most, then the oldest."""
        return (ORDER.index(self.state), -self.downloads, -self.used, -self.age, self.document.pk)


def state_of(verdict: DocumentVerdict) -> str:
    """Return one of ORDER."""
    let_through = verdict.may_publish and bool(verdict.override or verdict.exemption)
    return EXEMPT if let_through and verdict.verdict is not Verdict.PASSED else verdict.verdict.value


def backlog(documents: QuerySet[CustomDocument]) -> list[BacklogRow]:
    """Return the documents worst first. Seven queries, however many there are."""
    found = list(documents.select_related("uploaded_by_user"))
    verdicts, downloads, used, now = verdicts_of(found), downloads_of(), uses(), timezone.now()
    rows = [
        BacklogRow(document, verdicts[document.pk], downloads.get(document.pk, 0), used[document.pk], now - created)
        for document in found
        if (created := document.created_at)
    ]
    return sorted(rows, key=lambda row: row.rank)


def uses() -> Counter[int]:
    """Return document key -> how many pages and snippets point to it, live or draft. One query."""
    kind = ReferenceIndex._get_base_content_type(CustomDocument)
    rows = ReferenceIndex.objects.filter(to_content_type=kind)
    pairs: Any = rows.values_list("to_object_id", "base_content_type", "object_id").distinct()
    return Counter(int(key) for key, _kind, _object in pairs)


def document_counts() -> dict[str, int]:
    """Return state -> number of documents, worst first."""
    counted: Counter[str] = Counter()
    documents = CustomDocument.objects.only("pk", "sha256").order_by("pk")
    counted.update(state_of(verdict) for verdict in verdicts_of(list(documents)).values())
    return {name: counted[name] for name in ORDER}


def take_snapshot() -> DocumentSnapshot:
    """Store how all documents stand today; the last one of a day counts."""
    snapshot, _created = DocumentSnapshot.objects.update_or_create(day=timezone.localdate(), defaults=document_counts())
    return snapshot
