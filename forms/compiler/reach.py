"""Which steps can be reached at all: each is walked to with the answers that decide whether it is shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.candidates import candidates
from forms.compiler.conditions import answered_in, leaves
from forms.engine import Answer, Schema, path
from forms.engine.schema import WORKED_OUT_KINDS
from forms.engine.sums import keys_of

#: So many answer sets are tried for one step. A step that needs more is not called unreachable, but named.
MOST_WALKS = 3_000


def unreachable_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each step that no answers lead to, and a note for each that could not be tried to the end."""
    steps = blueprint.schema["steps"]
    own = [at for at, step in enumerate(steps) if not step.get("part_of")]
    yield from _unreached(blueprint, own, {at: steps[at] for at in own})
    for head in own:
        turn = [at for at, step in enumerate(steps) if at == head or (at > head and _belongs(step, steps[head]))]
        if len(turn) > 1:
            once = {at: {**steps[at], "repeat": None, "part_of": None} for at in turn}
            before = {at: steps[at] for at in own if at < head}
            yield from _unreached(blueprint, turn[1:], {**before, **once})


def _belongs(step: Mapping[str, Any], head: Mapping[str, Any]) -> bool:
    return bool(head.get("repeat")) and step.get("part_of") == head["slug"]


def _unreached(blueprint: Blueprint, judged: list[int], steps: Mapping[int, dict[str, Any]]) -> Iterator[GateFinding]:
    """Yield a fault for each ``judged`` position that no walk through ``steps`` (by position) comes by."""
    schema = Schema.from_json({**blueprint.schema, "steps": [*steps.values()]})
    tested = Tested.of([*steps.values()])
    reached = {step.slug for step in path(schema, {})}
    for position, (at, step) in enumerate(zip(steps, schema.steps, strict=True)):
        if at not in judged or step.slug in reached:
            continue
        walks = [*_walks(schema, step.slug, tested.answer_sets(position))]
        reached |= {slug for slugs in walks for slug in slugs}
        if step.slug not in reached:
            sure = len(walks) < MOST_WALKS and not tested.guesses(position)
            yield _finding(step.title, blueprint.block_ids[at, None], sure=sure)


def _walks(schema: Schema, wanted: str, answer_sets: Iterator[dict[str, Answer]]) -> Iterator[frozenset[str]]:
    """Yield the steps of one walk after another, until one comes by the wanted step."""
    for answers in islice(answer_sets, MOST_WALKS):
        slugs = frozenset(step.slug for step in path(schema, answers))
        yield slugs
        if wanted in slugs:
            return


def _finding(title: str, block_id: str, *, sure: bool) -> GateFinding:
    if sure:
        message = _("No answers lead to the step “%(step)s”.") % {"step": title}
        how = _("Check when it is shown, and whether an exit stands before it.")
        return GateFinding("forms.unreachable-step", message, how, "", block_id)
    message = _("We tried many answers and none led to the step “%(step)s”.") % {"step": title}
    how = _("Try the form yourself, and add an example that leads there.")
    return GateFinding("forms.perhaps-unreachable", message, how, "", block_id, blocking=False)


@dataclass
class Tested:
    """What the conditions of a form ask about: ``values`` compared with by key, and ``home``: key -> step position."""

    steps: list[dict[str, Any]]
    questions: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)
    home: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, steps: list[dict[str, Any]]) -> "Tested":
        """Read compiled steps whose conditions have no faults."""
        tested = cls(steps)
        for position, step in enumerate(steps):
            for key, question in answered_in(step).items():
                tested.questions[key], tested.home[key] = question, position
            for leaf in leaves(step["show_if"]):
                tested.values.setdefault(leaf["key"], []).append(str(leaf.get("value", "")))
        return tested

    def answer_sets(self, position: int) -> Iterator[dict[str, Answer]]:
        """Yield answers to what decides whether the step at ``position`` is shown."""
        keys = [key for key in self.keys(position) if self.questions[key]["kind"] not in WORKED_OUT_KINDS]
        choices = [candidates(self.questions[key], self.values.get(key, [])) for key in keys]
        for answers in product(*choices):
            yield dict(zip(keys, answers, strict=True))

    def guesses(self, position: int) -> bool:
        """Return whether a result decides it: there the answers that we try may miss the right ones."""
        return any(self.questions[key]["kind"] in WORKED_OUT_KINDS for key in self.keys(position))

    def keys(self, position: int) -> list[str]:
        """Return the keys that decide it: its own condition's, those of exits before it, and theirs in turn."""
        exits = [n for n in range(position) if any(q["kind"] == "exit" for q in self.steps[n]["questions"])]
        waiting, looked = [position, *exits], set[int]()
        found: dict[str, None] = {}
        while waiting:
            at = waiting.pop(0)
            looked.add(at)
            for key in self._asked_by(at):
                found[key] = None
                if self.home[key] not in looked:
                    waiting.append(self.home[key])
        return list(found)

    def _asked_by(self, position: int) -> Iterator[str]:
        for leaf in leaves(self.steps[position]["show_if"]):
            yield from self._with_sources(leaf["key"])

    def _with_sources(self, key: str) -> Iterator[str]:
        yield key
        formula = self.questions[key].get("limits", {}).get("formula", "")
        for source in keys_of(str(formula)):
            if source in self.questions:
                yield from self._with_sources(source)
