"""Numbers in a text, whatever separates their thousands and decimals."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

#: One number: digits with separators between them. Spaces are judged apart, they may also part two numbers.
_NUMBER = re.compile(r"\d+(?:[.,'’·]\d+)*")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])")
_LAST = re.compile(r"^(.*)([.,·])(\d+)$")

#: The values that one number can be read as: ``1.000`` is 1000 in Polish and 1 in English.
Reading = frozenset[Decimal | str]


def numbers(text: str, *, english: bool = False) -> list[Reading]:
    """Return each number of ``text`` as the set of its readings, spaces between digits parting numbers."""
    return [readings(found, english=english) for found in _NUMBER.findall(text)]


def spaced(text: str) -> str:
    """Return ``text`` with the spaces between groups of three digits taken out."""
    return _SPACED.sub(lambda match: re.sub(r"\s", "", match.group()), text)


def split(text: str) -> str:
    """Return ``text`` with points and commas between digits made spaces: 17.30 may be a time."""
    return re.sub(r"(?<=\d)[.,·](?=\d)", " ", text)


def readings(token: str, *, english: bool) -> Reading:
    """Return what ``token`` can mean. English has one reading, other languages swap point and comma."""
    marks = set(re.findall(r"\D", token))
    if not marks:
        return frozenset({Decimal(token)})
    parts = re.split(r"\D", token)
    grouped = all(len(part) in {2, 3} for part in parts[1:-1]) and len(parts[-1]) == 3 and len(parts[0]) <= 3
    found: set[Decimal | str] = {".".join(parts)} if len(parts) > 2 else set()
    if len(marks) == 1 and grouped and not (english and marks == {"."}):
        found.add(Decimal("".join(parts)))
    if len(parts) == 2 and not (english and grouped and marks == {","}):
        found.add(Decimal(".".join(parts)))
    if len(marks) == 2 and (last := _LAST.match(token)):
        found.add(Decimal(re.sub(r"\D", "", last.group(1)) + "." + last.group(3)))
    return frozenset(found)


def unmatched(source: Iterable[Reading], target: Iterable[Reading]) -> tuple[list[Reading], list[Reading]]:
    """Return the numbers of each side that the other does not have."""
    left = Counter(target)
    missing: list[Reading] = []
    for number in source:
        twin = next((other for other in left if left[other] and other & number), None)
        if twin is None:
            missing.append(number)
        else:
            left[twin] -= 1
    return missing, list(left.elements())
