"""Captions of other kinds become WebVTT: SubRip (.srt), YouTube's SBV (.sbv) and TTML (.ttml, .xml, .dfxp)."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from library.captions.blocks import CaptionError, is_signature, lines_of
from library.captions.timing import whole

Imported = tuple[float, float, str]

_SRT = re.compile(r"(\d+):(\d{2}):(\d{2})[,.](\d{1,3})\s*-->\s*(\d+):(\d{2}):(\d{2})[,.](\d{1,3})")
_SBV = re.compile(r"(\d+):(\d{2}):(\d{2})\.(\d{3}),(\d+):(\d{2}):(\d{2})\.(\d{3})")
_TTML_CLOCK = re.compile(r"(\d+):(\d{2}):(\d{2})(?:\.(\d+))?")
_TTML_OFFSET = re.compile(r"(\d+)(?:\.(\d+))?(h|ms|m|s)")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


def to_webvtt(content: bytes, name: str) -> str:
    """Return captions as WebVTT; WebVTT itself comes back unchanged.

    Raises CaptionError, in plain English, when the file is of no known kind, not UTF-8, or holds no caption.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaptionError("The file is not UTF-8. Save it again and choose UTF-8.") from error
    if is_signature(lines_of(text)[0]):
        return text
    read = READERS.get(PurePath(name).suffix.lower())
    if read is None:
        raise CaptionError("This is no captions file. Use a file that ends in .vtt, .srt, .sbv or .ttml.")
    cues = list(read(text))
    if not cues:
        raise CaptionError("No caption with times was found in this file.")
    return "WEBVTT\n\n" + "\n".join(_cue(cue) for cue in sorted(cues, key=lambda cue: cue[:2]))


def _cue(cue: Imported) -> str:
    start, end, text = cue
    return f"{clock(start)} --> {clock(end)}\n{html.escape(text, quote=False)}\n"


def clock(seconds: float) -> str:
    """Return seconds as WebVTT writes them: 00:01:02.500."""
    thousandths = round(seconds * 1000)
    hours, rest = divmod(thousandths, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _timed(text: str, pattern: re.Pattern[str]) -> Iterator[Imported]:
    """Yield the cues of a format that keeps the times on a line above the words and a blank line below them."""
    for block in re.split(r"\n[ \t]*\n", "\n".join(lines_of(text))):
        lines = block.strip("\n").split("\n")
        for place, line in enumerate(lines[:2]):
            if times := pattern.search(line):
                words = "\n".join(_words(line) for line in lines[place + 1 :]).strip()
                if words:
                    yield _seconds(times.groups()[:4]), _seconds(times.groups()[4:]), words
                break


def _words(line: str) -> str:
    """Leave out the tags that players of SubRip know, such as <font> and marks in braces."""
    return html.unescape(re.sub(r"<[^>]*>|\{\\[^}]*\}", "", line)).strip()


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return whole(hours) * 3600 + whole(minutes) * 60 + whole(seconds) + float(f"0.{fraction}")


def _srt(text: str) -> Iterator[Imported]:
    return _timed(text, _SRT)


def _sbv(text: str) -> Iterator[Imported]:
    return _timed(text.replace("[br]", "\n"), _SBV)


def _ttml(text: str) -> Iterator[Imported]:
    try:
        root = fromstring(text.encode())
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:  # LookupError: an unknown encoding
        raise CaptionError("The TTML file is not well-formed XML.") from error
    for paragraph in root.iter():
        if paragraph.tag.rpartition("}")[2] != "p":
            continue
        start = _ttml_time(paragraph.get("begin", ""))
        end = _ttml_time(paragraph.get("end", ""))
        length = _ttml_time(paragraph.get("dur", ""))
        if end is None and None not in (start, length):
            end = (start or 0.0) + (length or 0.0)
        words = _ttml_words(paragraph)
        if start is not None and end is not None and words:
            yield start, end, words


def _ttml_words(paragraph: object) -> str:
    """Return the words of a paragraph; ``br`` is a new line."""
    parts: list[str] = []
    for node in paragraph.iter():  # type: ignore[attr-defined] # an Element; defusedxml has no types for it
        if node.tag.rpartition("}")[2] == "br":
            parts.append("\n")
        elif node.text:
            parts.append(" ".join(node.text.split()))
        if node is not paragraph and node.tail:
            parts.append(" ".join(node.tail.split()))
    lines = " ".join(part for part in parts if part).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _ttml_time(value: str) -> float | None:
    """Return seconds of a clock time (00:00:01.5) or an offset (1.5s); frames and ticks are not known."""
    if found := _TTML_CLOCK.fullmatch(value):
        return _seconds(found.groups())
    if found := _TTML_OFFSET.fullmatch(value):
        number, fraction, unit = found.groups()
        return (whole(number) + float(f"0.{fraction or 0}")) * _UNITS[unit]
    return None


READERS: dict[str, Callable[[str], Iterator[Imported]]] = {
    ".srt": _srt,
    ".sbv": _sbv,
    ".ttml": _ttml,
    ".dfxp": _ttml,
    ".xml": _ttml,
}
