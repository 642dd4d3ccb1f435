"""What a story file says: a title, and sentences with what a resident does while each is spoken."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PAUSE = 0.45


@dataclass(frozen=True)
class Sentence:
    """One sentence, which is one caption.

    ``speech`` is how it is spelled for the voice where that differs, ``pause`` the silence after it in seconds: two
    seconds start a new paragraph of the transcript.
    """

    caption: str
    speech: str
    pause: float
    actions: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Story:
    """A how-to video: where it opens, a CSS selector of what would date it, words a minute, and its sentences."""

    opens: str
    hides: str
    words_a_minute: int
    sentences: tuple[Sentence, ...]


def read(file: Path) -> Story:
    """Return the story in ``file``; KeyError names what is missing."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Story(
        told["opens"], told.get("hides", ""), told["words_a_minute"], tuple(_sentence(part) for part in told["story"])
    )


def _sentence(part: dict[str, Any]) -> Sentence:
    actions = tuple(next(iter(action.items())) for action in part.get("do", []))
    return Sentence(part["say"], part.get("speech", part["say"]), part.get("pause", PAUSE), actions)
