"""Answers in words, as the check page, the receipt and staff read them."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forms.engine.schema import ADDRESS_PARTS, Answer, Question


def in_words(question: Question, answer: Answer) -> list[str]:
    """Return the answer as lines of text; an empty list when there is none. File ids are left to the caller."""
    if isinstance(answer, bool):
        return [_("Yes")] if answer else [_("No")]
    if isinstance(answer, dict):
        return [answer[part] for part in ADDRESS_PARTS if answer.get(part)]
    if isinstance(answer, list):
        return [] if question.kind == "file" else [_label(question, value) for value in answer]
    if not answer:
        return []
    return _text(question, answer)


def _text(question: Question, answer: str) -> list[str]:
    if question.kind == "yes_no":
        return [_("Yes") if answer == "yes" else _("No")]
    if question.options:
        return [_label(question, answer)]
    if question.kind == "date":
        return [date_format(date.fromisoformat(answer), "j E Y")]
    return answer.splitlines()


def _label(question: Question, value: str) -> str:
    return next((option.label for option in question.options if option.value == value), value)
