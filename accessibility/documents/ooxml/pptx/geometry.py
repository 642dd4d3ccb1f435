"""Where shapes stand on a slide, in English Metric Units (914,400 an inch)."""

from dataclasses import dataclass
from typing import Any

from accessibility.documents.ooxml.pptx.slides import Slide, behind
from accessibility.documents.xml import first


@dataclass(frozen=True)
class Box:
    """Left, top, right and bottom."""

    left: int
    top: int
    right: int
    bottom: int

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two share a part of the slide."""
        across = min(self.right, other.right) > max(self.left, other.left)
        return across and min(self.bottom, other.bottom) > max(self.top, other.top)

    def precedes(self, other: "Box") -> bool:
        """Return whether a reader sees this one first: wholly above in one column, or wholly to the left in one row.

        A tenth of the height may overlap. Where neither holds there is no order to break.
        """
        slack = (self.bottom - self.top) // 10
        in_column = min(self.right, other.right) > max(self.left, other.left)
        if in_column:
            return self.bottom - slack <= other.top
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        in_row = shared * 2 > min(self.bottom - self.top, other.bottom - other.top)
        return in_row and self.right <= other.left


def box_of(slide: Slide, shape: Any) -> Box | None:
    """Return the place of a shape: its own, else that of its placeholder; None where nothing tells it."""
    for place in (shape, *behind(slide, shape)):
        frame = first(place, "p:spPr/a:xfrm | p:grpSpPr/a:xfrm | p:xfrm")
        if frame is not None:
            return _box(frame)
    return None


def _box(frame: Any) -> Box | None:
    """Return the box of an ``xfrm``."""
    try:
        left, top = int(first(frame, "a:off/@x")), int(first(frame, "a:off/@y"))
        width, height = int(first(frame, "a:ext/@cx")), int(first(frame, "a:ext/@cy"))
    except (TypeError, ValueError):
        return None
    return Box(left, top, left + width, top + height)
