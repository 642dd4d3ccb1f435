"""Slides in the order of the show, with their layouts and masters behind them."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import find_all, first, words

#: What has a place on a slide.
SHAPES = "p:sp | p:pic | p:graphicFrame | p:grpSp | p:cxnSp"


@dataclass(frozen=True)
class Slide:
    """``number`` counts from 1. A hidden slide is not in the show, but everybody who opens the file meets it."""

    number: int
    path: str
    root: Any = field(repr=False)
    layout: Any = field(repr=False)
    master: Any = field(repr=False)
    master_path: str = ""

    @property
    def title(self) -> str:
        """Return the text of the title placeholder."""
        found = first(self.root, ".//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")
        return words(found, "a:t", " ") if found is not None else ""

    @property
    def shapes(self) -> list[Any]:
        """Return the shapes in the order in which they are read."""
        return find_all(self.root, " | ".join(f"p:cSld/p:spTree/{kind}" for kind in SHAPES.split(" | ")))


@lru_cache(maxsize=1)
def slides_of(package: OoxmlPackage) -> tuple[Slide, ...]:
    """Return the slides; one whose part is missing is left out."""
    relations = package.relationships(package.main_name)
    ids = (str(value) for value in find_all(package.main, "//p:sldId/@r:id"))
    paths = [relations[identity][1] for identity in ids if identity in relations]
    return tuple(
        _slide(package, path, number) for number, path in enumerate(paths, 1) if package.part(path) is not None
    )


def _slide(package: OoxmlPackage, path: str, number: int) -> Slide:
    """Return one slide with its layout and master, as far as they are there."""
    layout = next(iter(package.targets(path, "slideLayout")), "")
    master = next(iter(package.targets(layout, "slideMaster")), "") if layout else ""
    return Slide(
        number,
        path,
        package.part(path),
        package.part(layout) if layout else None,
        package.part(master) if master else None,
        master,
    )


def placeholder_of(shape: Any) -> Any:
    """Return the placeholder mark of a shape, or None."""
    return first(shape, "p:nvSpPr/p:nvPr/p:ph | p:nvPicPr/p:nvPr/p:ph | p:nvGraphicFramePr/p:nvPr/p:ph")


def behind(slide: Slide, shape: Any) -> list[Any]:
    """Return what a placeholder takes its place and look from: the shape of the layout, then that of the master."""
    mark = placeholder_of(shape)
    if mark is None:
        return []
    kind, index = mark.get("type", "body"), mark.get("idx")
    found = []
    for root in (slide.layout, slide.master):
        hit = _match(root, kind, index) if root is not None else None
        found += [hit] if hit is not None else []
        index = None
    return found


def _match(root: Any, kind: str, index: str | None) -> Any:
    """Return the placeholder of a layout or master with the same index, else of the same kind."""
    same = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
    by_kind = None
    for candidate in find_all(root, "p:cSld/p:spTree/p:sp"):
        mark = placeholder_of(candidate)
        if mark is None:
            continue
        if index is not None and mark.get("idx") == index:
            return candidate
        other = mark.get("type", "body")
        if by_kind is None and (other == kind or same.get(other, other) == same.get(kind, kind)):
            by_kind = candidate
    return by_kind
