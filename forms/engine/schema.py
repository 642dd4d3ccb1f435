"""The compiled form as frozen values. The JSON in ``FormVersion.schema`` is the authority; this reads it.

Nothing else names the parts of that JSON: blocks, compiler, import and export take them from here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

#: One turn of a repeating step: answers by question key, and ``ITEM_ID``, which tells two turns apart.
Item = dict[str, Any]
#: What one question holds, as JSON: text, a tick, chosen option values or file ids, the parts of an address;
#: under a repeating step's slug: its items.
Answer = str | bool | list[str] | dict[str, str] | list[Item]
Answers = Mapping[str, Answer]

ITEM_ID = "_id"
CONTENT_KINDS = frozenset({"guidance", "warning", "details", "exit"})
#: Kinds that need something outside the form: a calendar of times, an account that takes money.
SUPPLIED_KINDS = frozenset({"slot", "payment"})
#: What we work out from earlier answers; nobody types it.
WORKED_OUT_KINDS = frozenset({"calculation", "payment"})
CHOICE_KINDS = frozenset({"radios", "checkboxes", "select"})
NUMERIC_KINDS = frozenset({"number", "money", "yes_no", "radios", "select"}) | WORKED_OUT_KINDS
ADDRESS_PARTS = ("line_1", "line_2", "town", "postcode")
LOCATION_PARTS = ("place", "latitude", "longitude")
DATE_PARTS = ("day", "month", "year")
MONTH_PARTS = ("month", "year")
#: Kinds that have several boxes; each box is posted as ``<key>-<part>``.
PARTS: dict[str, tuple[str, ...]] = {
    "date": DATE_PARTS,
    "month": MONTH_PARTS,
    "address": ADDRESS_PARTS,
    "location": LOCATION_PARTS,
}
#: What may stand in ``limits``, whatever the kind; values are text or whole numbers.
LIMITS = (
    "max_length",
    "max_words",
    "min",
    "max",
    "places",
    "earliest",
    "latest",
    "min_choices",
    "max_choices",
    "max_files",
    "formula",
    "unit",
    "amount",
    "account",
    "resource",
    "nearby",
)


@dataclass(frozen=True)
class Option:
    """One choice: ``value`` never changes with the language, ``label`` does; an ``exclusive`` one stands alone."""

    value: str
    label: str
    hint: str = ""
    exclusive: bool = False


@dataclass(frozen=True)
class Question:
    """One question, or a piece of content (``CONTENT_KINDS``) that asks nothing."""

    key: str
    kind: str
    label: str
    hint: str = ""
    required: bool = True
    error_missing: str = ""
    error_invalid: str = ""
    maps_to: str = ""
    body: str = ""
    options: tuple[Option, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Return whether a resident answers this."""
        return self.kind not in CONTENT_KINDS | WORKED_OUT_KINDS

    @property
    def calculated(self) -> bool:
        """Return whether we work the answer out ourselves."""
        return self.kind in WORKED_OUT_KINDS

    @property
    def formula(self) -> str:
        """Return how a result or an amount is worked out."""
        return str(self.limits.get("formula") or self.limits.get("amount") or "")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Question":
        """Read one entry of ``steps[].questions[]``."""
        options = tuple(Option(**option) for option in data.get("options", ()))
        return cls(**{**data, "options": options})


@dataclass(frozen=True)
class Repeat:
    """How often a step may be answered; ``item`` names one turn ("Person"), ``another`` asks for the next."""

    min: int = 1
    max: int = 20
    item: str = ""
    another: str = ""


@dataclass(frozen=True)
class Step:
    """One page of the form; ``show_if`` is a tree of all, any, not, or None for always."""

    slug: str
    title: str
    questions: tuple[Question, ...]
    show_if: Mapping[str, Any] | None = None
    section: str = ""
    repeat: Repeat | None = None
    #: Further pages of each turn of a step that repeats; their conditions see the answers of the same turn.
    parts: tuple["Step", ...] = ()

    @cached_property
    def pages(self) -> tuple["Step", ...]:
        """Return all pages of a turn, this one first."""
        return (self, *self.parts)

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """Return the questions that a resident answers."""
        return tuple(question for question in self.questions if question.asks)

    @cached_property
    def calculations(self) -> tuple[Question, ...]:
        """Return what is worked out on this step."""
        return tuple(question for question in self.questions if question.calculated)

    @property
    def ends(self) -> bool:
        """Return whether the form stops here (an exit page: this is not the right form)."""
        return any(question.kind == "exit" for question in self.questions)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return under which keys the answers of this step stand: the step's own when it repeats."""
        return (self.slug,) if self.repeat else tuple(question.key for question in self.asked)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Step":
        """Read one entry of ``steps[]``."""
        repeat = data.get("repeat")
        return cls(  # parts are put together by ``Schema``
            slug=data["slug"],
            title=data["title"],
            questions=tuple(Question.from_json(question) for question in data["questions"]),
            show_if=data.get("show_if"),
            section=data.get("section", ""),
            repeat=Repeat(**repeat) if repeat else None,
        )


@dataclass(frozen=True)
class Schema:
    """A whole form: its steps, and ``facts`` (title, minutes, privacy, promise, team, retention) as JSON."""

    steps: tuple[Step, ...]
    facts: Mapping[str, Any]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Schema":
        """Read ``FormVersion.schema``."""
        return cls(steps=tuple(_with_parts(data["steps"])), facts=data)

    def step(self, slug: str) -> Step | None:
        """Return the page of that slug, on the path or not."""
        return next((page for step in self.steps for page in step.pages if page.slug == slug), None)

    def mapped(self, canonical: str) -> Question | None:
        """Return the question whose answer is the resident's ``name``, ``email``, ``phone`` and so on."""
        questions = (question for step in self.steps if not step.repeat for question in step.asked)
        return next((question for question in questions if question.maps_to == canonical), None)


def _with_parts(steps: Iterable[Mapping[str, Any]]) -> list[Step]:
    """Return the steps of a form; one that is ``part_of`` the repeating step before it becomes a page of its turns."""
    found: list[Step] = []
    for data in steps:
        step, head = Step.from_json(data), found[-1] if found else None
        part_of = data.get("part_of")
        if part_of and head and head.repeat and not step.repeat and part_of == head.slug:
            found[-1] = replace(head, parts=(*head.parts, step))
        else:
            found.append(step)
    return found


def items_in(answers: Answers, step: Step) -> list[Item]:
    """Return the items of a repeating step, each with answers to the questions of its turns only."""
    stored = answers.get(step.slug)
    keep = {ITEM_ID, *(question.key for page in step.pages for question in page.asked)}
    rows: Iterable[Any] = stored if isinstance(stored, list) else ()
    return [{key: value for key, value in row.items() if key in keep} for row in rows if isinstance(row, dict)]


def texts_in(answer: Answer | None) -> list[str]:
    """Return the option values or file ids of a list answer; nothing for any other."""
    return [value for value in answer if isinstance(value, str)] if isinstance(answer, list) else []
