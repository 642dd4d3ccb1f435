"""A transcript drafted from captions (WCAG 1.2.1): sentences in paragraphs instead of lines on a clock."""

from itertools import pairwise

from library.captions.parser import Cue

#: A silence this long (seconds) starts a new paragraph, and so does this many characters at the end of a sentence.
PAUSE = 2.0
LONG = 400
_ENDS = (".", "!", "?", "…", "۔", "؟", "。")


def paragraphs(cues: list[Cue]) -> list[str]:
    """Return what is said as paragraphs; a new speaker starts one and is named."""
    if not cues:
        return []
    found, current = [], _opening(cues[0])
    for before, cue in pairwise(cues):
        if _breaks(before, cue, current):
            found.append(current)
            current = _opening(cue)
        else:
            current = f"{current} {_line(cue)}"
    return [*found, current]


def _breaks(before: Cue, cue: Cue, current: str) -> bool:
    ended = current.endswith(_ENDS)
    return cue.speaker != before.speaker or (ended and (cue.start - before.end >= PAUSE or len(current) >= LONG))


def _opening(cue: Cue) -> str:
    return f"{cue.speaker}: {_line(cue)}" if cue.speaker else _line(cue)


def _line(cue: Cue) -> str:
    return " ".join(cue.text.split())
