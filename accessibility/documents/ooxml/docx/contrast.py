"""Colours of Word's text (WCAG 1.4.3, 1.4.1): runs against their shading, cell, box and page."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.colours import WHITE, Colour, colour_of, is_coloured, is_weak
from accessibility.documents.ooxml.docx.grid import CellLook, TableLook
from accessibility.documents.ooxml.docx.paragraphs import Body, Paragraph, body_of, tables
from accessibility.documents.ooxml.docx.runs import Run, shading
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.theme import word_colour
from accessibility.documents.registry import register
from accessibility.documents.xml import first, is_on, name

_NO_LOOK = CellLook(None, None)


@register
class Contrast:
    """Text stands out from what is behind it."""

    rules = ("WM-OFFICE-CONTRAST",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield paragraphs with a run of too little contrast. Text on a picture or a gradient is not judged."""
        body, looks, page = body_of(opened), _looks(opened), _page_colour(opened)
        found = []
        for paragraph in body.paragraphs:
            behind = _behind(paragraph, body, looks, page)
            weak = [run for run in paragraph.spoken if behind and _is_weak(run, behind[0], behind[1])]
            if weak:
                found.append(Location(item=paragraph.number, excerpt=weak[0].text.strip()))
        yield from gather("WM-OFFICE-CONTRAST", found)


@register
class ColourAlone:
    """Some words are set apart by colour: the author is asked whether anything else says it too."""

    rules = ("WM-OFFICE-COLOUR-ASK",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield paragraphs where a part has a colour of its own and no other mark."""
        found = [
            Location(item=paragraph.number, excerpt=part.text.strip())
            for paragraph in body_of(opened).paragraphs
            if not paragraph.level and (part := _set_apart(paragraph, body_of(opened))) is not None
        ]
        yield from gather("WM-OFFICE-COLOUR-ASK", found)


def _is_weak(run: Run, background: Colour, colour: Colour | None) -> bool:
    """Return whether a run is hard to see. Automatic text turns white or black by itself."""
    text = run.colour or colour
    if text is None or not any(letter.isalnum() for letter in run.text):
        return False
    return is_weak(text, run.background or background, run.size / 2, bold=run.is_bold)


def _behind(
    paragraph: Paragraph, body: Body, looks: dict[Any, CellLook], page: Colour
) -> tuple[Colour, Colour | None] | None:
    """Return the background of a paragraph and the colour that its table gives it, or None where it cannot be told."""
    own = first(paragraph.element, "w:pPr/w:shd")
    shade = own if own is not None else body.styles.property(paragraph.style, "w:pPr/w:shd")
    cell = next(iter(paragraph.element.iterancestors(name("w:tc"), name("w:txbxContent"))), None)
    look = looks.get(cell, _NO_LOOK) if cell is not None else _NO_LOOK
    if (colour := shading(shade, body.theme)) is not None:
        return colour, look.colour
    if cell is not None and cell.tag == name("w:txbxContent"):
        fill = _box_colour(cell, body)
        return (fill, None) if fill else None
    return look.background or page, look.colour


def _looks(opened: OoxmlPackage) -> dict[Any, CellLook]:
    """Return the look of each cell of the body."""
    body = body_of(opened)
    return {cell: look for table in tables(opened) for cell, look in TableLook(table, body.styles, body.theme).cells()}


def _page_colour(opened: OoxmlPackage) -> Colour:
    """Return the colour of the page, which Word shows only when the settings say so."""
    background = first(opened.main, "w:background")
    shown = first(opened.related(opened.main_name, "settings"), "w:displayBackgroundShape")
    colour = word_colour(background, body_of(opened).theme, "w:color") if is_on(shown, name("w:val")) else None
    return colour or WHITE


def _box_colour(box: Any, body: Body) -> Colour | None:
    """Return the fill of the text box around some text, white where it has none, None where it cannot be told."""
    shape = first(box, "ancestor::wps:wsp[1]")
    if shape is not None:
        fill = first(shape, "wps:spPr/a:solidFill")
        if fill is not None:
            return body.theme.drawn(fill)
        filled = first(
            shape, "wps:spPr/a:gradFill | wps:spPr/a:blipFill | wps:spPr/a:pattFill | wps:style/a:fillRef[@idx!='0']"
        )
        return WHITE if first(shape, "wps:spPr/a:noFill") is not None or filled is None else None
    old = first(box, "ancestor::*[@fillcolor][1]")
    if old is None:
        return WHITE
    return WHITE if old.get("filled") in ("f", "false") else colour_of(old.get("fillcolor"))


def _set_apart(paragraph: Paragraph, body: Body) -> Run | None:
    """Return the first run with a colour that is neither its style's, nor a link's, nor marked in bold as well."""
    runs = [run for run in paragraph.spoken if not run.in_link]
    plain = [run for run in runs if not run.colour or not is_coloured(run.colour)]
    if "HYPERLINK" in paragraph.field_codes or paragraph.is_called("title", "subtitle", "toc"):
        return None
    usual = word_colour(body.styles.property(paragraph.style, "w:rPr/w:color"), body.theme)
    runs = [run for run in runs if run.colour != usual]
    apart = (run for run in runs if run.colour and is_coloured(run.colour) and len(run.text.strip()) > 1)
    return next((run for run in apart if not run.is_bold or any(other.is_bold for other in plain)), None)
