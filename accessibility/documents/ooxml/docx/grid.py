"""Word's tables as rows and cells, and what their styles say of a cell (ECMA-376, 17.7.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accessibility.documents.colours import Colour
from accessibility.documents.ooxml.docx.runs import shading
from accessibility.documents.ooxml.docx.styles import VALUE, Styles
from accessibility.documents.ooxml.theme import Theme, word_colour
from accessibility.documents.xml import find_all, first, is_on, name, whole, words

_ROW, _CELL, _TABLE = name("w:tr"), name("w:tc"), name("w:tbl")
_WRAPPERS = frozenset(map(name, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))
_SEEN = tuple(map(name, ("w:drawing", "w:pict", "w:object", "w:sdt", "w:fldChar", "w:sym")))


def rows_of(table: Any) -> list[Any]:
    """Return the rows of a table, not those of tables inside it."""
    return list(_children(table, _ROW))


def cells_of(row: Any) -> list[Any]:
    """Return the cells of a row."""
    return list(_children(row, _CELL))


def is_data(table: Any) -> bool:
    """Return whether a table holds data: at least two rows and columns, words in it, and no table inside."""
    rows = rows_of(table)
    widest = max((len(cells_of(row)) for row in rows), default=0)
    inside = next((below for below in table.iter(_TABLE) if below is not table), None)
    return len(rows) > 1 and widest > 1 and inside is None and bool(words(table, "w:t"))


def is_filled_in(table: Any) -> bool:
    """Return whether most cells beside the first column are blank: a form or a layout, rather than data."""
    beside = [cell for row in rows_of(table) for cell in cells_of(row)[1:]]
    return sum(not words(cell, "w:t") for cell in beside) * 2 > len(beside)


def is_blank(cell: Any) -> bool:
    """Return whether a cell has nothing to read or to fill in."""
    return not words(cell, "w:t") and next(cell.iter(*_SEEN), None) is None


def is_merged(cell: Any) -> bool:
    """Return whether a cell spans others."""
    span = str(first(cell, "w:tcPr/w:gridSpan/@w:val") or "1")
    return whole(span, 1) > 1 or first(cell, "w:tcPr/w:vMerge | w:tcPr/w:hMerge") is not None


def has_lines(table: Any, styles: Styles) -> bool:
    """Return whether a table shows lines or shading, of its own or of its style: what is seen as a table."""
    style = str(first(table, "w:tblPr/w:tblStyle/@w:val") or "") or styles.default("table")
    own = find_all(table, "w:tblPr/w:tblBorders/* | w:tr/w:tc/w:tcPr/w:tcBorders/* | w:tblPr/w:tblPrEx/w:tblBorders/*")
    if not find_all(table, "w:tblPr/w:tblBorders"):
        own += [row for link in styles.chain(style) for row in find_all(link, ".//w:tblBorders/* | .//w:tcBorders/*")]
    if any(line.get(VALUE, "none") not in ("none", "nil") for line in own):
        return True
    return first(table, "w:tr/w:tc/w:tcPr/w:shd[@w:fill!='auto' and @w:fill!='FFFFFF']") is not None


@dataclass(frozen=True)
class CellLook:
    """The background and the colour of text that a cell gets from itself and from the style of its table."""

    background: Colour | None
    colour: Colour | None


class TableLook:
    """Resolves the looks of the cells of one table."""

    def __init__(self, table: Any, styles: Styles, theme: Theme) -> None:
        self._theme, self._rows = theme, rows_of(table)
        style = str(first(table, "w:tblPr/w:tblStyle/@w:val") or "") or styles.default("table")
        self._chain = styles.chain(style)
        self._whole = shading(first(table, "w:tblPr/w:shd"), theme)
        self._look = first(table, "w:tblPr/w:tblLook")

    def cells(self) -> Iterator[tuple[Any, CellLook]]:
        """Yield each cell with its look."""
        for number, row in enumerate(self._rows):
            line = cells_of(row)
            for column, cell in enumerate(line):
                parts = self._parts(number, column, len(line))
                own = shading(first(cell, "w:tcPr/w:shd"), self._theme)
                background = own or self._styled_background(parts) or self._whole
                yield cell, CellLook(background, self._styled_colour(parts))

    def _parts(self, row: int, column: int, width: int) -> tuple[str, ...]:
        """Return the parts of the table style that hold for a cell, the strongest first."""
        chosen = (
            ("firstRow", row == 0, 0x20), ("lastRow", row == len(self._rows) - 1, 0x40),
            ("firstCol", column == 0, 0x80), ("lastCol", column == width - 1, 0x100),
        )  # fmt: skip
        parts = [called for called, here, bit in chosen if here and self._is_chosen(called, bit)]
        if not self._is_chosen("noHBand", 0x200):
            shift = 1 if self._is_chosen("firstRow", 0x20) else 0
            parts.append("band1Horz" if (row - shift) % 2 == 0 else "band2Horz")
        return (*parts, "wholeTable")

    def _is_chosen(self, called: str, bit: int) -> bool:
        """Return whether the author ticked a part of the style for this table."""
        if self._look is None:
            return called == "noHBand"
        words_of = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
        told = self._look.get(name(f"w:{words_of.get(called, called)}"))
        if told is not None:
            return told.lower() in ("1", "true", "on")
        try:
            return bool(int(self._look.get(VALUE, "0"), 16) & bit)
        except ValueError:
            return False

    def _styled_background(self, parts: tuple[str, ...]) -> Colour | None:
        """Return the shading of the first part that has one."""
        hits = (self._styled(part, "w:tcPr/w:shd") for part in parts)
        colours = (shading(hit, self._theme) for hit in hits)
        return next((colour for colour in colours if colour), None)

    def _styled_colour(self, parts: tuple[str, ...]) -> Colour | None:
        """Return the colour of text of the first part that has one."""
        hits = (self._styled(part, "w:rPr/w:color") for part in parts)
        colours = (word_colour(hit, self._theme) for hit in hits)
        return next((colour for colour in colours if colour), None)

    def _styled(self, part: str, path: str) -> Any:
        """Return a property of one part of the table style."""
        whole = "" if part == "wholeTable" else f"w:tblStylePr[@w:type='{part}']/"
        hits = (first(style, whole + path) for style in self._chain)
        return next((hit for hit in hits if hit is not None), None)


def has_header(table: Any) -> bool:
    """Return whether the first row repeats as header."""
    rows = rows_of(table)
    return bool(rows) and is_on(first(rows[0], "w:trPr/w:tblHeader"), VALUE)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Yield children of one name, also those inside content controls and marks of change."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
