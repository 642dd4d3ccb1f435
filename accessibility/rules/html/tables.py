"""Tables: WCAG 1.3.1. The ids in brackets are those of the W3C's ACT rules."""

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

Grid = list[list[Element]]
LAYOUT = {"h1", "h2", "h3", "form", "nav", "table", "ul", "ol", "article", "section", "header", "footer"}
WIDEST = 1000


def grid_of(table: Element) -> Grid:
    """Return the cells by row, a cell that spans standing in each place it covers."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    grid: list[dict[int, Element]] = [{} for _row in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while column in grid[number]:
                column += 1
            for down in range(number, min(len(rows), number + _span(cell, "rowspan"))):
                for right in range(column, column + _span(cell, "colspan")):
                    grid[down].setdefault(right, cell)
    return [[cells[place] for place in sorted(cells)] for cells in grid]


def _span(cell: Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), WIDEST) if text.isdigit() and text != "0" else 1


def is_data(table: Element, page: Document) -> bool:
    """Return whether a table is not marked as being there for its looks."""
    return page.role(table) not in {"none", "presentation"}


class TableRule(HtmlRule):
    """A rule over tables of data."""

    criteria = ("1.3.1",)
    tags = ("table",)

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return is_data(element, page) and self._is_bad(element, grid_of(element), page)

    def _is_bad(self, table: Element, grid: Grid, page: Document) -> bool:
        raise NotImplementedError


@register_rule
class OnlyHeaders(TableRule):
    """A table has data."""

    id = "html-table-only-headers"
    message = _("All cells of this table are headers.")
    why = _("A screen reader finds no data, and nothing that the headers belong to.")
    how = _("Use header cells for headers only.")

    def _is_bad(self, table: Element, grid: Grid, page: Document) -> bool:
        cells = [cell for row in grid for cell in row]
        return bool(cells) and all(cell.tag == "th" for cell in cells)


@register_rule
class RaggedRows(TableRule):
    """Every row has as many cells as the others."""

    id = "html-table-ragged"
    level = "warn"
    message = _("The rows of this table do not have the same number of cells.")
    why = _("Cells are read out under the wrong headers.")
    how = _("Give each row the same number of cells, empty ones where there is nothing.")

    def _is_bad(self, table: Element, grid: Grid, page: Document) -> bool:
        return len({len(row) for row in grid if row}) > 1


@register_rule
class LayoutTable(TableRule):
    """A table is for data, not for the look of a page."""

    id = "html-table-layout"
    level = "warn"
    message = _("This table seems to place parts of the page, and holds no data.")
    why = _("A screen reader reads it row by row, as data.")
    how = _("Place the parts with a style sheet.")

    def _is_bad(self, table: Element, grid: Grid, page: Document) -> bool:
        if next(table.iter("th"), None) is not None:
            return False
        holds = any(part.tag in LAYOUT for cell in table.iter("td") for part in cell.iterdescendants())
        return holds or len([row for row in grid if row]) == 1


@register_rule
class TwoHeaderColumns(TableRule):
    """A table has one column of headers, or says which header belongs to which cell."""

    id = "html-table-double-headers"
    level = "warn"
    message = _("Rows of this table have two headers, and nothing says which is the first.")
    why = _("Screen readers say only one of them, or none.")
    how = _("Make two tables, or give the headers a scope and the cells “headers”.")

    def _is_bad(self, table: Element, grid: Grid, page: Document) -> bool:
        told = any(cell.get("scope") or cell.get("headers") for cell in table.iter("th", "td"))
        double = [row for row in grid if len(row) > 2 and row[0].tag == row[1].tag == "th" and row[-1].tag == "td"]
        return not told and any(row[0] is not row[1] for row in double)


@register_rule
class UnusedHeader(HtmlRule):
    """A header has cells (d0f69e)."""

    id = "html-table-header-unused"
    criteria = ("1.3.1",)
    tags = ("th",)
    roles = ("columnheader", "rowheader")
    message = _("This header belongs to no cell.")
    why = _("It is read out with nothing, or with what is not its own.")
    how = _("Make it a plain cell, or give it cells.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        table = page.inside(element, "table")
        if table is None or element.tag != "th":
            return False
        grid = grid_of(table)
        named = element.get("id") and any(
            element.get("id") in (cell.get("headers") or "").split() for cell in table.iter("td", "th")
        )
        return not (named or _has_cells(element, grid))


def _has_cells(header: Element, grid: Grid) -> bool:
    for row in grid:
        if header in row and any(_takes(cell, header) for cell in row):
            return True
        for column, cell in enumerate(row):
            below = (line[column] for line in grid if len(line) > column)
            if cell is header and any(_takes(other, header) for other in below):
                return True
    return False


def _takes(cell: Element, header: Element) -> bool:
    return cell is not header and cell.tag == "td" and not cell.get("headers")


@register_rule
class HeadersAttribute(HtmlRule):
    """“headers” names cells of the same table (a25f45)."""

    id = "html-table-headers-attribute"
    criteria = ("1.3.1",)
    attributes = ("headers",)
    message = _("“headers” names something that is no header cell of this table.")
    why = _("The cell is read out without its header.")
    how = _("Name the ids of header cells in the same table.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        table = page.inside(element, "table")
        for key in (element.get("headers") or "").split():
            target = page.by_id.get(key)
            if target is None or target is element or page.inside(target, "table") is not table:
                return True
            if target.tag != "th" and page.role(target) not in {"columnheader", "rowheader"}:
                return True
        return False


@register_rule
class EmptyHeader(HtmlRule):
    """A header has words."""

    id = "html-table-header-empty"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("th",)
    message = _("This header is empty.")
    why = _("Its cells are read out without a header.")
    how = _("Write what the row or column holds, or make it a plain cell.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.name(element)


@register_rule
class EmptyCaption(HtmlRule):
    """A caption has words."""

    id = "html-table-caption-empty"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("caption",)
    message = _("The caption of this table is empty.")
    why = _("Screen readers list tables by their captions.")
    how = _("Write what the table shows, or remove the caption.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.text(element)
