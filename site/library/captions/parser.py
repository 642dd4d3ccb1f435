"""Read WebVTT as browsers do, for transcripts and advice."""

from dataclasses import dataclass

from library.captions.blocks import CaptionError, blocks
from library.captions.cue_text import plain, speaker

__all__ = ["CaptionError", "Cue", "parse"]


@dataclass(frozen=True)
class Cue:
    """What is said from ``start`` to ``end`` (seconds); ``speaker`` is named where the file names one."""

    start: float
    end: float
    text: str
    speaker: str = ""


def parse(text: str) -> list[Cue]:
    """Return the cues that are seen, in the file's order; CaptionError where the first line is not WEBVTT.

    A cue that is never on screen (its end is not after its start) or says nothing is left out.
    """
    cues = [
        Cue(block.start, block.end, plain(block.payload), speaker(block.payload))
        for block in blocks(text)
        if block.start is not None and block.end is not None
    ]
    return [cue for cue in cues if cue.text and cue.end > cue.start]
