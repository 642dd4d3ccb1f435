"""Open reports of the same thing at the same place, offered before a resident sends theirs.

Only forms whose author allows it, and only what everybody can see there: what it is about, since when, and where it
stands. Words, names and photos of others are never shown.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from core.services import UnsealError
from forms.engine import Answers, Question, Schema
from forms.engine.display import in_words
from forms.models import Draft, Submission
from forms.models.submission import Status

#: How far apart two reports may be and still be about one thing, in metres.
NEAR = 100
#: Half the words of a place in common, or more, make it the same place.
ALIKE = 0.5
DAYS = 60
#: The newest so many open reports are looked through; each must be unsealed.
MOST = 200
SHOWN = 3
METRES_A_DEGREE = 111_320
OVER = (Status.DECIDED, Status.CLOSED)
FILLERS = frozenset(
    {"the", "a", "an", "in", "on", "at", "of", "by", "near", "next", "to", "outside", "and", "street", "road"}
)


@dataclass(frozen=True)
class Report:
    """What may be told of somebody else's report."""

    about: str
    day: date
    status: str


def reports_nearby(draft: Draft, schema: Schema, answers: Answers) -> list[Report]:
    """Return open reports of the same form, subject and place, newest first; none for a form that does not tell."""
    question = next((q for step in schema.steps for q in step.asked if q.limits.get("nearby")), None)
    here = answers.get(question.key) if question else None
    if question is None or not isinstance(here, dict) or not here:
        return []
    subject = _subject(schema)
    found = []
    for submission, theirs in _open_reports(draft):
        there = theirs.get(question.key)
        same = subject is None or theirs.get(subject.key) == answers.get(subject.key)
        if same and isinstance(there, dict) and is_same_place(here, there):
            about = " ".join(in_words(subject, theirs[subject.key])) if subject else str(schema.facts["title"])
            found.append(Report(about, timezone.localdate(submission.received_at), submission.get_status_display()))
    return found[:SHOWN]


def is_same_place(one: dict[str, str], other: dict[str, str]) -> bool:
    """Return whether two places are one: near on the map where both have a spot, else alike in words."""
    if all(place.get(part) for place in (one, other) for part in ("latitude", "longitude")):
        return _metres(one, other) <= NEAR
    words, others = _words(one), _words(other)
    return bool(words & others) and len(words & others) / len(words | others) >= ALIKE


def _subject(schema: Schema) -> Question | None:
    """Return what the report is about: the form's first choice of one."""
    asked = (question for step in schema.steps for question in step.asked)
    return next((question for question in asked if question.kind in ("radios", "select")), None)


def _open_reports(draft: Draft) -> Iterator[tuple[Submission, dict[str, Any]]]:
    since = timezone.now() - timedelta(days=DAYS)
    rows = Submission.objects.filter(version__form=draft.version.form_id, is_test=False, received_at__gte=since)
    for submission in rows.exclude(status__in=OVER).filter(erased_at=None).order_by("-received_at")[:MOST]:
        try:
            yield submission, submission.open_content().get("answers", {})
        except UnsealError:
            continue


def _metres(one: dict[str, str], other: dict[str, str]) -> float:
    """Return the distance of two spots on a flat map, which is exact enough for a street."""
    north = float(one["latitude"]) - float(other["latitude"])
    east = float(one["longitude"]) - float(other["longitude"])
    return METRES_A_DEGREE * math.hypot(north, east * math.cos(math.radians(float(one["latitude"]))))


def _words(place: dict[str, str]) -> set[str]:
    return set(re.findall(r"\w+", place.get("place", "").casefold())) - FILLERS
