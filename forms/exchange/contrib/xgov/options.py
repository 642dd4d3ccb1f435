"""A component's ``options`` and ``schema``: what our question types can do is kept, the rest is named as lost."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.exchange.clean import one_line, plain
from forms.exchange.ledger import Outcome
from forms.exchange.node import Node

#: Settings of the source that have no counterpart, with the reason.
LOST = {
    "classes": gettext_lazy("The look of a question is the site's own."),
    "rows": gettext_lazy("The look of a question is the site's own."),
    "hideTitle": gettext_lazy("A question is always shown: it is the label that screen readers read."),
    "optionalText": gettext_lazy("A question that may stay empty always says so."),
    "bold": gettext_lazy("The look of a question is the site's own."),
    "autocomplete": gettext_lazy("Choose in the editor which of the resident's facts this answer is."),
    "usePostcodeLookup": gettext_lazy("The site decides for all forms whether addresses can be looked up."),
    "hideOptionalText": gettext_lazy("A question that may stay empty always says so."),
    "regex": gettext_lazy("A pattern from a file is not run. Say in the hint what a right answer looks like."),
    "min": gettext_lazy("A shortest answer is not asked for: write in the hint how much you need."),
    "prefix": gettext_lazy("Write the unit into the question or its hint."),
    "suffix": gettext_lazy("Write the unit into the question or its hint."),
    "dropzoneConfig": gettext_lazy("How many files and which types is set in the editor."),
    "accept": gettext_lazy("Which types of file are safe is set for the whole site."),
}
NAMES = ("options", "schema", "values")


def settle_options(component: Node, question: dict[str, Any]) -> None:
    """Put what we can do into ``question`` and enter every setting."""
    for group in NAMES[:2]:
        for setting in component.child(group).members():
            name = setting.pointer.rsplit("/", 1)[1]
            if not _kept(name, setting, question):
                setting.lost(
                    str(LOST.get(name) or _("Waymark's question has no setting “%(name)s”.") % {"name": name[:60]})
                )
        if component.child(group).value in ({}, None):
            component.child(group).mark(Outcome.MAPPED)


def _kept(name: str, setting: Node, question: dict[str, Any]) -> bool:
    setter = SETTERS.get(name)
    if setter is None or not setter(setting, question):
        return False
    setting.mapped()
    return True


def _required(setting: Node, question: dict[str, Any]) -> bool:
    question["required"] = setting.value not in (False, "false")
    return True


def _most(setting: Node, question: dict[str, Any]) -> bool:
    """A ``max``: letters of a text, the highest number, or how many files."""
    number = _whole(setting.value)
    if question["kind"] == "number" and _is_number(setting.value):
        question["max"] = str(setting.value)
    elif number and question["kind"] in ("text", "long_text"):
        question["max_length"] = min(number, 20_000)
    elif number and question["kind"] == "file":
        question["max_files"] = min(number, 10)
    else:
        return False
    return True


def _least(setting: Node, question: dict[str, Any]) -> bool:
    number = _whole(setting.value)
    if question["kind"] == "number" and _is_number(setting.value):
        question["min"] = str(setting.value)
        return True
    return question["kind"] == "file" and number == 1 and question["required"]


def _length(setting: Node, question: dict[str, Any]) -> bool:
    return False if question["kind"] == "file" else _most(setting, question)


def _words(setting: Node, question: dict[str, Any]) -> bool:
    number = _whole(setting.value)
    if not number or question["kind"] != "long_text":
        return False
    question["max_words"] = min(number, 5_000)
    return True


def _places(setting: Node, question: dict[str, Any]) -> bool:
    number = _whole(setting.value)
    if number is None or question["kind"] != "number":
        return False
    question["places"] = min(number, 6)
    return True


def _integer(setting: Node, question: dict[str, Any]) -> bool:
    if setting.value is not True or question["kind"] != "number":
        return False
    question["places"] = 0
    return True


def _past(setting: Node, question: dict[str, Any]) -> bool:
    return _day(setting, question, "earliest", "-")


def _future(setting: Node, question: dict[str, Any]) -> bool:
    return _day(setting, question, "latest", "+")


def _day(setting: Node, question: dict[str, Any], limit: str, sign: str) -> bool:
    number = _whole(setting.value)
    if number is None or number > 9999 or question["kind"] != "date":
        return False
    question[limit] = f"today{sign}{number}d" if number else "today"
    return True


def _own_error(setting: Node, question: dict[str, Any]) -> bool:
    if not isinstance(setting.value, str):
        return False
    question["error_invalid"] = one_line(plain(setting.value))[:200]
    return True


SETTERS: dict[str, Callable[[Node, dict[str, Any]], bool]] = {
    "required": _required,
    "max": _most,
    "min": _least,
    "length": _length,
    "maxLength": _length,
    "maxWords": _words,
    "precision": _places,
    "integer": _integer,
    "maxDaysInPast": _past,
    "maxDaysInFuture": _future,
    "customValidationMessage": _own_error,
    "customValidation": _own_error,
}


def _whole(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if value >= 0 else None
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 8 else None


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool) and (
        isinstance(value, int | float) or (isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit())
    )
