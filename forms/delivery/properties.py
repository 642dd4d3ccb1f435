"""Which property a request is about: by its UPRN where the address has one, and by the address as people write it."""

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from core.services import keyed_hash
from forms.models import Submission

#: A UPRN (unique property reference number) has up to 12 digits.
UPRN = re.compile(r"[0-9]{1,12}")
#: Short forms that people write; both spellings are one property.
SHORT = {
    "rd": "road",
    "st": "street",
    "ave": "avenue",
    "ln": "lane",
    "cl": "close",
    "dr": "drive",
    "apt": "flat",
    "apartment": "flat",
}
#: Part of a building, which people write before or after its number and street.
PART = re.compile(r"\b(?:flat|unit|room|studio) (?:\d+\w?|[a-z]\d*)\b")


def place_hash(address: Mapping[str, Any]) -> str:
    """Return the keyed hash of a property: of its UPRN where the address has one, else of building and postcode."""
    return uprn_hash(address) or address_hash(address)


def uprn_hash(address: Mapping[str, Any]) -> str:
    """Return the keyed hash of the UPRN; an empty text where the address has none."""
    uprn = str(address.get("uprn") or "").strip()
    return keyed_hash(f"uprn:{int(uprn)}", purpose="forms.place") if UPRN.fullmatch(uprn) else ""


def address_hash(address: Mapping[str, Any]) -> str:
    """Return the keyed hash of building and postcode; an empty text for half an address."""
    parts = [tidy(str(address.get(part) or "")) for part in ("line_1", "line_2", "postcode")]
    if not parts[0] or not parts[2]:
        return ""
    building = _flat_first(f"{parts[0]} {parts[1]}".strip())
    return keyed_hash(f"address:{building}|{parts[2]}", purpose="forms.place")


def tidy(text: str) -> str:
    """Return the words of a line in small letters, in one spelling of the usual short forms."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(SHORT.get(word, word) for word in words)


def _flat_first(building: str) -> str:
    """Return "9 high road flat 2" as "flat 2 9 high road": the numbers keep their meaning, the order is one."""
    return " ".join([*sorted(PART.findall(building)), *PART.sub(" ", building).split()])


def same_property(case: Submission) -> Q:
    """Return what finds the requests about the property of a case that has one.

    Requests with a UPRN and those with the address alone meet where that address was seen with this one UPRN. Where it
    was seen with several, it names a building and not one of its flats: then nothing is put together by it.
    """
    uprn = case.place_hash if case.address_hash else _only_uprn_at(case.place_hash)
    places = {case.place_hash, uprn} - {None}
    if uprn:
        written = _with_uprn().filter(place_hash=uprn).values_list("address_hash", flat=True).distinct()
        places |= {address for address in written if _only_uprn_at(address) == uprn}
    return Q(place_hash__in=places)


def _with_uprn() -> QuerySet[Submission]:
    return Submission.objects.filter(is_test=False, address_hash__isnull=False).order_by()


def _only_uprn_at(address: str | None) -> str | None:
    """Return the hash of the one UPRN that was given with an address; None for none and for several."""
    found = _with_uprn().filter(address_hash=address).values_list("place_hash", flat=True).distinct()[:2]
    known = list(found)
    return known[0] if len(known) == 1 else None
