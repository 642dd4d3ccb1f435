"""How a rule of PDF/UA is written: a function from an opened file to breaches, each with its clause in both parts.

The clauses and test numbers are those that veraPDF counts by: ISO 14289-1 and ISO 14289-2. A clause that one part does
not have is left empty there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from accessibility.documents.base import Finding, Location
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.structure import Element


class Part(IntEnum):
    """The part of ISO 14289 that a file is measured by."""

    UA1 = 1
    UA2 = 2


@dataclass(frozen=True)
class Breach:
    """One place where a clause is broken. ``rule`` is a key of :data:`accessibility.documents.wcag.RULES`."""

    rule: str
    ua1: str
    ua2: str
    place: Location = Location()  # noqa: RUF009 - it is frozen


Test = Callable[[OpenedPdf], Iterator[Breach]]
_TESTS: list[Test] = []


def test(function: Test) -> Test:
    """Decorator: let :func:`run` ask this function."""
    _TESTS.append(function)
    return function


def run(opened: OpenedPdf, part: Part) -> Iterator[Finding]:
    """Yield one finding for each rule and clause of the part that is broken."""
    groups: dict[tuple[str, str], list[Location]] = defaultdict(list)
    for function in _TESTS:
        for breach in function(opened):
            clause = breach.ua1 if part is Part.UA1 else breach.ua2
            if clause:
                groups[breach.rule, clause].append(breach.place)
    for (rule, clause), places in sorted(groups.items(), key=lambda pair: pair[0]):
        yield Finding(rule, tuple(places[:10]), len(places), clause=clause)


def at(opened: OpenedPdf, element: Element) -> Location:
    """Return where a tag is."""
    number = element.obj.objgen[0] if element.obj.is_indirect else None
    return Location(page=element.page, item=number or None, path=opened.path(element))


def at_object(obj: Any, page: int | None = None) -> Location:
    """Return where an object other than a tag is."""
    return Location(page=page, item=obj.objgen[0] if obj.is_indirect else None)
