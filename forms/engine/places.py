"""The fields of places: an address of four lines, a spot in words or on the map. The error's code names the box."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from forms.engine.dates import PartsInput
from forms.engine.schema import ADDRESS_PARTS, LOCATION_PARTS
from forms.engine.words import CONTROLS

#: The shape of a British postcode. Whether it exists is for the address service.
POSTCODE = re.compile(r"(GIR ?0AA|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})")
MAX_LINE = 120
MAX_PLACE = 300
#: The United Kingdom with its islands, in degrees.
BOUNDS = {"latitude": (49.0, 61.5), "longitude": (-9.0, 2.5)}


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


class LocationParts(forms.Field):
    """A spot: words ("outside 12 High Street") or the map's latitude and longitude; words alone are enough."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PartsInput(LOCATION_PARTS), **kwargs)

    def clean(self, value: dict[str, str]) -> dict[str, str]:
        """Return the parts, or an empty dict for an optional place left empty."""
        place = re.sub(r"\s+", " ", CONTROLS.sub("", value["place"].replace("\x00", ""))).strip()
        spot = {part: value[part] for part in BOUNDS}
        if not place and not any(spot.values()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="place")
            return {}
        if len(place) > MAX_PLACE:
            raise forms.ValidationError(_("Use 300 letters or fewer to say where it is."), code="place")
        for part, text in spot.items():
            _check_degrees(part, text, needed=any(spot.values()))
        return {"place": place, **spot}


def _check_degrees(part: str, text: str, *, needed: bool) -> None:
    if not text and not needed:
        return
    lowest, highest = BOUNDS[part]
    if not re.fullmatch(r"-?[0-9]{1,2}(\.[0-9]{1,10})?", text) or not lowest <= float(text) <= highest:
        words = {
            "latitude": _("Enter a latitude in the United Kingdom, such as 51.752, or leave both numbers empty."),
            "longitude": _("Enter a longitude in the United Kingdom, such as -1.258, or leave both numbers empty."),
        }
        raise forms.ValidationError(words[part], code=part)
