"""The parameters that the GOV.UK components take, for one question."""

from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from forms.engine import Question
from forms.engine.display import in_words
from forms.engine.path import on_path
from forms.engine.schema import PARTS
from forms.models.draft import Channel
from forms.runner.slots import slots_of
from forms.runner.turn import Turn

#: Purposes of WCAG 1.3.5, by what the author said an answer is.
AUTOCOMPLETE = {
    "name": "name",
    "email": "email",
    "phone": "tel",
    "organisation": "organization",
    "day": "bday-day",
    "month": "bday-month",
    "year": "bday-year",
    "line_1": "address-line1",
    "line_2": "address-line2",
    "town": "address-level2",
    "postcode": "postal-code",
}
WIDTHS = {"day": 2, "month": 2, "year": 4, "town": 20, "postcode": 10, "latitude": 10, "longitude": 10}
Messages = list[tuple[str, str]]


def item_of(
    turn: Turn, question: Question, data: MultiValueDict[str, str], messages: Messages, *, heading: bool
) -> dict[str, Any]:
    """Return what ``forms/questions/<kind>.jinja`` draws; ``messages`` pairs each error with its part."""
    own = turn.journey.draft.channel == Channel.WEB and bool(question.maps_to) and not turn.item
    text = question.label if question.required else _("%(label)s (optional)") % {"label": question.label}
    size = "xl" if heading else "s"
    chosen = data.getlist(question.key)
    return {
        "question": question,
        "label": {"text": text, "classes": f"govuk-label--{size}", "isPageHeading": heading},
        "legend": {"text": text, "classes": f"govuk-fieldset__legend--{size}", "isPageHeading": heading},
        "hint": {"text": question.hint} if question.hint else None,
        "error": _error(messages) if messages else None,
        "value": data.get(question.key, ""),
        "chosen": ["yes"] if question.kind == "declaration" and chosen else chosen,
        "choices": choices_of(question),
        "boxes": boxes_of(question, data, messages, own=own),
        "described_by": _described_by(question, messages),
        "autocomplete": AUTOCOMPLETE.get(question.maps_to, "") if own else "",
        "files": list(turn.files(question)) if question.kind == "file" else [],
        "result": _result(turn, question) if question.calculated else [],
        "slots": slots_of(turn, question) if question.kind == "slot" else {},
    }


def _error(messages: Messages) -> dict[str, str]:
    """Return the message over the field; the component's own word for "Error" is English."""
    return {"text": " ".join(message for message, _part in messages), "visuallyHiddenText": _("Error")}


def choices_of(question: Question) -> list[dict[str, Any]]:
    """Return the items of radios, checkboxes or a select; before one that stands alone comes the word "or"."""
    items: list[dict[str, Any]] = []
    for option in question.options:
        if option.exclusive and items:
            items.append({"divider": _("or")})
        items.append(choice_of(option.value, option.label, option.hint))
        if option.exclusive:
            items[-1]["behaviour"] = "exclusive"
    return items


def choice_of(value: str, label: str, hint: str) -> dict[str, Any]:
    """Return one item of radios, checkboxes or a select."""
    return {"value": value, "text": label, **({"hint": {"text": hint}} if hint else {})}


def _result(turn: Turn, question: Question) -> list[str]:
    """Return what a calculation gives with the answers so far, in words."""
    answers = on_path(turn.journey.schema, turn.journey.answers)
    return in_words(question, answers.get(question.key, ""))


def boxes_of(
    question: Question, data: MultiValueDict[str, str], messages: Messages, *, own: bool
) -> list[dict[str, Any]]:
    """Return the boxes of a date or an address; the box that is wrong is marked, all of them if it is none alone."""
    parts = PARTS.get(question.kind, ())
    wrong = {part for _message, part in messages if part in parts}
    return [_box(question.key, part, data, marked=part in wrong, own=own) for part in parts]


def _box(key: str, part: str, data: MultiValueDict[str, str], *, marked: bool, own: bool) -> dict[str, Any]:
    width = f"govuk-input--width-{WIDTHS[part]}" if part in WIDTHS else ""
    return {
        "name": part,
        "id": f"{key}-{part}",
        "label": _part_label(part),
        "value": data.get(f"{key}-{part}", ""),
        "classes": f"{width} govuk-input--error".strip() if marked else width,
        "autocomplete": AUTOCOMPLETE.get(part, "") if own else "",
        "described_by": f"{key}-error" if marked else "",
    }


def _part_label(part: str) -> str:
    labels = {
        "day": _("Day"),
        "month": _("Month"),
        "year": _("Year"),
        "line_1": _("Building and street"),
        "line_2": _("Address line 2 (optional)"),
        "town": _("Town or city"),
        "postcode": _("Postcode"),
        "place": _("Where is it?"),
        "latitude": _("Latitude (optional)"),
        "longitude": _("Longitude (optional)"),
    }
    return labels[part]


def _described_by(question: Question, messages: Messages) -> str:
    ids = [f"{question.key}-hint"] if question.hint else []
    return " ".join([*ids, *([f"{question.key}-error"] if messages else [])])
