"""Colours of text on slides (WCAG 1.4.3): runs against their shape, cell or slide."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.colours import BLACK, WHITE, Colour, is_weak
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.geometry import box_of
from accessibility.documents.ooxml.pptx.slides import Slide, behind, slides_of
from accessibility.documents.ooxml.pptx.text import properties_of, runs_of, text_shapes
from accessibility.documents.ooxml.theme import Theme
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, whole, words

_FILLS = "a:solidFill | a:gradFill | a:blipFill | a:pattFill | a:noFill | a:grpFill"
_SHAPE_FILLS = " | ".join(f"p:spPr/{kind}" for kind in _FILLS.split(" | "))
#: In hundredths of a point.
_USUAL_SIZE = 1_800


@register
class SlideContrast:
    """Text stands out from what is behind it."""

    rules = ("WM-OFFICE-CONTRAST",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield shapes with a run of too little contrast. Text on a picture or a gradient is not judged."""
        found = []
        for slide in slides_of(opened):
            theme = theme_of(opened, slide)
            for shape in text_shapes(slide):
                background = _background(slide, shape, theme)
                if background and _has_weak_run(opened, slide, shape, background, theme):
                    found.append(Location(page=slide.number, excerpt=words(shape, "a:t", " ")))
            found += [Location(page=slide.number, excerpt=said) for said in _weak_cells(slide, theme)]
        yield from gather("WM-OFFICE-CONTRAST", found)


def theme_of(opened: OoxmlPackage, slide: Slide) -> Theme:
    """Return the theme of a slide's master with the colour map that holds for the slide."""
    override = first(slide.root, "p:clrMapOvr/a:overrideClrMapping")
    row = override if override is not None else first(slide.master, "p:clrMap")
    mapping = {str(key): str(value) for key, value in row.attrib.items()} if row is not None else {}
    return Theme(opened.related(slide.master_path, "theme") if slide.master_path else None, mapping)


def _has_weak_run(opened: OoxmlPackage, slide: Slide, shape: Any, background: Colour, theme: Theme) -> bool:
    """Return whether a run of a shape is hard to see."""
    for paragraph in find_all(shape, "p:txBody/a:p"):
        for run in runs_of(paragraph):
            if any(letter.isalnum() for letter in words(run, "a:t")):
                looks = list(properties_of(slide, shape, paragraph, run, opened.main))
                if _is_weak(looks, shape, background, theme):
                    return True
    return False


def _is_weak(looks: list[Any], shape: Any, background: Colour, theme: Theme) -> bool:
    """Return whether the nearest colour, size and weight make text that is hard to see."""
    if looks and first(looks[0], "a:hlinkClick") is not None:
        return False
    fill = next((hit for hit in (first(look, _FILLS) for look in looks) if hit is not None), None)
    styled = first(shape, "p:style/a:fontRef")
    if fill is None and styled is not None and len(styled):
        fill = styled
    text = theme.drawn(fill) if fill is not None else theme.named("tx1") or BLACK
    if text is None:
        return False
    size = next((look.get("sz") for look in looks if look.get("sz")), None)
    bold = next((look.get("b") for look in looks if look.get("b")), "0") in ("1", "true")
    points = whole(size, _USUAL_SIZE) / 100
    return is_weak(text, background, points, bold=bold)


def _background(slide: Slide, shape: Any, theme: Theme) -> Colour | None:
    """Return the colour behind a shape's text, or None where it cannot be told."""
    for place in (shape, *behind(slide, shape)):
        fill = first(place, _SHAPE_FILLS)
        if fill is not None and not str(fill.tag).endswith("}noFill"):
            return theme.drawn(fill) if str(fill.tag).endswith("}solidFill") else None
        if fill is not None:
            break
        reference = first(place, "p:style/a:fillRef[@idx!='0']")
        if reference is not None:
            return theme.drawn(reference) if reference.get("idx") == "1" else None
    return None if _stands_on_something(slide, shape) else _slide_colour(slide, theme)


def _stands_on_something(slide: Slide, shape: Any) -> bool:
    """Return whether an earlier shape may lie behind this one: then its colour is not that of the slide."""
    box = box_of(slide, shape)
    if box is None or shape.getparent() is not first(slide.root, "p:cSld/p:spTree"):
        return True
    for other in slide.shapes:
        if other is shape:
            return _layout_stands_behind(slide, box)
        place = box_of(slide, other)
        if place is not None and place.overlaps(box) and first(other, "p:spPr/a:noFill") is None:
            return True
    return False


def _layout_stands_behind(slide: Slide, box: Any) -> bool:
    """Return whether a picture or a filled shape of the layout or master lies behind a box."""
    path = "p:cSld/p:spTree/*[self::p:pic or self::p:grpSp or self::p:sp[not(p:nvSpPr/p:nvPr/p:ph)]]"
    drawn = [shape for root in (slide.layout, slide.master) if root is not None for shape in find_all(root, path)]
    places = (box_of(slide, shape) for shape in drawn)
    return any(place is not None and place.overlaps(box) for place in places)


def _slide_colour(slide: Slide, theme: Theme) -> Colour | None:
    """Return the background of a slide, its layout or its master; a picture or a gradient has no one colour."""
    for root in (slide.root, slide.layout, slide.master):
        background = first(root, "p:cSld/p:bg") if root is not None else None
        if background is not None:
            fill = first(background, "p:bgPr/a:solidFill")
            if fill is not None:
                return theme.drawn(fill)
            reference = first(background, "p:bgRef[@idx='1001' or @idx='0']")
            return theme.drawn(reference) if reference is not None else None
    return theme.named("bg1") or WHITE


def _weak_cells(slide: Slide, theme: Theme) -> Iterator[str]:
    """Yield the words of table cells whose own colours are too alike; what a table style gives is not told here."""
    for cell in find_all(slide.root, ".//a:tc[a:tcPr/a:solidFill]"):
        background = theme.drawn(first(cell, "a:tcPr/a:solidFill"))
        for run in find_all(cell, ".//a:r[a:rPr/a:solidFill]"):
            text = theme.drawn(first(run, "a:rPr/a:solidFill"))
            size = str(first(run, "a:rPr/@sz") or "1800")
            bold = str(first(run, "a:rPr/@b") or "0") in ("1", "true")
            points = whole(size, _USUAL_SIZE) / 100
            if text and background and is_weak(text, background, points, bold=bold):
                yield words(cell, "a:t", " ")
                break
