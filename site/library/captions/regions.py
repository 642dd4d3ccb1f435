"""Region definitions (W3C WebVTT 1, section 4.3)."""

import re
from collections.abc import Iterator

from library.captions.blocks import Block
from library.captions.findings import CaptionFault, fault

_PERCENT = r"(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%"
_SHAPES = {
    "id": r"\S+",
    "width": _PERCENT,
    "lines": r"\d+",
    "regionanchor": rf"{_PERCENT},{_PERCENT}",
    "viewportanchor": rf"{_PERCENT},{_PERCENT}",
    "scroll": r"up",
}
SHAPES = {name: re.compile(shape) for name, shape in _SHAPES.items()}


def region_name(block: Block) -> str:
    """Return the name of a region, "" when it has none."""
    names = [word[3:] for word in block.payload.split() if word.startswith("id:")]
    return names[0] if names else ""


def region_faults(block: Block) -> Iterator[CaptionFault]:
    """Yield what is wrong with the settings below the word REGION."""
    for place, line in enumerate(block.text[1:], start=1):
        seen = set()
        for setting in line.split():
            name, _, value = setting.partition(":")
            if name in seen:
                yield fault(block.line + place, "setting-twice", name)
            elif name not in SHAPES or not SHAPES[name].fullmatch(value):
                yield fault(block.line + place, "bad-setting", setting)
            seen.add(name)
