"""How many go on at each step of a form, and which step loses people. Pure: no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insight.dashboards.guide import StepGuide

#: Under so many starts no step is named: a handful of people proves nothing.
FEWEST = 30
#: A step loses people when this share of those who came to it, or more, did not go on.
WORTH_A_LOOK = 5.0


@dataclass(frozen=True)
class Stage:
    """One step: ``came`` is how many could have seen it, None where not everybody does; ``left`` those who went.

    ``given_up`` counts those who stood here a day after they had started.
    """

    slug: str
    title: str
    finished: int
    errors: int
    came: int | None
    given_up: int = 0

    @property
    def left(self) -> int | None:
        """Return how many did not go on; people who come back to a step are counted again, so never below zero."""
        return None if self.came is None else max(0, self.came - self.finished)

    @property
    def loss(self) -> float | None:
        """Return the per cent of those who came and left."""
        return None if self.left is None or not self.came else 100 * self.left / self.came


@dataclass(frozen=True)
class Funnel:
    """The whole way through one version of a form."""

    started: int
    sent: int
    stages: Sequence[Stage]

    @property
    def worst(self) -> Stage | None:
        """Return the step that loses most people; None when too few started, or none loses enough to speak of."""
        losing = [stage for stage in self.stages if stage.loss is not None and stage.loss >= WORTH_A_LOOK]
        return max(losing, key=lambda stage: stage.left or 0) if losing and self.started >= FEWEST else None

    @property
    def completion(self) -> float | None:
        """Return how many of 100 who start send the form."""
        return min(100.0, 100 * self.sent / self.started) if self.started else None


def funnel(counts: Mapping[str, int], steps: Sequence[StepGuide], check: str) -> Funnel:
    """Return the funnel from the roll-ups' own names, for example ``form.step:address``.

    Its last stage, called ``check``, is the page on which people check and send.
    """
    started, sent = counts.get("form.started", 0), counts.get("form.completed", 0)
    stages, came = [], started
    for step in steps:
        done, errors = counts.get(f"form.step:{step.slug}", 0), counts.get(f"form.error:{step.slug}", 0)
        stood = counts.get(f"form.abandoned:{step.slug}", 0)
        stages.append(Stage(step.slug, step.title, done, errors, came if step.always else None, stood))
        if step.always:
            came = done
    stages.append(Stage("", check, sent, 0, came, counts.get("form.abandoned", 0)))
    return Funnel(started, sent, stages)
