"""Check a WebVTT file as strictly as the standard asks authors to write it (W3C WebVTT 1, section 4)."""

import re
from collections.abc import Iterator

from library.captions.blocks import Block, blocks, is_signature, lines_of
from library.captions.findings import CaptionFault, fault
from library.captions.markup import markup_faults
from library.captions.regions import region_faults, region_name
from library.captions.settings import setting_faults
from library.captions.timing import timings

#: A last caption may stay on screen for so many seconds more than the video's header says.
_LINGERS = 1.0
_TIMING = re.compile(r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}(?:[ \t].*)?")


def faults(content: bytes, duration: float | None = None) -> list[CaptionFault]:
    """Return what is wrong with a captions file, in the order of its lines; nothing means that it is valid.

    ``duration`` (seconds) is the length of the video, where it is known.
    """
    try:
        text = content.decode()  # one byte order mark is left out with the lines; a second one is no WebVTT
    except UnicodeDecodeError as error:
        return [fault(content[: error.start].count(b"\n") + 1, "not-utf-8")]
    lines = lines_of(text)
    if not is_signature(lines[0]):
        return [fault(1, "no-signature")]
    found = [fault(2, "no-blank-line")] if len(lines) > 1 and lines[1] else []
    return sorted([*found, *_block_faults(list(blocks(text)), duration)])


def _block_faults(all_blocks: list[Block], duration: float | None) -> Iterator[CaptionFault]:
    regions: set[str] = set()
    names: set[str] = set()
    last = -1.0
    for block in all_blocks:
        if block.timing_line:
            yield from _timing_faults(block)
        else:
            yield from _other_faults(block, regions, late=last >= 0)
        if block.start is None:
            continue
        yield from _order_faults(block, last, duration)
        yield from _name_faults(block, names)
        yield from setting_faults(block.timing_line, block.settings, regions)
        yield from markup_faults(block)
        last = max(last, block.start)


def _timing_faults(block: Block) -> Iterator[CaptionFault]:
    line = block.timing_text
    if _TIMING.fullmatch(line):
        return
    if timings(line) is None:
        yield fault(block.timing_line, "bad-times", line)
    elif not re.search(r"[ \t]-->[ \t]", line):
        yield fault(block.timing_line, "no-space")
    elif re.search(r"(?:^|[\s>])\d:\d\d:\d\d", line):
        yield fault(block.timing_line, "short-hours", line)
    elif re.search(r"(?:^|\s)\d{2,}:\d\d\.\d{3}", line):
        yield fault(block.timing_line, "no-seconds", line)
    else:
        yield fault(block.timing_line, "bad-times", line)


def _other_faults(block: Block, regions: set[str], *, late: bool) -> Iterator[CaptionFault]:
    """A block without times may be a note, and above the first cue a style or a region."""
    first = block.text[0].rstrip(" \t")
    if first == "NOTE" or block.text[0].startswith(("NOTE ", "NOTE\t")):
        return
    if first in ("STYLE", "REGION"):
        if late:
            yield fault(block.line, "late-style")
        if first == "REGION":
            yield from region_faults(block)
            regions.add(region_name(block))
        return
    yield fault(block.line, "no-times", block.text[0])


def _order_faults(block: Block, last: float, duration: float | None) -> Iterator[CaptionFault]:
    start, end = block.start or 0.0, block.end or 0.0
    if end <= start:
        yield fault(block.timing_line, "backwards")
    if start < last:
        yield fault(block.timing_line, "out-of-order")
    if duration is not None and start >= duration:
        yield fault(block.timing_line, "past-the-end")
    elif duration is not None and end > duration + _LINGERS:
        yield fault(block.timing_line, "ends-late")


def _name_faults(block: Block, names: set[str]) -> Iterator[CaptionFault]:
    if block.identifier and block.identifier in names:
        yield fault(block.line, "same-id", block.identifier)
    names.add(block.identifier)
