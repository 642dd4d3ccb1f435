"""Read WebVTT as browsers do: a broken cue is left out, the others are kept (W3C WebVTT, section 6)."""

import html
import re
from dataclasses import dataclass

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_TAG = re.compile(r"<[^>]*>")


class CaptionError(ValueError):
    """The text is no WebVTT file at all."""


@dataclass(frozen=True)
class Cue:
    """What is said from ``start`` to ``end`` (seconds); ``speaker`` is named where the file names one."""

    start: float
    end: float
    text: str
    speaker: str = ""


def parse(text: str) -> list[Cue]:
    """Return the cues of a WebVTT file in its order; CaptionError where the first line is not WEBVTT."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    head, *blocks = re.split(r"\n{2,}", text)
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        raise CaptionError("The first line of a captions file must be WEBVTT.")
    cues = (_cue(block.strip("\n").split("\n")) for block in blocks)
    return [cue for cue in cues if cue]


def _cue(lines: list[str]) -> Cue | None:
    """Return the cue of a block, or None where it is a note, a style, a region or broken."""
    for position, line in enumerate(lines[:2]):
        timing = _TIMING.match(line)
        if timing:
            start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
            raw = "\n".join(lines[position + 1 :])
            voice = _VOICE.search(raw)
            words = html.unescape(_TAG.sub("", raw)).strip()
            speaker = html.unescape(voice.group(1)).strip() if voice else ""
            return Cue(start, end, words, speaker) if words and end > start else None
    return None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
