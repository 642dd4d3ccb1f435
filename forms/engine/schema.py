"""The compiled form as frozen values. The JSON in ``FormVersion.schema`` is the authority; this reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: What one question holds, as JSON: text, a tick, chosen option values or file ids, or the parts of an address.
Answer = str | bool | list[str] | dict[str, str]
Answers = Mapping[str, Answer]

CONTENT_KINDS = frozenset({"guidance", "exit"})
CHOICE_KINDS = frozenset({"radios", "checkboxes", "select"})
ADDRESS_PARTS = ("line_1", "line_2", "town", "postcode")
DATE_PARTS = ("day", "month", "year")


@dataclass(frozen=True)
class Option:
    """One choice: ``value`` never changes with the language, ``label`` does."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class Question:
    """One question, or a piece of content (kinds ``guidance`` and ``exit``) that asks nothing."""

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
        return self.kind not in CONTENT_KINDS

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Question":
        """Read one entry of ``steps[].questions[]``."""
        options = tuple(Option(**option) for option in data.get("options", ()))
        return cls(**{**data, "options": options})


@dataclass(frozen=True)
class Step:
    """One page of the form; ``show_if`` is a tree of all, any, not, or None for always."""

    slug: str
    title: str
    questions: tuple[Question, ...]
    show_if: Mapping[str, Any] | None = None

    @property
    def asked(self) -> tuple[Question, ...]:
        """Return the questions that a resident answers."""
        return tuple(question for question in self.questions if question.asks)

    @property
    def ends(self) -> bool:
        """Return whether the form stops here (an exit page: this is not the right form)."""
        return any(question.kind == "exit" for question in self.questions)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Step":
        """Read one entry of ``steps[]``."""
        questions = tuple(Question.from_json(question) for question in data["questions"])
        return cls(slug=data["slug"], title=data["title"], questions=questions, show_if=data.get("show_if"))


@dataclass(frozen=True)
class Schema:
    """A whole form: its steps, and ``facts`` (title, minutes, privacy, promise, team, retention) as JSON."""

    steps: tuple[Step, ...]
    facts: Mapping[str, Any]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Schema":
        """Read ``FormVersion.schema``."""
        return cls(steps=tuple(Step.from_json(step) for step in data["steps"]), facts=data)

    def step(self, slug: str) -> Step | None:
        """Return the step of that slug, on the path or not."""
        return next((step for step in self.steps if step.slug == slug), None)

    def mapped(self, canonical: str) -> Question | None:
        """Return the question whose answer is the resident's ``name``, ``email``, ``phone`` and so on."""
        questions = (question for step in self.steps for question in step.asked)
        return next((question for question in questions if question.maps_to == canonical), None)
