"""A comment as words with their places: what the judgement of names looks at."""

import re
from functools import cache
from typing import NamedTuple

from insight.privacy.lexicon import SMALL_PLACES, SURNAME_PLACES, is_place_word, phrases, words

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OWNER = re.compile(r"[’']s$", re.IGNORECASE)
_OPENS = re.compile(r"(?:\A|[.!?:;\n])[\s\"'“‘(-]*\Z")
_JOINS = ("and", "of", "the", "le", "&")


class Word(NamedTuple):
    """``low``: small letters, without 's. ``opens``: a sentence begins here. ``loud``: all capitals."""

    start: int
    end: int
    low: str
    capital: bool
    opens: bool
    gap: str
    loud: bool


def split(text: str) -> list[Word]:
    """Return the words of ``text`` in order."""
    found: list[Word] = []
    done = 0
    for match in _WORD.finditer(text):
        written = match.group()
        low = _OWNER.sub("", written.casefold().replace("’", "'"))
        gap = text[done : match.start()]
        opens = bool(_OPENS.search(text[max(0, match.start() - 8) : match.start()])) if match.start() else True
        found.append(
            Word(
                match.start(),
                match.end(),
                low,
                written[0].isupper(),
                opens,
                gap,
                written.isupper() and len(written) > 1,
            )
        )
        done = match.end()
    return found


def places(listed: list[Word]) -> set[int]:
    """Return the numbers of the words that name streets, buildings and areas."""
    closed: set[int] = set()
    longest = max(len(phrase) for phrase in phrases("places"))
    for at, word in enumerate(listed):
        for length in range(1, longest + 1):
            if tuple(other.low for other in listed[at : at + length]) in _plain_phrases():
                closed.update(range(at, at + length))
        if is_place_word(word.low) and at and word.gap.strip() in ("", "-"):
            closed.update(_named(listed, at))
        if word.low in ("st", "saint") and word.capital and at + 1 < len(listed) and len(listed[at + 1].gap) <= 2:
            closed.update((at, at + 1))
    return closed


@cache
def _plain_phrases() -> frozenset[tuple[str, ...]]:
    """Return the gazetteer's phrases as words without 's, as :func:`split` gives them."""
    return frozenset(tuple(_OWNER.sub("", word) for word in phrase) for phrase in phrases("places"))


def _named(listed: list[Word], at: int) -> set[int]:
    """Return the words of the name before the place word ``at``, itself included ("A and B Streets")."""
    place, before = listed[at], listed[at - 1]
    if not before.capital:
        return {at, at - 1} if place.low in SMALL_PLACES else set()
    if not place.capital and place.low in SURNAME_PLACES:
        return set()
    closed, back = {at}, at - 1
    while back >= 0 and at - back <= 4 and listed[back + 1].gap in (" ", "-", "' ", "’ ", ". ", ", "):
        word = listed[back]
        if not (word.capital or word.low in _JOINS) or (word.opens and word.low in words("not_names")):
            break
        if listed[back + 1].gap == ", " and not place.low.endswith("s"):
            break
        closed.add(back)
        back -= 1
    return closed
