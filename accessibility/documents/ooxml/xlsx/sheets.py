"""The sheets of a workbook and its cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import find_all, first, name, whole, words

_CELL, _ROW, _VALUE = name("s:c"), name("s:row"), name("s:v")
_REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
_DEFAULT_NAME = re.compile(
    r"^(?:sheet|tabelle|feuil|feuille|hoja|arkusz|foglio|blad|folha|planilha|taul|list|munka|лист|ark|page|taflen|"
    r"table|sayfa|ورقة)\s?\d+(?:\s?\(\d+\))?$",
    re.IGNORECASE,
)
#: The number of Excel's own cell style "Title".
_TITLE_STYLE = "15"


@dataclass(frozen=True)
class Sheet:
    """``root`` is None for a chart on a sheet of its own."""

    name: str
    state: str
    path: str
    root: Any = field(repr=False)

    @cached_property
    def rows(self) -> list[Any]:
        """Return the rows with at least one value."""
        data = first(self.root, "s:sheetData") if self.root is not None else None
        return (
            [row for row in data.iter(_ROW) if any(is_filled(cell) for cell in row.iter(_CELL))]
            if data is not None
            else []
        )

    @cached_property
    def is_grid(self) -> bool:
        """Return whether at least two rows and two columns hold values."""
        widths = (sum(is_filled(cell) for cell in row.iter(_CELL)) for row in self.rows)
        return sum(width > 1 for width in widths) > 1

    def filled_cells(self) -> Iterator[Any]:
        """Yield the cells with values."""
        for row in self.rows:
            yield from (cell for cell in row.iter(_CELL) if is_filled(cell))


@lru_cache(maxsize=1)
def sheets_of(package: OoxmlPackage) -> tuple[Sheet, ...]:
    """Return the sheets in the order of their tabs."""
    relations = package.relationships(package.main_name)
    found = []
    for row in find_all(package.main, "//s:sheet"):
        kind, path = relations.get(row.get(name("r:id"), ""), ("", ""))
        root = package.part(path) if kind.endswith("/worksheet") else None
        found.append(Sheet(row.get("name", ""), row.get("state", "visible"), path, root))
    return tuple(found)


@lru_cache(maxsize=1)
def shared_texts(package: OoxmlPackage) -> tuple[str, ...]:
    """Return the texts that cells refer to by number."""
    root = package.related(package.main_name, "sharedStrings")
    return tuple(words(row, "s:t") for row in find_all(root, "s:si")) if root is not None else ()


def is_filled(cell: Any) -> bool:
    """Return whether a cell has a value."""
    value = cell.find(_VALUE)
    return bool(value is not None and value.text) or cell.find(name("s:is")) is not None


def text_of(package: OoxmlPackage, cell: Any) -> str:
    """Return the text of a cell, or its number as it is stored."""
    value = cell.find(_VALUE)
    text = (value.text or "") if value is not None else ""
    if cell.get("t") == "s":
        texts = shared_texts(package)
        number = whole(text, len(texts))
        return texts[number] if number < len(texts) else ""
    return words(cell, "s:t") if cell.get("t") == "inlineStr" else text


def position(reference: str) -> tuple[int, int] | None:
    """Return row and column, both from 1, of a reference such as ``B12``."""
    match = _REFERENCE.match(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def styled_title(package: OoxmlPackage) -> str:
    """Return the text of the first cell in Excel's cell style "Title", else an empty text."""
    styles = package.related(package.main_name, "styles")
    titles = (
        {str(value) for value in find_all(styles, f"//s:cellStyle[@builtinId='{_TITLE_STYLE}']/@xfId")}
        if styles is not None
        else set()
    )
    formats = find_all(styles, "s:cellXfs/s:xf") if titles else []
    marked = {str(number) for number, row in enumerate(formats) if row.get("xfId") in titles}
    for sheet in sheets_of(package) if marked else ():
        for cell in sheet.filled_cells():
            if cell.get("s") in marked:
                return text_of(package, cell)
    return ""


def is_default_name(called: str) -> bool:
    """Return whether a program gave a sheet its name."""
    return bool(_DEFAULT_NAME.match(called.strip()))
