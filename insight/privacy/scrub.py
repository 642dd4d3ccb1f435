"""Find personal data, and write it out of the text. Nothing keeps what was taken out."""

from bisect import bisect_left, insort
from operator import attrgetter
from typing import NamedTuple
from unicodedata import category, decimal

from insight.privacy.names import model_names
from insight.privacy.patterns import ALL
from insight.privacy.people import find_people

#: Digits of every script as ASCII, one for one: a number is as personal in Arabic or Bengali digits.
_DIGITS = {code: str(decimal(chr(code))) for code in range(0x660, 0x20000) if category(chr(code)) == "Nd"}


class Span(NamedTuple):
    """Where personal data stands: code points of the input, ``end`` is the first one after it."""

    start: int
    end: int
    kind: str


class Scrubbed(NamedTuple):
    """The text that may be stored, and where in the input the rest stood."""

    text: str
    spans: tuple[Span, ...]

    @property
    def kinds(self) -> list[str]:
        """Return the kinds that were found, sorted, each once."""
        return sorted({span.kind for span in self.spans})


def find(text: str) -> tuple[Span, ...]:
    """Return the personal data in ``text`` in order, without overlaps.

    A recogniser that stands earlier in the list wins; what a later one finds beyond that is kept as its own span.
    """
    taken: list[Span] = []
    plain = text if text.isascii() else text.translate(_DIGITS)
    for recogniser in ALL:
        for match in recogniser.pattern.finditer(plain):
            start, end = match.span(recogniser.group)
            if start < end and (recogniser.check is None or recogniser.check(match)):
                _take(Span(start, end, recogniser.kind), taken, text)
    for start, end in (*find_people(text), *model_names(text)):
        _take(Span(start, end, "name"), taken, text)
    return tuple(taken)


def scrub(text: str) -> Scrubbed:
    """Return ``text`` with each piece of personal data replaced by its kind in square brackets."""
    spans, parts, done = find(text), [], 0
    for span in spans:
        parts += [text[done : span.start], f"[{span.kind}]"]
        done = span.end
    return Scrubbed("".join([*parts, text[done:]]), spans)


def _take(span: Span, taken: list[Span], text: str) -> None:
    """Add what of ``span`` is not in ``taken`` yet, which stays in order; crumbs without a letter or digit are left."""
    start = span.start
    at = bisect_left(taken, start, key=attrgetter("start"))
    at -= bool(at and taken[at - 1].end > start)
    pieces = []
    while at < len(taken) and taken[at].start < span.end:
        pieces.append(Span(start, taken[at].start, span.kind))
        start, at = max(start, taken[at].end), at + 1
    for piece in (*pieces, Span(start, span.end, span.kind)):
        if any(map(str.isalnum, text[piece.start : piece.end])):
            insort(taken, piece)
