"""Header cells of tables in a PDF (WCAG 1.3.1, technique PDF6)."""

import pikepdf

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.pdf.package import EditablePdf
from accessibility.documents.mends.registry import register
from accessibility.documents.pdf.tables import headless


@register
class PdfTableHeader(Everywhere):
    """Makes the cells of the first row of one table header cells of their columns."""

    id = "table-header"
    label = N_("The first row is the header")
    rules = ("WM-PDF-TABLE-HEADER",)
    kinds = (Kind.PDF,)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - always a PDF
        """Return the file with the header cells."""
        with EditablePdf(data) as opened:
            cells = _first_row(opened, at(headless(opened), wish.spot))
            for index in cells:
                obj = opened.elements[index].obj
                obj.S = pikepdf.Name.TH
                scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column)
                known = obj.get("/A")
                rows = list(known) if isinstance(known, pikepdf.Array) else [known] if known is not None else []
                obj.A = pikepdf.Array([*rows, scope]) if rows else scope
            return Mended(opened.written(), (Change(N_("The first row of the table is now its header.")),))


def _first_row(opened: EditablePdf, table: int) -> list[int]:
    """Return the cells of the first row in reading order, in a group of rows or not."""
    waiting = list(opened.children[table])
    while waiting:
        index = waiting.pop(0)
        kind = opened.elements[index].type
        if kind == "TR":
            cells = [kid for kid in opened.children[index] if opened.elements[kid].type == "TD"]
            if cells:
                return cells
        elif kind in ("THead", "TBody"):
            waiting[:0] = opened.children[index]
    raise Refused("no_mend")
