"""Slides of an OpenDocument presentation (WCAG 2.4.2, 2.2.1, 1.2.2)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, name


@dataclass(frozen=True)
class Slide:
    """``number`` counts from 1."""

    number: int
    title: str
    root: Any = field(repr=False)


@lru_cache(maxsize=1)
def slides_of(opened: OdfPackage) -> tuple[Slide, ...]:
    """Return the slides in the order of the show."""
    return tuple(
        Slide(number, _title(page), page)
        for number, page in enumerate(find_all(opened.content, "office:body/office:presentation/draw:page"), 1)
    )


@register
class SlideTitles:
    """Each slide has a title of its own."""

    rules = ("WM-ODP-SLIDE-TITLE", "WM-ODP-SLIDE-TITLE-SAME")
    kinds = (Kind.ODP,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield slides without one, and slides that share one."""
        slides = slides_of(opened)
        yield from gather("WM-ODP-SLIDE-TITLE", [Location(page=slide.number) for slide in slides if not slide.title])
        counts = Counter(slide.title.casefold() for slide in slides if slide.title)
        same = [slide for slide in slides if counts[slide.title.casefold()] > 1]
        places = [Location(page=slide.number, excerpt=slide.title) for slide in same]
        yield from gather("WM-ODP-SLIDE-TITLE-SAME", places)


@register
class Timing:
    """The reader decides when the next slide comes, and films have captions."""

    rules = ("WM-ODP-ADVANCE", "WM-ODP-MEDIA-ASK")
    kinds = (Kind.ODP,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield slides that move on by themselves, and slides with films or sounds."""
        moving = _automatic_styles(opened)
        slides = slides_of(opened)
        found = [Location(page=slide.number) for slide in slides if slide.root.get(name("draw:style-name")) in moving]
        yield from gather("WM-ODP-ADVANCE", found)
        media = [Location(page=slide.number) for slide in slides if first(slide.root, ".//draw:plugin") is not None]
        yield from gather("WM-ODP-MEDIA-ASK", media)


def _title(page: Any) -> str:
    """Return the words in the title frame of a slide."""
    frame = first(page, "draw:frame[@presentation:class='title'][not(@presentation:placeholder='true')]")
    return " ".join("".join(frame.itertext()).split()) if frame is not None else ""


def _automatic_styles(opened: OdfPackage) -> set[str]:
    """Return the names of the slide styles that move on by themselves."""
    path = "//style:style[style:drawing-page-properties[@presentation:transition-type='automatic']]/@style:name"
    return {str(called) for called in find_all(opened.content, path)}
