"""Fields for written answers: lines, long text, e-mail, phone, web address, National Insurance number."""

import re
from typing import Any

import phonenumbers
from django import forms
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

#: Invisible controls that no name or address needs; ZWJ, ZWNJ and direction marks stay, scripts and emoji use them.
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")

#: HMRC, NIM39110: the letters of a prefix, those never given, six digits, one of four suffixes.
NI_NUMBER = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")


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
    """Several lines; ``max_words`` counts words instead of letters."""

    widget = forms.Textarea

    def __init__(self, *, max_words: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_words = max_words

    def validate(self, value: str) -> None:
        """Say how many words there are when there are too many."""
        super().validate(value)
        count = len(value.split())
        if self.max_words and count > self.max_words:
            over = _("Your answer must be %(max)s words or fewer. It is %(length)s now.")
            raise forms.ValidationError(over, code="too_long", params={"max": self.max_words, "length": count})

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


class WebAddress(LineText):
    """A web address, with or without https:// in front."""

    def validate(self, value: str) -> None:
        """Refuse what no browser could open."""
        super().validate(value)
        if value:
            full = value if "://" in value else f"https://{value}"
            URLValidator(schemes=["http", "https"], message=self.error_messages["invalid"], code="invalid")(full)


class NationalInsurance(LineText):
    """A National Insurance number, kept as ``QQ123456C``: spaces and small letters are fine."""

    def shape(self, text: str) -> str:
        """Return it without spaces, in capitals."""
        return re.sub(r"[\s-]", "", text).upper()

    def validate(self, value: str) -> None:
        """Refuse what HMRC gives to nobody."""
        super().validate(value)
        if value and not NI_NUMBER.fullmatch(value):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


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
