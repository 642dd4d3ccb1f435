"""What is wrong with a captions file, as data. Messages are plain English; the command line runs without Django."""

from dataclasses import dataclass

#: Code -> what is wrong and what to do. ``{}`` is filled with what stands there.
MESSAGES = {
    "not-utf-8": "The file is not UTF-8. Save it again and choose UTF-8.",
    "no-signature": "The first line must be WEBVTT. Add it, with an empty line below.",
    "no-blank-line": "Leave an empty line after the first line.",
    "bad-times": "These times cannot be read: {}. Write them as 00:01.000 --> 00:04.000.",
    "no-times": "This text has no times above it, so that nobody sees it: {}.",
    "no-space": "Put a space on each side of -->.",
    "short-hours": "Write hours with two digits or more: {}.",
    "no-seconds": "This time has no seconds: {}. Write hours, minutes and seconds.",
    "backwards": "The caption ends before it begins.",
    "out-of-order": "This caption begins before the one above it. Put captions in the order of their times.",
    "bad-setting": "This setting is not known or not complete: {}.",
    "setting-twice": "This setting stands here twice: {}.",
    "unknown-region": "There is no region called {} above.",
    "same-id": "Two captions are called {}. Give each its own name, or none.",
    "tag-not-known": "WebVTT has no tag {}.",
    "tag-not-closed": "The tag {} is not closed.",
    "tag-not-open": "{} closes nothing.",
    "tag-needs-text": "The tag {} needs a name, such as <v Sam>.",
    "bare-ampersand": "Write & as &amp;.",
    "bad-inner-time": "The time inside the caption, {}, must lie between its start and end and after the one before.",
    "late-style": "A style or region must stand above the first caption.",
    "past-the-end": "This caption begins after the video has ended.",
    "ends-late": "This caption ends after the video has ended.",
    "unreadable": "The file cannot be read: {}.",
    "too-large": "The file is too large for captions. The most is 20 MB.",
}


@dataclass(frozen=True, order=True)
class CaptionFault:
    """One fault: the line of the file (from 1), a code of :data:`MESSAGES`, and the words for a person."""

    line: int
    code: str
    message: str


def fault(line: int, code: str, what: str = "") -> CaptionFault:
    """Return a fault with its message; a long quotation is cut."""
    shown = what if len(what) <= 60 else what[:57] + "..."
    return CaptionFault(line, code, MESSAGES[code].format(shown))
