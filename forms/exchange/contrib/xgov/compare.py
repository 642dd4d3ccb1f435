"""One comparison of the source as a tree of ours. Unknown operators raise: they are never "true"."""

from collections.abc import Callable
from typing import Any

from forms.exchange.base import Tree
from forms.exchange.contrib.xgov.book import Asked
from forms.exchange.contrib.xgov.expressions import UnreadableError
from forms.exchange.contrib.xgov.lists import Choices, source_text
from forms.exchange.logic import FALSE, all_of, any_of, leaf, negate

NUMBERS = {"is at least": "gte", "is at most": "lte", "is less than": "lt", "is more than": "gt"}
DATES = {
    "is before": "before",
    "is after": "after",
    "is at least": "on_or_after",
    "is at most": "on_or_before",
    "is less than": "before",
    "is more than": "after",
}
LENGTHS = {"is longer than": "longer_than", "is shorter than": "shorter_than", "has length": "has_length"}
#: DEFRA's operators in their own letters, and as they are here.
SAME = {"contains": "contains", "does not contain": "does not contain", "is": "is", "is not": "is not"}


def compare(asked: Asked, operator: str, value: Any) -> Tree:
    """Return the tree for ``question operator value``. Raises :class:`UnreadableError`."""
    if operator in ("is not", "does not contain"):
        return negate(compare(asked, "is" if operator == "is not" else "contains", value))
    if operator in LENGTHS:
        # No answer has no length there, while an empty text is shorter than any other here.
        return all_of([leaf(asked.key, "answered"), leaf(asked.key, LENGTHS[operator], _number(value))])
    handler = HANDLERS.get(asked.kind, _text)
    return handler(asked, operator, value)


def _picked(asked: Asked, operator: str, value: Any) -> Tree:
    """Try the comparison on each choice of the source: what the choices are called here then does not matter."""
    choices = asked.choices or Choices()
    holds = _test(operator, choices.number or isinstance(value, int | float))
    fitting = [choice.option["value"] for choice in choices.entries if holds(choice.source, source_text(value))]
    return any_of(leaf(asked.key, "is", name) for name in fitting)


def _test(operator: str, number: bool) -> Callable[[str, str], bool]:  # noqa: FBT001 - how the source compares
    if operator == "is":
        return lambda left, right: left == right
    if operator == "contains":
        return lambda left, right: right in left
    tests: dict[str, Callable[[Any, Any], bool]] = {
        "is at least": lambda left, right: left >= right,
        "is at most": lambda left, right: left <= right,
        "is less than": lambda left, right: left < right,
        "is more than": lambda left, right: left > right,
    }
    test = tests.get(operator)
    if test is None or not number:
        raise UnreadableError(operator)
    return lambda left, right: _is_number(left) and _is_number(right) and test(float(left), float(right))


def _ticked(asked: Asked, operator: str, value: Any) -> Tree:
    if operator not in ("is", "contains"):
        raise UnreadableError(operator)
    choices = asked.choices or Choices()
    wanted = source_text(value)
    names = [choice.option["value"] for choice in choices.entries if choice.source == wanted]
    return any_of(leaf(asked.key, "contains", name) for name in names)


def _yes_no(asked: Asked, operator: str, value: Any) -> Tree:
    if operator not in ("is", "contains"):
        raise UnreadableError(operator)
    answer = {"true": "yes", "yes": "yes", "false": "no", "no": "no"}.get(source_text(value).lower())
    return leaf(asked.key, "is", answer) if answer else FALSE


def _numeric(asked: Asked, operator: str, value: Any) -> Tree:
    if operator == "is":
        return all_of([leaf(asked.key, "gte", _number(value)), leaf(asked.key, "lte", _number(value))])
    if operator not in NUMBERS:
        raise UnreadableError(operator)
    return leaf(asked.key, NUMBERS[operator], _number(value))


def _day(asked: Asked, operator: str, value: Any) -> Tree:
    text = source_text(value)[:10]
    if operator == "is":
        return all_of([leaf(asked.key, "on_or_after", text), leaf(asked.key, "on_or_before", text)])
    if operator not in DATES:
        raise UnreadableError(operator)
    return leaf(asked.key, DATES[operator], text)


def _text(asked: Asked, operator: str, value: Any) -> Tree:
    if operator not in SAME:
        raise UnreadableError(operator)
    return leaf(asked.key, operator, source_text(value))


HANDLERS: dict[str, Callable[[Asked, str, Any], Tree]] = {
    "radios": _picked,
    "select": _picked,
    "checkboxes": _ticked,
    "yes_no": _yes_no,
    "declaration": _yes_no,
    "number": _numeric,
    "date": _day,
}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _number(value: Any) -> str:
    text = source_text(value)
    if not _is_number(text):
        raise UnreadableError(text)
    return text
