"""Text of slides with the language, size and colour that layouts, masters and themes give it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import Slide, behind, placeholder_of, slides_of
from accessibility.documents.xml import find_all, first, name, whole, words

_RUNS = "a:r | a:fld"
_TITLES = ("title", "ctrTitle")


@dataclass(frozen=True)
class TextParagraph:
    """One paragraph of a slide and the languages that its runs are marked with."""

    slide: int
    text: str
    language: str


@lru_cache(maxsize=1)
def text_paragraphs(package: OoxmlPackage) -> tuple[TextParagraph, ...]:
    """Return the paragraphs of all slides in the order of the file."""
    usual = _usual_language(package)
    return tuple(
        TextParagraph(slide.number, words(row, "a:t"), str(first(row, ".//a:rPr/@lang") or usual))
        for slide in slides_of(package)
        for row in find_all(slide.root, ".//a:p")
    )


def _usual_language(package: OoxmlPackage) -> str:
    """Return the default language of the presentation."""
    return str(first(package.main, "p:defaultTextStyle//a:defRPr/@lang") or "")


def text_shapes(slide: Slide) -> Iterator[Any]:
    """Yield the shapes with words in them, those in groups too."""
    for shape in find_all(slide.root, ".//p:sp[p:txBody]"):
        if words(shape, "a:t"):
            yield shape


def properties_of(slide: Slide, shape: Any, paragraph: Any, run: Any, presentation: Any) -> Iterator[Any]:
    """Yield the run properties that hold for a run, the nearest first: where a look is found first, it counts."""
    depth = whole(first(paragraph, "a:pPr/@lvl"), 0, most=8) + 1
    own = run.find(name("a:rPr"))
    if own is not None:
        yield own
    for place in (shape, *behind(slide, shape)):
        yield from find_all(place, f"p:txBody/a:lstStyle/a:lvl{depth}pPr/a:defRPr")
    if slide.master is not None:
        yield from find_all(slide.master, f"p:txStyles/p:{_style_of(shape)}/a:lvl{depth}pPr/a:defRPr")
    yield from find_all(presentation, f"p:defaultTextStyle/a:lvl{depth}pPr/a:defRPr")


def runs_of(paragraph: Any) -> list[Any]:
    """Return the runs and fields of a paragraph."""
    return find_all(paragraph, _RUNS)


def _style_of(shape: Any) -> str:
    """Return which of the master's three text styles a shape has."""
    mark = placeholder_of(shape)
    if mark is None:
        return "otherStyle"
    return "titleStyle" if mark.get("type") in _TITLES else "bodyStyle"
