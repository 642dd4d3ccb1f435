"""The guide "Make your document accessible": one chapter a program, made from the checks and their advice alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.documents.advice import ADVICE, Program
from accessibility.documents.base import Severity
from accessibility.documents.wcag import CRITERIA, RULES

_BLANK = re.compile(r"\{[a-z]+\}")
_GRAVE = (Severity.BLOCK, Severity.WARN)


@dataclass(frozen=True)
class Lesson:
    """One thing to do: ``steps`` in the program, and the faults (sentences for gettext) that they keep away.

    ``id`` is the first rule's; it stays as long as the rule does.
    """

    id: str
    steps: tuple[str, ...]
    faults: tuple[str, ...]
    rules: tuple[str, ...]
    blocks: bool


@dataclass(frozen=True)
class Section:
    """The lessons that serve one success criterion of WCAG 2.1; what no criterion asks for comes last."""

    criterion: str
    name: str
    lessons: tuple[Lesson, ...]


def chapter(program: Program) -> tuple[Section, ...]:
    """Return the sections of a program's chapter in the order of the criteria."""
    return tuple(
        Section(criterion, CRITERIA[criterion], lessons)
        for criterion in CRITERIA
        if (lessons := tuple(_lessons(program, criterion)))
    )


def lessons_of(program: Program) -> tuple[Lesson, ...]:
    """Return all lessons of a chapter."""
    return tuple(lesson for section in chapter(program) for lesson in section.lessons)


def _lessons(program: Program, criterion: str) -> Iterator[Lesson]:
    """Yield the lessons on one criterion, those on what blocks first; rules with the same steps are one lesson."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for rule in RULES.values():
        advice = ADVICE[rule.id]
        if rule.criterion == criterion and rule.severity in _GRAVE and program in advice.steps:
            steps = tuple(part for part in (advice.always, advice.steps[program]) if part)
            groups.setdefault(steps, []).append(rule.id)
    found = [_lesson(steps, tuple(rules)) for steps, rules in groups.items()]
    yield from sorted(found, key=lambda lesson: not lesson.blocks)


def _lesson(steps: tuple[str, ...], rules: tuple[str, ...]) -> Lesson:
    """Return one lesson."""
    faults = tuple(dict.fromkeys(ADVICE[rule].message for rule in rules))
    blocks = any(RULES[rule].severity is Severity.BLOCK for rule in rules)
    return Lesson(rules[0], steps, faults, rules, blocks)


def without_blanks(sentence: str) -> str:
    """Return a sentence of the checks with dots where a document's own words would stand."""
    return _BLANK.sub("…", sentence)
