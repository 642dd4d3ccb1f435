"""From a question to the Django field that checks its answer. Cleaned values are plain JSON."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from forms.engine.choices import SomeOf
from forms.engine.dates import DateParts, MonthParts
from forms.engine.numbers import MoneyText, NumberText
from forms.engine.places import AddressParts, LocationParts
from forms.engine.schema import Question
from forms.engine.slots import SlotText
from forms.engine.words import EmailText, LineText, LongText, NationalInsurance, PhoneText, WebAddress

#: Limits when a form does not set its own.
MAX_LINE = 200
MAX_TEXT = 4000
MAX_BODY = 100_000
MAX_PLACES = 6


class Tick(forms.BooleanField):
    """A declaration: it must be ticked to go on."""

    widget = forms.CheckboxInput


class FileIds(forms.Field):
    """Ids of files that were inspected and stored before this form is checked (see ``runner/files.py``)."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: object) -> list[str]:
        """Return the ids; a required question needs at least one file."""
        ids = [str(item) for item in value] if isinstance(value, list) else []
        if self.required and not ids:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return ids


def field_for(question: Question) -> forms.Field:
    """Return the field of a question that asks something. Unknown kinds raise ``KeyError``: a compiler bug."""
    return BUILDERS[question.kind](question)


def errors_of(question: Question) -> dict[str, str]:
    """Return the author's own words for an empty and a wrong answer; compiled forms always have them."""
    missing = question.error_missing or str(_("Answer this question."))
    invalid = question.error_invalid or str(_("Check this answer."))
    return {"required": missing, "invalid": invalid, "invalid_choice": invalid}


def _text(field: type[LineText], limit: int) -> Callable[[Question], forms.Field]:
    def build(question: Question) -> forms.Field:
        length = int(question.limits.get("max_length") or limit)
        return field(required=question.required, max_length=length, error_messages=errors_of(question))

    return build


def _long_text(question: Question) -> forms.Field:
    words = question.limits.get("max_words")
    letters = int(question.limits.get("max_length") or (MAX_TEXT if words is None else MAX_BODY))
    return LongText(required=question.required, max_length=letters, max_words=words, error_messages=errors_of(question))


def _number(field: type[NumberText]) -> Callable[[Question], forms.Field]:
    def build(question: Question) -> forms.Field:
        return field(
            required=question.required,
            lowest=question.limits.get("min"),
            highest=question.limits.get("max"),
            places=int(question.limits.get("places", MAX_PLACES)),
            error_messages=errors_of(question),
        )

    return build


def _date(question: Question) -> forms.Field:
    days = {name: str(question.limits.get(name, "")) for name in ("earliest", "latest")}
    return DateParts(required=question.required, error_messages=errors_of(question), **days)


def _one_of(question: Question) -> forms.Field:
    choices = [(option.value, option.label) for option in question.options]
    return forms.ChoiceField(choices=choices, required=question.required, error_messages=errors_of(question))


def _some_of(question: Question) -> forms.Field:
    return SomeOf(
        question.options,
        lowest=question.limits.get("min_choices"),
        highest=question.limits.get("max_choices"),
        required=question.required,
        error_messages=errors_of(question),
    )


def _yes_no(question: Question) -> forms.Field:
    choices = [("yes", _("Yes")), ("no", _("No"))]
    return forms.ChoiceField(choices=choices, required=question.required, error_messages=errors_of(question))


def _simple(field: type[forms.Field]) -> Callable[[Question], forms.Field]:
    def build(question: Question) -> forms.Field:
        return field(required=question.required, error_messages=errors_of(question))

    return build


#: The registry of question types: whatever stands here can be asked. Blocks, templates and widgets share its names.
BUILDERS: dict[str, Callable[[Question], forms.Field]] = {
    "text": _text(LineText, MAX_LINE),
    "long_text": _long_text,
    "name": _text(LineText, MAX_LINE),
    "email": _text(EmailText, 254),
    "phone": _text(PhoneText, 40),
    "website": _text(WebAddress, 500),
    "ni_number": _text(NationalInsurance, 40),
    "number": _number(NumberText),
    "money": _number(MoneyText),
    "date": _date,
    "month": _simple(MonthParts),
    "yes_no": _yes_no,
    "radios": _one_of,
    "select": _one_of,
    "checkboxes": _some_of,
    "address": _simple(AddressParts),
    "location": _simple(LocationParts),
    "file": _simple(FileIds),
    "declaration": _simple(Tick),
    "slot": _simple(SlotText),
}
