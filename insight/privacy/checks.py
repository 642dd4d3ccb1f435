"""Checksums and small judgements that a pattern alone cannot make. Each takes the match and says yes or no."""

import re

_ORDINAL = re.compile(r"[\s-]\d(?:st|nd|rd|th)$")
#: "2025/26" and "2026": council tax years are no references.
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/-](?:20)?\d\d)?")
_SAID = re.compile(r"\b(?:number|no|num|id|code|ref|reference)\b|[#:]", re.IGNORECASE)


def digits(text: str) -> str:
    """Return the digits of ``text`` in order, other scripts' digits as ASCII."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def luhn(match: re.Match[str]) -> bool:
    """Return whether a card number of 13 to 19 digits passes ISO/IEC 7812's check digit."""
    number = digits(match.group())
    if not 13 <= len(number) <= 19 or len(set(number)) == 1:
        return False
    total = 0
    for place, character in enumerate(reversed(number)):
        value = int(character) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def nhs_number(match: re.Match[str]) -> bool:
    """Return whether ten digits pass the NHS number's modulus 11 check (NHS Data Dictionary)."""
    number = digits(match.group())
    if len(number) != 10 or len(set(number)) == 1:
        return False
    total = sum(int(character) * weight for character, weight in zip(number, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(number[9])


def uk_phone(match: re.Match[str]) -> bool:
    """Return whether the digits are as many as a UK number has (10 or 11 with its leading zero)."""
    number = digits(match.group())
    for prefix in ("0044", "44"):
        if number.startswith(prefix):
            number = "0" + number.removeprefix(prefix).lstrip("0")
            break
    return number.startswith("0") and len(number) in (10, 11) and number[1] in "1235789"


def not_ordinal(match: re.Match[str]) -> bool:
    """Return False for "E3 4th": an ordinal in small letters is no postcode."""
    return not _ORDINAL.search(match.group())


def reference(match: re.Match[str]) -> bool:
    """Return whether this is a reference: "order online", "council tax 2025/26" and "rent 1200" are not.

    Three digits are enough after "number", "ref" or a sign; without, it takes five or a letter.
    """
    found = match.group(1)
    if len(digits(found)) < 3 or _YEARS.fullmatch(found):
        return False
    said = _SAID.search(match.group()[: match.start(1) - match.start()])
    return bool(said) or not found.isdecimal() or len(found) >= 5
