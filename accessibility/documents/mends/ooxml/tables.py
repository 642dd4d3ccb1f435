"""Header rows of tables in Word, PowerPoint and Excel (WCAG 1.3.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.ooxml.package import EditablePackage, child
from accessibility.documents.mends.registry import register
from accessibility.documents.ooxml.docx import tables as word
from accessibility.documents.ooxml.docx.grid import rows_of
from accessibility.documents.ooxml.pptx import tables as slides
from accessibility.documents.ooxml.xlsx.sheets import is_filled, sheets_of
from accessibility.documents.ooxml.xlsx.tables import bare_sheets
from accessibility.documents.xml import find_all, name, whole

LABEL = N_("The first row is the header")
SAID = N_("The first row of the table is now its header.")
#: Titles above the data take at most so many rows.
_NEAR_THE_TOP = 10


@register
class WordHeader(Everywhere):
    """Marks the first row of one table to repeat as header (ECMA-376, 17.4.49)."""

    id = "table-header"
    label = LABEL
    rules = ("WM-DOCX-TABLE-HEADER",)
    kinds = (Kind.DOCX,)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the mark."""
        with EditablePackage(data, kind) as package:
            _number, table = at(word.headless(package)[0], wish.spot)
            package.change_of(table)
            row = rows_of(table)[0]
            properties = child(row, "w:trPr", before=("w:tc", "w:sdt", "w:customXml"))
            mark = child(properties, "w:tblHeader", before=("w:ins", "w:del", "w:trPrChange"))
            mark.attrib.pop(name("w:val"), None)
            return Mended(package.written(), (Change(SAID),))


@register
class SlideHeader(Everywhere):
    """Ticks "Header Row" of one table on a slide."""

    id = "table-header"
    label = LABEL
    rules = ("WM-PPTX-TABLE-HEADER",)
    kinds = (Kind.PPTX,)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the mark."""
        with EditablePackage(data, kind) as package:
            _place, table = at(slides.headless(package), wish.spot)
            package.change_of(table)
            child(table, "a:tblPr", before=("*",)).set("firstRow", "1")
            return Mended(package.written(), (Change(SAID),))


@register
class SheetHeader(Everywhere):
    """Freezes the rows down to the header of one sheet of data, so that it is always seen and told."""

    id = "table-header"
    label = LABEL
    rules = ("WM-XLSX-HEADER",)
    kinds = (Kind.XLSX,)
    each = True

    def allows(self, place: dict[str, Any]) -> bool:
        """Return whether this is a sheet: a table whose header is switched off has no words to put there."""
        return not place.get("excerpt")

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the frozen rows."""
        with EditablePackage(data, kind) as package:
            places = bare_sheets(package)
            called = at(places, wish.spot).part
            if at(places, wish.spot).excerpt:
                raise Refused("no_mend")
            sheet = next(sheet for sheet in sheets_of(package) if sheet.name == called)
            header = _header_row(sheet.rows)
            _freeze(package.change(sheet.path), header)
            said = N_("Row {row} of the sheet “{sheet}” is now frozen as its header.")
            return Mended(package.written(), (Change(said, {"row": str(header), "sheet": called}),))


def _header_row(rows: list[Any]) -> int:
    """Return the number of the first row with two filled cells. Raises :class:`Refused` when it is far down."""
    for row in rows:
        if sum(is_filled(cell) for cell in row.iter(name("s:c"))) > 1:
            number = whole(row.get("r"), 0)
            if 0 < number <= _NEAR_THE_TOP:
                return number
            break
    raise Refused("no_mend")


def _freeze(sheet: Any, rows: int) -> None:
    """Freeze the first rows in every view of a sheet that is not split yet (ECMA-376, 18.3.1.66)."""
    views = child(sheet, "s:sheetViews", before=("s:sheetFormatPr", "s:cols", "s:sheetData"))
    if not len(views):
        etree.SubElement(views, name("s:sheetView"), workbookViewId="0")
    for view in views:
        for old in find_all(view, "s:pane"):
            view.remove(old)
        pane = etree.Element(name("s:pane"))
        for key, value in (("ySplit", rows), ("topLeftCell", f"A{rows + 1}"), ("activePane", "bottomLeft")):
            pane.set(key, str(value))
        pane.set("state", "frozen")
        view.insert(0, pane)
