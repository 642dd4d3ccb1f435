"""Header rows of tables in OpenDocument files (WCAG 1.3.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.odf.package import EditableOdf
from accessibility.documents.mends.registry import register
from accessibility.documents.odf import sheets, tables
from accessibility.documents.xml import find_all, first, name

_REPEATED = name("table:number-rows-repeated")


@register
class OdfHeader(Everywhere):
    """Puts the first row of one table among its header rows (OpenDocument 1.3, 9.1.7); on a slide, marks its look."""

    id = "table-header"
    label = N_("The first row is the header")
    rules = ("WM-ODF-TABLE-HEADER",)
    kinds = (Kind.ODT, Kind.ODP)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the header."""
        with EditableOdf(data, kind) as package:
            table = at(tables.headless(package)[0], wish.spot)
            package.change_of(table)
            if kind is Kind.ODP:
                table.set(name("table:use-first-row-styles"), "true")
            else:
                _set_header(table, first(table, ".//table:table-row"))
            return Mended(package.written(), (Change(N_("The first row of the table is now its header.")),))


@register
class SheetHeader(Everywhere):
    """Puts the first row with two filled cells, and what is above it, among the header rows of a sheet."""

    id = "table-header"
    label = N_("The first row is the header")
    rules = ("WM-ODS-HEADER",)
    kinds = (Kind.ODS,)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the header."""
        with EditableOdf(data, kind) as package:
            sheet = at(sheets.headless(package), wish.spot)
            package.change_of(sheet)
            row = first(sheet, ".//table:table-row[count(table:table-cell[text:p]) > 1]")
            _set_header(sheet, row)
            said = N_("The first row of the sheet “{sheet}” is now its header.")
            return Mended(package.written(), (Change(said, {"sheet": sheets.name_of(sheet)}),))


def _set_header(table: Any, row: Any) -> None:
    """Wrap one row, which stands directly in the table or in its rows, as the header."""
    if row is None or row.get(_REPEATED, "1") != "1":
        raise Refused("no_mend")
    group = row.getparent()
    if group is not table and (group.tag != name("table:table-rows") or group.getparent() is not table):
        raise Refused("no_mend")
    above = find_all(row, "preceding-sibling::table:table-row")
    header = etree.Element(name("table:table-header-rows"))
    (group if group is not table and not above else row).addprevious(header)
    if group is not table and above:
        raise Refused("no_mend")
    header.append(row)
    if group is not table and not len(group):
        table.remove(group)
