"""From a question to the Django field that checks its answer. Cleaned values are plain JSON."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from forms.engine.dates import DateParts
from forms.engine.places import AddressParts
from forms.engine.schema import Question
from forms.engine.words import EmailText, LineText, LongText, NumberText, PhoneText

#: Limits when a form does not set its own.
MAX_LINE = 200
MAX_TEXT = 4000


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


def _number(question: Question) -> forms.Field:
    return NumberText(
        required=question.required,
        lowest=question.limits.get("min"),
        highest=question.limits.get("max"),
        error_messages=errors_of(question),
    )


def _one_of(question: Question) -> forms.Field:
    choices = [(option.value, option.label) for option in question.options]
    return forms.ChoiceField(choices=choices, required=question.required, error_messages=errors_of(question))


def _some_of(question: Question) -> forms.Field:
    choices = [(option.value, option.label) for option in question.options]
    return forms.MultipleChoiceField(choices=choices, required=question.required, error_messages=errors_of(question))


def _yes_no(question: Question) -> forms.Field:
    choices = [("yes", _("Yes")), ("no", _("No"))]
    return forms.ChoiceField(choices=choices, required=question.required, error_messages=errors_of(question))


def _simple(field: type[forms.Field]) -> Callable[[Question], forms.Field]:
    def build(question: Question) -> forms.Field:
        return field(required=question.required, error_messages=errors_of(question))

    return build


BUILDERS: dict[str, Callable[[Question], forms.Field]] = {
    "text": _text(LineText, MAX_LINE),
    "long_text": _text(LongText, MAX_TEXT),
    "name": _text(LineText, MAX_LINE),
    "email": _text(EmailText, 254),
    "phone": _text(PhoneText, 40),
    "number": _number,
    "date": _simple(DateParts),
    "yes_no": _yes_no,
    "radios": _one_of,
    "select": _one_of,
    "checkboxes": _some_of,
    "address": _simple(AddressParts),
    "file": _simple(FileIds),
    "declaration": _simple(Tick),
}
