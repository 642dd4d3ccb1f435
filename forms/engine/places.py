"""The address field: four lines, typed by hand; the error's code is the line to look at."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from forms.engine.dates import PartsInput
from forms.engine.schema import ADDRESS_PARTS
from forms.engine.words import CONTROLS

#: The shape of a British postcode. Whether it exists is for the address service.
POSTCODE = re.compile(r"(GIR ?0AA|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})")
MAX_LINE = 120


class AddressParts(forms.Field):
    """Building and street, town, postcode; the answer is a dict of those parts."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PartsInput(ADDRESS_PARTS), **kwargs)

    def clean(self, value: dict[str, str]) -> dict[str, str]:
        """Return the parts with a tidy postcode, or an empty dict for an optional address left empty."""
        parts = {part: CONTROLS.sub("", value[part].replace("\x00", "")) for part in ADDRESS_PARTS}
        if not any(parts.values()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="line_1")
            return {}
        if not parts["line_1"]:
            raise forms.ValidationError(_("Enter the first line of the address."), code="line_1")
        for part in ADDRESS_PARTS:
            if len(parts[part]) > MAX_LINE:
                raise forms.ValidationError(_("This line is too long. Use 120 letters or fewer."), code=part)
        return {**parts, "postcode": self._postcode(parts["postcode"])}

    def _postcode(self, text: str) -> str:
        if not text:
            raise forms.ValidationError(_("Enter a postcode."), code="postcode")
        tidy = re.sub(r"\s+", "", text.upper())
        spaced = f"{tidy[:-3]} {tidy[-3:]}"
        if not POSTCODE.fullmatch(spaced):
            raise forms.ValidationError(_("Enter a full postcode, such as OX1 1AA."), code="postcode")
        return spaced
