"""What would make captions easier to read, cue by cue; the limits are those of :mod:`library.captions.quality`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from library.captions.parser import Cue
from library.captions.quality import SILENCE, WORDS_A_MINUTE, Limits, limits_of, speed_of


@dataclass(frozen=True)
class Advice:
    """At ``start`` seconds: a ``code``, what was ``found`` there and the ``limit`` it passes."""

    start: float
    code: str
    found: float
    limit: float


def advice(cues: list[Cue], language: str = "en") -> list[Advice]:
    """Return advice about the cues of one file in ``language`` (BCP 47), in the order of their times."""
    limits = limits_of(language)
    found = [each for cue in cues for each in _cue(cue, limits)]
    ordered = sorted(cues, key=lambda cue: cue.start)
    found += [each for before, after in pairwise(ordered) for each in _between(before, after, limits)]
    return sorted(found, key=lambda each: each.start)


def _cue(cue: Cue, limits: Limits) -> Iterator[Advice]:
    speed, words = speed_of(cue), len(cue.text.split()) / (cue.end - cue.start) * 60
    lines = cue.text.split("\n")
    if speed > limits.speed:
        yield Advice(cue.start, "too-fast", round(speed, 1), limits.speed)
    elif words > WORDS_A_MINUTE and limits.counts_words:
        yield Advice(cue.start, "many-words", round(words), WORDS_A_MINUTE)
    if max(map(len, lines)) > limits.line:
        yield Advice(cue.start, "long-line", max(map(len, lines)), limits.line)
    if len(lines) > limits.lines:
        yield Advice(cue.start, "many-lines", len(lines), limits.lines)


def _between(before: Cue, after: Cue, limits: Limits) -> Iterator[Advice]:
    gap = round(after.start - before.end, 3)
    if gap < 0:
        yield Advice(after.start, "overlap", -gap, 0)
    elif 0 < gap < limits.gap:
        yield Advice(after.start, "short-gap", gap, limits.gap)
    elif gap > SILENCE:
        yield Advice(before.end, "silence", round(gap), SILENCE)
