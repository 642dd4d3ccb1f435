"""Words for figures of a PDF, or the mark that they are decoration (WCAG 1.1.1; techniques PDF1 and PDF4)."""

from typing import Any

import pikepdf

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.pdf.marks import make_artifact
from accessibility.documents.mends.pdf.package import EditablePdf
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import an_alternative
from accessibility.documents.pdf.figures import judged
from accessibility.documents.pdf.structure import Element, kids

_BARE = ("WM-PDF-FIGURE-ALT", "WM-PDF-FIGURE-ALT-POOR", "WM-PDF-FIGURE-DECORATIVE")


@register
class FigureAlternative(Everywhere):
    """Writes the words that the author typed as ``/Alt`` of one figure."""

    id = "alternative"
    label = N_("Write these words into the file")
    rules = (*_BARE, "WM-PDF-FIGURE-ASK")
    kinds = (Kind.PDF,)
    asks = Asks.ALTERNATIVE
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - always a PDF
        """Return the file with the words."""
        said = an_alternative(wish.text)
        with EditablePdf(data) as opened:
            opened.elements[at(judged(opened)[wish.rule], wish.spot)].obj.Alt = pikepdf.String(said)
            change = Change(N_("The picture is now described: “{words}”."), {"words": said})
            return Mended(opened.written(), (change,))


@register
class FigureDecorative(Everywhere):
    """Takes one figure out of the tags, and marks what it shows as an artifact."""

    id = "decorative"
    label = N_("It is only decoration")
    rules = _BARE
    kinds = (Kind.PDF,)
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - always a PDF
        """Return the file without the tag. A figure with tags, forms or links in it is refused."""
        with EditablePdf(data) as opened:
            index = at(judged(opened)[wish.rule], wish.spot)
            element = opened.elements[index]
            if element.parent is None or opened.children[index]:
                raise Refused("no_mend")
            for page, number in _marks(opened, element):
                make_artifact(opened.pdf, page, number)
            _forget(element, opened.elements[element.parent])
            return Mended(opened.written(), (Change(N_("The picture is now marked as decoration.")),))


def _marks(opened: EditablePdf, element: Element) -> list[tuple[Any, int]]:
    """Return page and number of each piece of content of a figure. Raises :class:`Refused` on anything else in it."""
    found = []
    for kid in kids(element.obj):
        own = isinstance(kid, pikepdf.Dictionary)
        page = kid.get("/Pg") if own else None
        page = page if page is not None else element.obj.get("/Pg")
        if page is None and element.page:
            page = opened.pdf.pages[element.page - 1].obj
        number = kid.get("/MCID") if own else kid
        if page is None or not isinstance(number, int) or (own and "/Stm" in kid):
            raise Refused("no_mend")
        found.append((page, number))
    return found


def _forget(element: Element, parent: Element) -> None:
    """Take a tag out of the one above it."""
    left = [kid for kid in kids(parent.obj) if not _is_same(kid, element.obj)]
    if len(left) == len(kids(parent.obj)):
        raise Refused("no_mend")
    if left:
        parent.obj.K = pikepdf.Array(left)
    else:
        del parent.obj.K


def _is_same(kid: Any, obj: Any) -> bool:
    """Return whether a child is that very tag."""
    return isinstance(kid, pikepdf.Dictionary) and kid.is_indirect and kid.objgen == obj.objgen
