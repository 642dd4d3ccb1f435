"""The loss report: one line for every element of the source, so that nothing is left behind in silence.

An element is every object below the root and every single value, named by its JSON pointer (RFC 6901).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.clean import shown


class Outcome(StrEnum):
    """What became of an element."""

    MAPPED = "mapped"
    DOWNGRADED = "downgraded"
    LOST = "lost"


@dataclass(frozen=True)
class Line:
    """One line of the report; a mapped element seldom needs a reason."""

    pointer: str
    outcome: Outcome
    reason: str = ""

    def as_json(self) -> dict[str, str]:
        """Return the line as JSON data."""
        return {"pointer": self.pointer, "outcome": self.outcome.value, "reason": self.reason}


def elements(data: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each element's pointer and value in the order of the file; the root itself is none."""
    if isinstance(data, dict) and data:
        if pointer:
            yield pointer, data
        for key, value in data.items():
            yield from elements(value, f"{pointer}/{escape(key)}")
    elif isinstance(data, list) and data:
        for position, value in enumerate(data):
            yield from elements(value, f"{pointer}/{position}")
    else:
        yield pointer, data


def _spans(data: Any, pointer: str = "", start: int = 0) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield for each part, lists too, where its elements begin and end in the order of :func:`elements`."""
    end = start + bool(pointer and (isinstance(data, dict) or not data or not isinstance(data, list)))
    pairs: list[tuple[str, Any]] = []
    if isinstance(data, dict):
        pairs = [(escape(key), value) for key, value in data.items()]
    elif isinstance(data, list):
        pairs = [(str(n), value) for n, value in enumerate(data)]
    for name, value in pairs:
        place = f"{pointer}/{name}"
        for found in _spans(value, place, end):
            yield found
            if found[0] == place:
                end = found[1][1]
    yield pointer, (start, end)


def escape(key: str) -> str:
    """Return a key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


class Ledger:
    """Holds what is known of each element. The first mark stays: whoever reads a part first knows it best."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._values = dict(elements(data))
        self._order = list(self._values)
        self._spans = dict(_spans(data))
        self._lines: dict[str, Line] = {}
        #: What the author must do or know, apart from single elements.
        self.notes: list[str] = []

    def mark(self, pointer: str, outcome: Outcome, reason: str = "") -> None:
        """Enter one element; a pointer that the source does not have is ignored."""
        if pointer in self._values:
            self._lines.setdefault(pointer, Line(pointer, outcome, shown(reason)))

    def mark_below(self, pointer: str, outcome: Outcome, reason: str = "") -> None:
        """Enter an element and all that it holds."""
        for place in self._order[self._span(pointer)]:
            self.mark(place, outcome, reason)

    def worsen(self, pointer: str, outcome: Outcome, reason: str) -> None:
        """Replace the line of an element that was mapped until more was known about it."""
        if pointer in self._values:
            self._lines[pointer] = Line(pointer, outcome, shown(reason))

    def lines(self) -> list[Line]:
        """Return one line for every element, in the order of the file."""
        return [self._lines.get(pointer) or self._unread(pointer, value) for pointer, value in self._values.items()]

    def counts(self) -> dict[str, int]:
        """Return how many elements there are of each outcome."""
        found = Counter(line.outcome.value for line in self.lines())
        return {outcome.value: found[outcome.value] for outcome in Outcome}

    def _unread(self, pointer: str, value: Any) -> Line:
        if isinstance(value, dict) and value and self._any_kept(pointer):
            return Line(pointer, Outcome.MAPPED)
        if value in (None, "", {}, []):
            return Line(pointer, Outcome.MAPPED, _("It is empty, so there is nothing to keep."))
        return Line(pointer, Outcome.LOST, _("Waymark has nothing that does the same."))

    def _any_kept(self, pointer: str) -> bool:
        lines = (self._lines.get(place) for place in self._order[self._span(pointer)])
        return any(line and line.outcome is not Outcome.LOST for line in lines)

    def _span(self, pointer: str) -> slice:
        """Return where an element and all below it stand in the order of the file; nothing for an unknown one."""
        return slice(*self._spans.get(pointer, (0, 0)))
