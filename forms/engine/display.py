"""Answers in words, as the check page, the receipt and staff read them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forms.engine.schema import PARTS, Answer, Question, texts_in
from forms.engine.slots import day_of, hours_of, read_interval


def in_words(question: Question, answer: Answer) -> list[str]:
    """Return the answer as lines of text; an empty list when there is none. File ids are left to the caller."""
    if isinstance(answer, bool):
        return [_("Yes")] if answer else [_("No")]
    if isinstance(answer, dict):
        return [answer[part] for part in PARTS.get(question.kind, ()) if answer.get(part)]
    if isinstance(answer, list):
        return [] if question.kind == "file" else [_label(question, value) for value in texts_in(answer)]
    if not answer:
        return [_("We cannot work this out from your answers.")] if question.calculated else []
    return TEXTS.get(question.kind, _plain)(question, answer)


def _plain(question: Question, answer: str) -> list[str]:
    return [_label(question, answer)] if question.options else answer.splitlines()


def _yes_no(_question: Question, answer: str) -> list[str]:
    return [_("Yes") if answer == "yes" else _("No")]


def _day(_question: Question, answer: str) -> list[str]:
    return [date_format(date.fromisoformat(answer), "j E Y")]


def _month(_question: Question, answer: str) -> list[str]:
    return [date_format(date.fromisoformat(f"{answer}-01"), "F Y")]


def _money(_question: Question, answer: str) -> list[str]:
    return [f"£{Decimal(answer):,.2f}".removesuffix(".00")]


def _result(question: Question, answer: str) -> list[str]:
    return _money(question, answer) if question.limits.get("unit") == "money" else [f"{Decimal(answer):,}"]


def _ni_number(_question: Question, answer: str) -> list[str]:
    return [" ".join([*(answer[at : at + 2] for at in range(0, 8, 2)), answer[8:]])]


def _slot(_question: Question, answer: str) -> list[str]:
    found = read_interval(answer)
    return [day_of(found), hours_of(found)] if found else []


def _to_pay(question: Question, answer: str) -> list[str]:
    return [_("Nothing to pay")] if answer == "0" else _money(question, answer)


TEXTS: dict[str, Callable[[Question, str], list[str]]] = {
    "yes_no": _yes_no,
    "date": _day,
    "month": _month,
    "money": _money,
    "calculation": _result,
    "ni_number": _ni_number,
    "slot": _slot,
    "payment": _to_pay,
}


def _label(question: Question, value: str) -> str:
    return next((option.label for option in question.options if option.value == value), value)
