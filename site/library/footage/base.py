"""What is known of a video without playing it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Footage:
    """The ``kind`` (mp4 or webm), the length in seconds, and width and height in pixels."""

    kind: str
    seconds: float
    width: int
    height: int
