"""Fields for written answers: lines, long text, e-mail, phone, number."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import phonenumbers
from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

#: Invisible controls that no name or address needs; ZWJ, ZWNJ and direction marks stay, scripts and emoji use them.
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")


class LineText(forms.CharField):
    """One line. Line breaks become spaces, so that a name can never add a header to an e-mail."""

    def to_python(self, value: Any) -> str:
        """Return the text without surrounding space and invisible controls."""
        text = CONTROLS.sub("", super().to_python(value) or "")
        return self.shape(text).strip()

    def shape(self, text: str) -> str:
        """Return the text on one line."""
        return re.sub(r"\s*[\r\n\u2028\u2029]+\s*", " ", text)

    def validate(self, value: str) -> None:
        """Say how much too long an answer is, as a person would."""
        super().validate(value)
        if self.max_length and len(value) > self.max_length:
            over = _("Your answer must be %(max)s characters or fewer. It is %(length)s now.")
            raise forms.ValidationError(over, code="too_long", params={"max": self.max_length, "length": len(value)})

    def run_validators(self, value: str) -> None:
        """Django's own length message would come a second time."""
        if "\x00" in value:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class LongText(LineText):
    """Several lines."""

    widget = forms.Textarea

    def shape(self, text: str) -> str:
        """Return the text with one kind of line break."""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class EmailText(LineText):
    """An e-mail address, checked for shape only: the receipt shows whether it works."""

    def validate(self, value: str) -> None:
        """Refuse what cannot be an address."""
        super().validate(value)
        if value:
            EmailValidator(message=self.error_messages["invalid"], code="invalid")(value)


class PhoneText(LineText):
    """A phone number: spaces, +44, 0044, brackets and an extension are all fine."""

    def validate(self, value: str) -> None:
        """Refuse what cannot be dialled; numbers reserved for drama count as possible."""
        super().validate(value)
        if value and not _can_be_dialled(value):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class NumberText(forms.Field):
    """A number, kept as the text of a decimal, so that nothing is rounded."""

    widget = forms.TextInput

    def __init__(self, *, lowest: str | None = None, highest: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lowest, self.highest = lowest, highest

    def to_python(self, value: Any) -> str:
        """Return plain digits; thousands commas are dropped, other signs refused."""
        text = str(value or "").strip().replace(",", "")
        if text and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", text):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return text

    def validate(self, value: str) -> None:
        """Name the limit that was passed."""
        super().validate(value)
        if value and self.lowest not in (None, "") and _decimal(value) < _decimal(self.lowest):
            raise forms.ValidationError(_("Enter %(limit)s or more."), code="low", params={"limit": self.lowest})
        if value and self.highest not in (None, "") and _decimal(value) > _decimal(self.highest):
            raise forms.ValidationError(_("Enter %(limit)s or less."), code="high", params={"limit": self.highest})


def parse_phone(text: str) -> str:
    """Return a phone number as E.164, or an empty text when it cannot be dialled."""
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _can_be_dialled(text: str) -> bool:
    return bool(parse_phone(text))


def _decimal(text: str | None) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal(0)
