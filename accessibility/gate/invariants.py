"""Look at everything that is live: each must have passed under today's rules. Nothing is taken down by this."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from wagtail.models import DraftStateMixin, Page

from accessibility.extract import language_of
from accessibility.gate.records import record
from accessibility.gate.verdict import evaluate
from accessibility.models import InvariantRun
from accessibility.rules import ruleset


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
    """Check all live objects and store what was missed.

    A stored pass is not believed: a file, a picture or a snippet may have changed under the same page.
    """
    checked, misses = 0, []
    for obj in live_objects():
        checked += 1
        verdict = evaluate(obj)
        record(obj, verdict, live=True)
        if not verdict.may_publish:
            misses.append(miss(obj, [finding.message for finding in verdict.blocking]))
    return InvariantRun.objects.create(ruleset=ruleset(), checked=checked, misses=[asdict(found) for found in misses])


def live_objects() -> Iterator[Any]:
    """Yield every live page in its specific form, then every live snippet that knows drafts."""
    yield from Page.objects.live().filter(depth__gt=1).specific().iterator(chunk_size=100)
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield from model._default_manager.filter(live=True).iterator(chunk_size=100)


def miss(obj: Any, faults: list[str]) -> Miss:
    """Return the miss with who should mend it."""
    owner = getattr(obj, "owning_team", None) or getattr(obj, "owner", None) or ""
    return Miss(obj._meta.label, str(obj.pk), str(obj), language_of(obj), str(owner), faults)
