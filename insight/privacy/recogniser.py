"""The shape of one recogniser: recognisers are data, this is all the code they share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Check = Callable[[re.Match[str]], bool]


@dataclass(frozen=True)
class Recogniser:
    """``group`` is the part of the match that is personal; the rest is the cue beside it."""

    kind: str
    pattern: re.Pattern[str]
    check: Check | None = None
    group: int = 0


def recogniser(
    kind: str, pattern: str, check: Check | None = None, *, group: int = 0, flags: int = re.IGNORECASE
) -> Recogniser:
    """Compile ``pattern``; capitals do not matter unless ``flags`` says so."""
    return Recogniser(kind, re.compile(pattern, flags), check, group)
