"""What the council wants to reach, as everybody may read it: met, or not yet and why. Unknown is never met."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from insight.channel_names import channel_name
from insight.dashboards.cabinet import figures_of_targets
from insight.models import SatisfactionTarget
from insight.stats import Score
from insight.succession import name_of


@dataclass(frozen=True)
class Told:
    """One target in sentences; ``note`` (why it is short) and ``plan`` are what staff wrote, in English."""

    sentence: str
    note: str
    plan: str
    link: str


def told() -> list[Told]:
    """Return every target that is in force: two queries."""
    return [
        Told(_sentence(target, score), "" if _met(target, score) else target.note, target.plan, target.plan_link)
        for target, score in figures_of_targets()
    ]


def _met(target: SatisfactionTarget, score: Score) -> bool:
    return score.value is not None and score.value >= target.value


def _sentence(target: SatisfactionTarget, score: Score) -> str:
    channel = channel_name(target.channel) if target.channel else _("All ways to reach us")
    what = " · ".join(filter(None, [channel, name_of(target.service)]))
    words = _("%(what)s: we want %(target)s of 100 people to be satisfied.") % {"what": what, "target": target.value}
    if score.value is None:
        few = _("There are too few answers to say where we are.")
        return f"{words} {few}"
    now = _("In the last 90 days it was %(value)s of 100.") % {"value": round(score.value)}
    state = _("We have reached this target.") if _met(target, score) else _("We have not reached this target yet.")
    return f"{words} {now} {state}"
