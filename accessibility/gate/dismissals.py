"""Put advice aside with a reason, and bring it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accessibility.extract import language_of
from accessibility.models import Dismissal, GateResult
from accessibility.models.subject import subject_of
from core.models import User
from core.services import record_event


@dataclass(frozen=True)
class Advice:
    """Advice as the author sees it: what is open, and what was put aside with the row that says why."""

    open: list[dict[str, Any]]
    dismissed: list[tuple[dict[str, Any], Dismissal]]


def standing(obj: models.Model) -> dict[str, Dismissal]:
    """Return the dismissals on ``obj`` that nobody has undone, by fingerprint."""
    rows = Dismissal.objects.about(obj).filter(undone_at=None).select_related("dismissed_by")
    return {row.fingerprint: row for row in rows}


def sort_advice(obj: models.Model, advice: Iterable[dict[str, Any]]) -> Advice:
    """Return advice by whether it was put aside."""
    rows = standing(obj)
    sorted_ = Advice([], [])
    for finding in advice:
        row = rows.get(finding["fingerprint"])
        if row is None:
            sorted_.open.append(finding)
        else:
            sorted_.dismissed.append((finding, row))
    return sorted_


def advice_named(obj: models.Model, fingerprint: str) -> dict[str, Any] | None:
    """Return the newest stored advice of that fingerprint; None for what is not there or shuts people out."""
    result = GateResult.objects.about(obj).order_by("-checked_at").first()
    found = result.advice if result is not None else []
    return next((finding for finding in found if finding["fingerprint"] == fingerprint), None)


@transaction.atomic
def dismiss(obj: Any, finding: dict[str, Any], *, reason: str, user: User) -> Dismissal:
    """Put one piece of advice aside; a second time it stays with the first reason."""
    row, created = Dismissal.objects.get_or_create(
        **subject_of(obj),
        fingerprint=finding["fingerprint"],
        undone_at=None,
        defaults={
            "locale": language_of(obj),
            "rule": finding["rule"],
            "message": finding["message"][:500],
            "reason": reason,
            "dismissed_by": user,
        },
    )
    if created:
        record_event(verb="advice.dismiss", obj=row, actor=user)
    return row


@transaction.atomic
def undo(row: Dismissal, user: User) -> None:
    """Bring it back."""
    Dismissal.objects.filter(pk=row.pk, undone_at=None).update(undone_at=timezone.now(), undone_by=user)
    record_event(verb="advice.undo", obj=row, actor=user)
