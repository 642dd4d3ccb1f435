"""Look at everything that is live: each must have passed under today's rules. Nothing is taken down by this."""

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page

from accessibility.extract import language_of
from accessibility.gate.records import record
from accessibility.gate.verdict import evaluate
from accessibility.models import GateResult, InvariantRun
from accessibility.models.subject import subject_of
from accessibility.night import last_night
from accessibility.rules import ruleset

#: Seconds that one turn may take, and how often there is a turn.
TURN = 5.0
EVERY = timedelta(seconds=20)
CHUNK = 100


@dataclass(frozen=True)
class Miss:
    """Something live that the gate would refuse. ``owner`` is a team or user, "" when nobody is named."""

    kind: str
    object_id: str
    name: str
    locale: str
    owner: str
    faults: list[str]


def check_invariants() -> InvariantRun:
    """Check all live objects at once and store what was missed: for the command line.

    A stored pass is not believed: a file, a picture or a snippet may have changed under the same page.
    """
    for obj in live_objects():
        check(obj)
    return store_run()


def check_in_turns(now: datetime | None = None, *, seconds: float = TURN) -> int:
    """Take one turn of the night's check; return how many objects were looked at, 0 when it is done.

    An object is due when it has no verdict under today's rules since the night began: no list is kept, so a worker
    that was killed goes on where it was, and receipts wait for one turn at most.
    """
    since = last_night(now or timezone.now())
    if InvariantRun.objects.filter(finished_at__gte=since, ruleset=ruleset()).exists():
        return 0
    ends, count = time.monotonic() + seconds, 0
    for obj in due_objects(since):
        check(obj)
        count += 1
        if time.monotonic() > ends:
            return count
    store_run()
    return count


def check(obj: Any) -> None:
    """Store the verdict of today's rules on something live."""
    record(obj, evaluate(obj), live=True)


def live_querysets() -> Iterator[models.QuerySet[Any]]:
    """Yield every live page in its specific form, then the live snippets of each model that knows drafts."""
    yield Page.objects.live().filter(depth__gt=1).specific()
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model._default_manager.filter(live=True)


def live_objects() -> Iterator[Any]:
    """Yield all that is live, a hundred rows in memory at once."""
    for found in live_querysets():
        yield from found.iterator(chunk_size=CHUNK)


def due_objects(since: datetime) -> Iterator[Any]:
    """Yield what is live and has no verdict under today's rules since then."""
    for found in live_querysets():
        kind = subject_of(found.model())["content_type"]
        seen = GateResult.objects.filter(
            content_type=kind, object_id=OuterRef("gate_key"), live=True, ruleset=ruleset(), checked_at__gte=since
        )
        due = found.annotate(gate_key=Cast("pk", models.CharField())).filter(~Exists(seen))
        yield from due.order_by("pk").iterator(chunk_size=CHUNK)


def store_run() -> InvariantRun:
    """Store one look at everything: how much is live, and what of it has no pass under today's rules."""
    checked = sum(found.count() for found in live_querysets())
    misses = [asdict(found) for found in all_misses()]
    return InvariantRun.objects.create(ruleset=ruleset(), checked=checked, misses=misses)


def all_misses() -> Iterator[Miss]:
    """Yield what is live against its stored verdict."""
    failed = GateResult.objects.filter(live=True, ruleset=ruleset(), verdict=GateResult.Verdict.FAIL)
    for found in live_querysets():
        kind = subject_of(found.model())["content_type"]
        rows = failed.filter(content_type=kind, object_id=OuterRef("gate_key"))
        missed = found.annotate(
            gate_key=Cast("pk", models.CharField()), gate_findings=Subquery(rows.values("findings")[:1])
        )
        for obj in missed.filter(Exists(rows)).order_by("pk").iterator(chunk_size=CHUNK):
            yield miss(obj, [one["message"] for one in obj.gate_findings if one["blocking"]])


def miss(obj: Any, faults: list[str]) -> Miss:
    """Return the miss with who should mend it."""
    owner = getattr(obj, "owning_team", None) or getattr(obj, "owner", None) or ""
    return Miss(obj._meta.label, str(obj.pk), str(obj), language_of(obj), str(owner), faults)
