"""Fields for numbers and amounts of money. Answers are the text of a decimal, so that nothing is rounded."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _

#: A count with more digits is none; Python refuses to read one of thousands (CVE-2020-10735).
MOST_DIGITS = 9


def read_count(text: str) -> int | None:
    """Return a whole number of 0 or more, or None for a text that is none or too long for a count."""
    return int(text) if len(text) <= MOST_DIGITS and text.isascii() and text.isdecimal() else None


class NumberText(forms.Field):
    """A number, kept as the text of a decimal, so that nothing is rounded."""

    widget = forms.TextInput

    def __init__(
        self, *, lowest: str | None = None, highest: str | None = None, places: int = 6, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.lowest, self.highest, self.places = lowest, highest, places

    def to_python(self, value: Any) -> str:
        """Return plain digits; thousands commas are dropped, other signs refused."""
        text = str(value or "").strip().replace(",", "")
        if text and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", text):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return text

    def validate(self, value: str) -> None:
        """Name the limit that was passed."""
        super().validate(value)
        if len(value.partition(".")[2]) > self.places:
            words = _("Enter a whole number.") if self.places == 0 else _("Enter a number with fewer decimal places.")
            raise forms.ValidationError(words, code="places")
        if value and self.lowest not in (None, "") and _decimal(value) < _decimal(self.lowest):
            raise forms.ValidationError(_("Enter %(limit)s or more."), code="low", params={"limit": self.lowest})
        if value and self.highest not in (None, "") and _decimal(value) > _decimal(self.highest):
            raise forms.ValidationError(_("Enter %(limit)s or less."), code="high", params={"limit": self.highest})


class MoneyText(NumberText):
    """An amount in pounds: a pound sign is fine, pence are two digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "places": 2})

    def to_python(self, value: Any) -> str:
        """Return plain digits without the pound sign; an amount is never below nought."""
        text = super().to_python(str(value or "").strip().removeprefix("£").strip())
        if text.startswith("-"):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return text


def _decimal(text: str | None) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal(0)
