"""The order in which the shapes of a slide are read (WCAG 1.3.2)."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.geometry import Box, box_of
from accessibility.documents.ooxml.pptx.slides import Slide, placeholder_of, slides_of
from accessibility.documents.registry import register
from accessibility.documents.xml import first, words

_LAST = ("dt", "ftr", "sldNum")
#: More shapes than this are a drawing, whose parts have no order.
MAX_SHAPES = 40
#: So many of the pairs with an order may stand the other way round.
TOLERANCE = 0.2


@register
class ReadingOrder:
    """A slide is read in the order in which it is seen."""

    rules = ("WM-PPTX-ORDER",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides where the title is not read first, or much of the text below is read before that above."""
        wrong = [Location(page=slide.number, excerpt=slide.title) for slide in slides_of(opened) if _is_mixed(slide)]
        yield from gather("WM-PPTX-ORDER", wrong)


def _is_mixed(slide: Slide) -> bool:
    """Return whether reading breaks the order of seeing; a title may be read before what stands above it."""
    shapes = [shape for shape in slide.shapes if _is_read(shape)]
    if _title_comes_late(slide, shapes):
        return True
    boxes = [box for box in (box_of(slide, shape) for shape in shapes if not _is_title(shape)) if box is not None]
    if len(boxes) > MAX_SHAPES:
        return False
    return _share_of_inversions(boxes) > TOLERANCE


def _share_of_inversions(boxes: list[Box]) -> float:
    """Return which share of the pairs that have an order stands the other way round."""
    pairs = list(combinations(boxes, 2))
    right = sum(one.precedes(other) for one, other in pairs)
    wrong = sum(other.precedes(one) for one, other in pairs)
    return wrong / (right + wrong) if right + wrong else 0.0


def _title_comes_late(slide: Slide, shapes: list[Any]) -> bool:
    """Return whether text that stands below the title is read before it."""
    position = next((number for number, shape in enumerate(shapes) if _is_title(shape)), 0)
    title = box_of(slide, shapes[position]) if position else None
    if title is None:
        return False
    earlier = (box_of(slide, shape) for shape in shapes[:position])
    return any(box is not None and title.precedes(box) for box in earlier)


def _is_title(shape: Any) -> bool:
    """Return whether a shape is the title."""
    mark = placeholder_of(shape)
    return mark is not None and mark.get("type") in ("title", "ctrTitle")


def _is_read(shape: Any) -> bool:
    """Return whether a shape has words, or is a picture; dates, footers and numbers stand where they like."""
    mark = placeholder_of(shape)
    if mark is not None and mark.get("type") in _LAST:
        return False
    return bool(words(shape, "a:t")) or first(shape, "self::p:pic | self::p:graphicFrame") is not None
