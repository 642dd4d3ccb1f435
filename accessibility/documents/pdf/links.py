"""Links: tagged, and with words that say where they lead (WCAG 1.3.1, 2.4.4; PDF11, PDF13)."""

from collections import defaultdict
from collections.abc import Iterator

import pikepdf

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.pdf.annotations import Annotation
from accessibility.documents.pdf.forms import place_of
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link

MAX_LINKS = 4_000


@register
class LinkTags:
    """A link stands in a Link tag, or nobody reaches it but by mouse."""

    rules = ("WM-PDF-LINK-TAG",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the links of a tagged file that stand in none, neither by the file's index nor in the tags."""
        held = opened.held_annotations
        loose = [
            place_of(opened, link)
            for link in _links(opened)
            if opened.elements and not _is_tagged(opened, link) and link.obj.objgen not in held
        ]
        yield from gather("WM-PDF-LINK-TAG", loose)


@register
class LinkText:
    """A link says where it leads: not "click here", not a bare address."""

    rules = ("WM-PDF-LINK-TEXT",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the links whose words on the page say nothing, unless the link has a description of its own."""
        by_page: dict[int, list[Annotation]] = defaultdict(list)
        for link in _links(opened):
            if _is_bare(link):
                by_page[link.page].append(link)
        poor: list[Location] = []
        for number, links in sorted(by_page.items()):
            for link, words in zip(links, _words(opened, number, links), strict=True):
                if words and is_poor_link(words, opened.language):
                    poor.append(Location(page=number, excerpt=words, bbox=link.bbox))
        yield from gather("WM-PDF-LINK-TEXT", poor)


def _links(opened: OpenedPdf) -> list[Annotation]:
    """Return the links that people meet."""
    return [one for one in opened.annotations if one.type == "Link" and not one.is_hidden][:MAX_LINKS]


def _is_tagged(opened: OpenedPdf, link: Annotation) -> bool:
    """Return whether the link's own tag, or one around it, is a link."""
    index = link.element
    while index is not None:
        if opened.elements[index].type in ("Link", "Reference"):
            return True
        index = opened.elements[index].parent
    return False


def _is_bare(link: Annotation) -> bool:
    """Return whether the link leads to an address and has no words of its own."""
    action = link.obj.get("/A")
    leads = isinstance(action, pikepdf.Dictionary) and "/URI" in action
    return leads and link.bbox is not None and not text_of(link.obj.get("/Contents"))


def _words(opened: OpenedPdf, number: int, links: list[Annotation]) -> list[str]:
    """Return the text of a page under each link."""
    page = opened.rendered[number - 1]
    text = page.get_textpage()
    try:
        found = [text.get_text_bounded(*link.bbox) if link.bbox else "" for link in links]
        return [" ".join(words.split())[:200] for words in found]
    finally:
        text.close()
        page.close()
