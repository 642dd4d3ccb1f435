"""How easy captions are to read: advice only, since even good captions break each of these now and then.

Limits follow the BBC's subtitle guidelines (speed, lines) and Netflix's timed text guides (characters a line of other
scripts); they are kept by language.
"""

from dataclasses import asdict, dataclass
from itertools import pairwise

from library.captions.parser import Cue


@dataclass(frozen=True)
class Limits:
    """Most characters a second, characters a line and lines; the shortest gap that is not none, in seconds."""

    speed: float = 20.0
    line: int = 42
    lines: int = 2
    gap: float = 0.08
    counts_words: bool = True


#: A sign of Chinese is a syllable or a word, and is as wide as two letters.
LIMITS = {
    "en": Limits(),
    "zh": Limits(speed=9.0, line=16, counts_words=False),
    "ar": Limits(speed=20.0, line=42),
    "bn": Limits(speed=22.0),
}
WORDS_A_MINUTE = 180
#: Captions that leave out more than this (seconds) may hide that somebody speaks.
SILENCE = 30.0


@dataclass(frozen=True)
class Quality:
    """Counts of cues that are hard to read, and how much of the time has captions (0 to 1)."""

    too_fast: int
    many_words: int
    long_lines: int
    many_lines: int
    short_gaps: int
    overlaps: int
    long_silences: int
    fastest: float
    coverage: float

    def as_dict(self) -> dict[str, float]:
        """Return it for JSON."""
        return asdict(self)


def quality(cues: list[Cue], language: str = "en", duration: float | None = None) -> Quality:
    """Look at the cues of one file in ``language`` (BCP 47); ``duration`` is the video's length in seconds."""
    limits = limits_of(language)
    pairs = list(pairwise(sorted(cues, key=lambda cue: cue.start)))
    end = duration or max((cue.end for cue in cues), default=0.0)
    speeds = [speed_of(cue) for cue in cues]
    gaps = [after.start - before.end for before, after in pairs]
    return Quality(
        too_fast=sum(speed > limits.speed for speed in speeds),
        many_words=sum(len(cue.text.split()) / (cue.end - cue.start) * 60 > WORDS_A_MINUTE for cue in cues),
        long_lines=sum(any(len(line) > limits.line for line in cue.text.split("\n")) for cue in cues),
        many_lines=sum(cue.text.count("\n") >= limits.lines for cue in cues),
        short_gaps=sum(0 < gap < limits.gap for gap in gaps),
        overlaps=sum(gap < 0 for gap in gaps),
        long_silences=sum(gap > SILENCE for gap in gaps),
        fastest=round(max(speeds, default=0.0), 1),
        coverage=round(min(_covered(cues) / end, 1.0), 3) if end else 0.0,
    )


def limits_of(language: str) -> Limits:
    """Return the limits of a language (BCP 47); English ones where a language has none of its own."""
    return LIMITS.get(language.split("-", maxsplit=1)[0].lower(), LIMITS["en"])


def speed_of(cue: Cue) -> float:
    """Return how many characters a second there are to read."""
    return len(" ".join(cue.text.split())) / (cue.end - cue.start)


def _covered(cues: list[Cue]) -> float:
    """Return the seconds in which at least one cue is on screen."""
    total, reached = 0.0, 0.0
    for cue in sorted(cues, key=lambda cue: cue.start):
        total += max(0.0, cue.end - max(cue.start, reached))
        reached = max(reached, cue.end)
    return total
