"""Turn lines of OpenDocument text that only look like headings into headings (WCAG 1.3.1)."""

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish
from accessibility.documents.mends.odf.package import EditableOdf
from accessibility.documents.mends.outline import Row, outline
from accessibility.documents.mends.registry import register
from accessibility.documents.odf.headings import fake_headings, size_of
from accessibility.documents.odf.paragraphs import paragraphs
from accessibility.documents.xml import name


@register
class OdfHeadings(Everywhere):
    """Makes each such paragraph a ``text:h`` with its level; its look stays its own."""

    id = "headings"
    label = N_("Turn these lines into headings")
    rules = ("WM-ODF-FAKE-HEADING",)
    kinds = (Kind.ODT,)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - all lines at once
        """Return the file with the headings."""
        with EditableOdf(data, kind) as package:
            fakes = {row.number for row in fake_headings(package)}
            chosen = [row for row in paragraphs(package) if row.number in fakes or row.level]
            levels = outline([Row(row.level, size_of(package, row)) for row in chosen])
            changes = []
            for row, level in zip(chosen, levels, strict=True):
                if row.number in fakes:
                    package.change_of(row.element)
                    row.element.tag = name("text:h")
                    row.element.set(name("text:outline-level"), str(level))
                    said = N_("“{words}” is now a heading of level {level}.")
                    changes.append(Change(said, {"words": row.text, "level": str(level)}))
            return Mended(package.written(), tuple(changes))
