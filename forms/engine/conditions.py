"""Conditions: a total evaluator. Anything it does not understand is false, never an error and never "show"."""

import json
import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from forms.engine.days import read_day
from forms.engine.schema import Answer, Answers

Tree = Mapping[str, Any]
MAX_DEPTH = 20


def holds(tree: Tree | None, answers: Answers, depth: int = 0) -> bool:
    """Return whether a condition holds; ``None`` (no condition) always does.

    A tree is ``{"all": [...]}``, ``{"any": [...]}``, ``{"not": tree}`` or ``{"key", "op", "value"}``.
    """
    if tree is None:
        return True
    if depth > MAX_DEPTH:
        return False
    if "all" in tree:
        return all(holds(branch, answers, depth + 1) for branch in tree["all"])
    if "any" in tree:
        return any(holds(branch, answers, depth + 1) for branch in tree["any"])
    if "not" in tree:
        return not holds(tree["not"], answers, depth + 1)
    return _leaf_holds(tree, answers)


def is_tree(tree: object, depth: int = 0) -> bool:
    """Return whether data from a file or an author is a whole tree that this evaluator walks to its end."""
    if not isinstance(tree, dict) or depth > MAX_DEPTH - 2:
        return False
    if set(tree) == {"not"}:
        return is_tree(tree["not"], depth + 1)
    for name in ("all", "any"):
        if set(tree) == {name}:
            return isinstance(tree[name], list) and all(is_tree(branch, depth + 1) for branch in tree[name])
    return set(tree) == {"key", "op", "value"} and all(isinstance(part, str) for part in tree.values())


def read_tree(text: str) -> Tree | None:
    """Return the tree that a text is the JSON of, or None."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return tree if is_tree(tree) else None


def keys_in(tree: Tree | None) -> Iterator[str]:
    """Yield the key of each question that a condition asks about."""
    if tree is None:
        return
    for branch in [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]:
        yield from keys_in(branch)
    if "key" in tree:
        yield str(tree["key"])


def _leaf_holds(leaf: Tree, answers: Answers) -> bool:
    compare = OPERATORS.get(str(leaf.get("op")))
    if compare is None:
        return False
    return compare(answers.get(str(leaf.get("key"))), str(leaf.get("value", "")))


def _is(answer: Answer | None, value: str) -> bool:
    if isinstance(answer, list):
        return value in answer
    if isinstance(answer, bool):
        return value == ("yes" if answer else "no")
    return isinstance(answer, str) and answer.casefold() == value.casefold()


def _contains(answer: Answer | None, value: str) -> bool:
    if isinstance(answer, list):
        return value in answer
    return isinstance(answer, str) and bool(value) and value.casefold() in answer.casefold()


def _answered(answer: Answer | None, _value: str = "") -> bool:
    return bool(answer) and answer != {}


def _compare(test: Callable[[Any, Any], bool], read: Callable[[str], Any]) -> Callable[[Answer | None, str], bool]:
    def compare(answer: Answer | None, value: str) -> bool:
        if not isinstance(answer, str):
            return False
        left, right = read(answer), read(value)
        return left is not None and right is not None and test(left, right)

    return compare


def read_number(text: str) -> Decimal | None:
    """Return the number that a text is, or None for one that is none."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _length(test: Callable[[Any, Any], bool]) -> Callable[[Answer | None, str], bool]:
    """Compare how many letters a text has, or how many choices, files or items were given."""

    def compare(answer: Answer | None, value: str) -> bool:
        limit = read_number(value)
        return isinstance(answer, str | list) and limit is not None and test(len(answer), limit)

    return compare


OPERATORS: dict[str, Callable[[Answer | None, str], bool]] = {
    "is": _is,
    "is_not": lambda answer, value: not _is(answer, value),
    "contains": _contains,
    "not_contains": lambda answer, value: not _contains(answer, value),
    "answered": _answered,
    "unanswered": lambda answer, _value: not _answered(answer),
    "lt": _compare(operator.lt, read_number),
    "lte": _compare(operator.le, read_number),
    "gt": _compare(operator.gt, read_number),
    "gte": _compare(operator.ge, read_number),
    "before": _compare(operator.lt, read_day),
    "on_or_before": _compare(operator.le, read_day),
    "after": _compare(operator.gt, read_day),
    "on_or_after": _compare(operator.ge, read_day),
    "longer_than": _length(operator.gt),
    "shorter_than": _length(operator.lt),
    "has_length": _length(operator.eq),
}
