"""What the recorder hands to the encoder: sentences with their frames."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Frame:
    """A picture and how long it is seen, in seconds; one that ``holds`` also takes a share of the time left."""

    picture: Path
    seconds: float
    holds: bool = False


@dataclass(frozen=True)
class Shot:
    """A sentence, its sound, how long it is spoken and how long it lasts with its pause (seconds), and what is seen."""

    caption: str
    sound: Path
    spoken: float
    seconds: float
    frames: tuple[Frame, ...]


def cut(frames: Sequence[Frame], seconds: float) -> tuple[Frame, ...]:
    """Return the frames stretched or squeezed so that together they last ``seconds``."""
    wanted = sum(frame.seconds for frame in frames)
    holding = sum(frame.holds for frame in frames)
    if wanted > seconds or not holding:
        return tuple(replace(frame, seconds=frame.seconds * seconds / wanted) for frame in frames)
    share = (seconds - wanted) / holding
    return tuple(replace(frame, seconds=frame.seconds + share * frame.holds) for frame in frames)
