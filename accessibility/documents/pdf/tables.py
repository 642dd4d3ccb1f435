"""Tables with header cells (WCAG 1.3.1, PDF6). Whether the grid is regular is the engine's to check."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.structure import descendants
from accessibility.documents.registry import register


@register
class TableHeaders:
    """A table of at least two rows and two columns has at least one header cell."""

    rules = ("WM-PDF-TABLE-HEADER",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the tables that have none."""
        yield from gather("WM-PDF-TABLE-HEADER", [opened.place(index) for index in headless(opened)])


def headless(opened: OpenedPdf) -> list[int]:
    """Return the indexes of the tables of data without a header cell."""
    bare = []
    for index, element in enumerate(opened.elements):
        if element.type == "Table":
            types = [below.type for below in descendants(opened.elements, index)]
            rows, cells = types.count("TR"), types.count("TD")
            if "TH" not in types and rows > 1 and cells > rows:
                bare.append(index)
    return bare
