"""Cue settings (W3C WebVTT 1, section 4.4)."""

import re
from collections.abc import Iterator

from library.captions.findings import CaptionFault, fault

_PERCENT = r"(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%"
_SHAPES = {
    "vertical": r"rl|lr",
    "line": rf"(?:-?\d+|{_PERCENT})(?:,(?:start|center|end))?",
    "position": rf"{_PERCENT}(?:,(?:line-left|center|line-right))?",
    "size": _PERCENT,
    "align": r"start|center|end|left|right",
    "region": r"\S+",
}
SHAPES = {name: re.compile(shape) for name, shape in _SHAPES.items()}


def setting_faults(line: int, settings: str, regions: set[str]) -> Iterator[CaptionFault]:
    """Yield what is wrong with the settings of one cue."""
    seen: set[str] = set()
    for setting in settings.split():
        name, colon, value = setting.partition(":")
        if not colon or name not in SHAPES or not SHAPES[name].fullmatch(value):
            yield fault(line, "bad-setting", setting)
        elif name in seen:
            yield fault(line, "setting-twice", name)
        elif name == "region" and value not in regions:
            yield fault(line, "unknown-region", value)
        seen.add(name)
