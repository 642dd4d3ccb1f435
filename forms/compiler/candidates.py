"""Answers worth trying: between them they make every comparison of a form true and false."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from forms.engine import Answer
from forms.engine.numbers import read_count
from forms.engine.schema import Item

AROUND = ("", "0001-01-01", "9999-12-31", "-999999999", "999999999", "~")
LONGEST = 1_000


def candidates(question: Mapping[str, Any], values: Iterable[str]) -> list[Answer]:
    """Return answers to ``question`` (compiled JSON) for comparisons with ``values``; wishful ones come first."""
    options = [option["value"] for option in question.get("options", ())]
    kind = question["kind"]
    if kind == "repeat":
        return [_turns(count) for count in sorted({1, 0, *_around_counts(values)})]
    if kind == "checkboxes":
        return [[], options, *([option] for option in options)]
    if kind == "declaration":
        return [True, False]
    if kind == "yes_no":
        return ["yes", "no", ""]
    return [*options, ""] if options else _written(list(values))


def _turns(count: int) -> list[Item]:
    return [{} for _turn in range(count)]


def _written(values: list[str]) -> list[Answer]:
    numbers = sorted(float(value) for value in values if _is_number(value))
    between = [f"{(left + right) / 2:g}" for left, right in pairwise(numbers)]
    near = [f"{number + step:g}" for number in numbers for step in (-1, 1)]
    lengths = ["x" * count for count in _around_counts(values)]
    return [*dict.fromkeys([*values, *AROUND, *between, *near, *lengths, " ".join(values)])]


def _around_counts(values: Iterable[str]) -> list[int]:
    counts = [count for count in map(read_count, values) if count is not None and count < LONGEST]
    return [count + step for count in counts for step in (-1, 0, 1) if count + step >= 0]


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < 1e12
    except ValueError:
        return False
