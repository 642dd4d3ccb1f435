"""Read a WebVTT file as browsers do: a broken cue is left out, all others are kept (W3C WebVTT 1, section 6.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from library.captions.timing import ARROW, WHITESPACE, timings

SIGNATURE = "WEBVTT"


class CaptionError(ValueError):
    """The text is no WebVTT file at all."""


@dataclass
class Block:
    """Lines between blank ones: a cue when it has timings, else a note, a style, a region, or something broken.

    ``line`` is where it begins and ``timing_line`` where its times stand, both counted from 1 (0: none).
    """

    line: int
    text: list[str] = field(default_factory=list)
    identifier: str = ""
    timing_line: int = 0
    timing_text: str = ""
    start: float | None = None
    end: float | None = None
    settings: str = ""

    @property
    def is_cue(self) -> bool:
        """Return whether a browser shows it."""
        return self.start is not None

    @property
    def payload(self) -> str:
        """Return the text below the times, or of a block without times."""
        return "\n".join(self.text)


def lines_of(text: str) -> list[str]:
    """Return the lines, with one kind of line end and no NUL; the standard reads NUL as U+FFFD."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return text.split("\n")


def is_signature(line: str) -> bool:
    """Return whether a first line makes the file WebVTT."""
    return line == SIGNATURE or line.startswith((SIGNATURE + " ", SIGNATURE + "\t"))


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks after the header in their order; CaptionError where the first line is not WEBVTT."""
    lines = lines_of(text)
    if not is_signature(lines[0]):
        raise CaptionError("The first line of a captions file must be WEBVTT.")
    at = _after_header(lines)
    while at < len(lines):
        if lines[at]:
            block, at = _block(lines, at)
            yield block
        else:
            at += 1


def _after_header(lines: list[str]) -> int:
    """Return where the first block begins: lines of the header end at a blank line or at times."""
    at = 1
    while at < len(lines) and lines[at] and ARROW not in lines[at]:
        at += 1
    return at


def _block(lines: list[str], first: int) -> tuple[Block, int]:
    """Collect one block and return it with the number of the line after it."""
    block, at = Block(first + 1), first
    while at < len(lines) and lines[at]:
        if ARROW in lines[at]:
            if not _may_hold_times(block, at - first):
                return block, at
            _take_times(block, lines[at], at)
        else:
            block.text.append(lines[at])
        at += 1
    return block, at


def _may_hold_times(block: Block, place: int) -> bool:
    """Times stand on the first line of a block, or on the second below an identifier; elsewhere a new block begins."""
    return place == 0 or (place == 1 and not block.timing_line)


def _take_times(block: Block, line: str, at: int) -> None:
    block.timing_line, block.timing_text = at + 1, line
    found = timings(line)
    if found is not None:
        block.identifier, block.text = block.payload, []
        block.start, block.end, settings = found
        block.settings = settings.strip(WHITESPACE)
