"""Find personal data, and write it out of the text. Nothing keeps what was taken out."""

from typing import NamedTuple

from insight.privacy.names import model_names
from insight.privacy.patterns import ALL
from insight.privacy.people import find_people


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
    for recogniser in ALL:
        for match in recogniser.pattern.finditer(text):
            start, end = match.span(recogniser.group)
            if start < end and (recogniser.check is None or recogniser.check(match)):
                taken.extend(_rest(Span(start, end, recogniser.kind), taken, text))
    for start, end in (*find_people(text), *model_names(text)):
        taken.extend(_rest(Span(start, end, "name"), taken, text))
    return tuple(sorted(taken))


def scrub(text: str) -> Scrubbed:
    """Return ``text`` with each piece of personal data replaced by its kind in square brackets."""
    spans, parts, done = find(text), [], 0
    for span in spans:
        parts += [text[done : span.start], f"[{span.kind}]"]
        done = span.end
    return Scrubbed("".join([*parts, text[done:]]), spans)


def _rest(span: Span, taken: list[Span], text: str) -> list[Span]:
    """Return what of ``span`` is not covered yet; crumbs without a letter or digit are left."""
    pieces = [span]
    for other in taken:
        pieces = [part for piece in pieces for part in _minus(piece, other)]
    return [piece for piece in pieces if any(map(str.isalnum, text[piece.start : piece.end]))]


def _minus(piece: Span, other: Span) -> list[Span]:
    if other.end <= piece.start or piece.end <= other.start:
        return [piece]
    before = Span(piece.start, other.start, piece.kind)
    after = Span(other.end, piece.end, piece.kind)
    return [part for part in (before, after) if part.start < part.end]
