"""Typed marks of lists: what a line begins with, and which list shows the same by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(
    r"^\s*(?:(?P<bullet>[-–—•*·▪●◦‣■□➢✓\uf0b7\uf0a7\uf0d8\uf076]|o(?=\s))|"
    r"(?P<before>\(?)(?P<number>\d{1,2}|[a-zA-Z])(?P<after>[.)]))\s*"
)


@dataclass(frozen=True)
class Series:
    """A list: ``format`` is bullet, decimal, lowerLetter or upperLetter; ``lengths`` of the typed marks."""

    format: str
    start: int
    before: str
    after: str
    lengths: tuple[int, ...]


def series_of(lines: Sequence[str]) -> Series | None:
    """Return the list that shows what was typed, or None when none would: 1, 3, 7, or marks of several kinds."""
    marks = [_MARK.match(line) for line in lines]
    found = [mark for mark in marks if mark]
    if len(found) < len(lines) or not found:
        return None
    lengths = tuple(mark.end() for mark in found)
    if all(mark["bullet"] for mark in found):
        return Series("bullet", 1, "", "", lengths)
    if any(mark["bullet"] for mark in found) or len({(mark["before"], mark["after"]) for mark in found}) > 1:
        return None
    counted = _count([mark["number"] for mark in found])
    first = found[0]
    return Series(*counted, first["before"], first["after"], lengths) if counted else None


def _count(numbers: list[str]) -> tuple[str, int] | None:
    """Return the format and the first number of a series that counts one by one."""
    if all(number.isdecimal() for number in numbers):
        values, kind = [int(number) for number in numbers], "decimal"
    elif all(number.isalpha() for number in numbers):
        values = [ord(number.lower()) - 96 for number in numbers]
        kind = "lowerLetter" if numbers[0].islower() else "upperLetter"
        if any(number.islower() != numbers[0].islower() for number in numbers):
            return None
    else:
        return None
    return (kind, values[0]) if values == list(range(values[0], values[0] + len(values))) else None
