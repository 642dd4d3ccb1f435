"""Walk a Word file's body once and carry over what a web page can hold."""

from html import escape

from accessibility.documents.base import Kind, Refused
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, body_of
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.outline.word import blocks_of
from accessibility.documents.sniff import identify
from accessibility.documents.web_page.base import Carried
from accessibility.documents.web_page.inline import html_of
from accessibility.documents.web_page.lists import html_list
from accessibility.documents.web_page.pictures import add_pictures, by_paragraph
from accessibility.documents.web_page.tables import add_table, is_layout
from accessibility.documents.xml import find_all, first, name, whole, words

_TBL, _P = name("w:tbl"), name("w:p")
#: What has no place on a page, by code; the paths find one each.
_LEFT_BEHIND = {
    "note": "//w:footnoteReference | //w:endnoteReference",
    "comment": "//w:commentReference",
    "field": "//w:ffData | //w:sdt[w:sdtPr/w14:checkbox or w:sdtPr/w:dropDownList or w:sdtPr/w:comboBox]",
    "changes": "//w:del | //w:moveFrom",
    "equation": "//*[local-name()='oMath']",
}
#: A page has headings of two levels under its title.
LEVELS = 2


class Walk:
    """One walk; lists and paragraphs are held until something else follows, so that they become one text."""

    def __init__(self, opened: OoxmlPackage) -> None:
        self.opened, self.carried, self.body = opened, Carried(), body_of(opened)
        self._by_element = {row.element: row for row in self.body.paragraphs}
        self._pictures = by_paragraph(opened)
        self._text: list[str] = []
        self._items: list[tuple[int, str, str]] = []
        levels = sorted({row.level for row in self.body.paragraphs if row.level and row.text and not row.in_table})
        self._top = levels[0] if levels else 1
        self._caption = ""

    def run(self) -> Carried:
        """Return what was carried over."""
        for block in blocks_of(first(self.opened.main, "w:body")):
            if block.tag != _TBL:
                self._paragraph(self._by_element[block])
            elif is_layout(block):
                self.carried.lost["layout"] += 1
                for row in block.iter(_P):
                    self._paragraph(self._by_element[row])
            else:
                self._flush()
                add_table(block, self._caption, self.carried)
                self._caption = ""
        self._flush()
        self._count()
        return self.carried

    def _paragraph(self, row: Paragraph) -> None:
        """Add one paragraph to what it belongs to."""
        shown = self._pictures.get(row.number, [])
        if row.is_called("toc ", "table of ") or row.in_box:
            self.carried.lost["contents"] += row.is_called("toc ")
        elif row.level and row.text:
            self._heading(row)
        elif row.text and row.is_called("caption"):
            self._flush()
            self._caption = row.text
        elif row.text:
            self._words(row)
        if shown or row.has_drawing:
            self._flush()
            add_pictures(row, shown, self.opened, self.carried)

    def _heading(self, row: Paragraph) -> None:
        """Add a heading; the topmost level of the file becomes the first under the page's title."""
        self._flush()
        depth = row.level - self._top + 1
        self.carried.lost["deep_heading"] += depth > LEVELS
        self.carried.add("heading", level=min(depth, LEVELS) + 1, text=row.text)

    def _words(self, row: Paragraph) -> None:
        """Hold a paragraph or an item of a list."""
        html = html_of(row, self.opened, self.carried)
        if row.is_list:
            self._items.append((*self._list_of(row), html))
            return
        self._end_list()
        self._text.append(f"<p>{html}</p>")

    def _list_of(self, row: Paragraph) -> tuple[int, str]:
        """Return how deep an item stands, from 0, and ``ul`` or ``ol``."""
        own = first(row.element, "w:pPr/w:numPr")
        marked = own if own is not None else self.body.styles.property(row.style, "w:pPr/w:numPr")
        depth = whole(first(marked, "w:ilvl/@w:val"), 0, 8)
        kind = self.body.numbering.format_of(marked, depth)
        return depth, "ul" if kind in ("bullet", "none", "") else "ol"

    def _end_list(self) -> None:
        if self._items:
            self._text.append(html_list(self._items))
            self._items = []

    def _flush(self) -> None:
        """Put what is held on the page; a caption without a table is a paragraph."""
        self._end_list()
        if self._text:
            self.carried.add("paragraph", html="".join(self._text))
            self._text = []
        if self._caption:
            self.carried.add("paragraph", html=f"<p>{escape(self._caption, quote=False)}</p>")
            self._caption = ""

    def _count(self) -> None:
        """Count what a page has no place for."""
        for code, path in _LEFT_BEHIND.items():
            self.carried.lost[code] += len(find_all(self.opened.main, path))
        for kind in ("header", "footer"):
            roots = [self.opened.part(target) for target in self.opened.targets(self.opened.main_name, kind)]
            self.carried.lost["header"] += sum(bool(words(root, "w:t")) for root in roots if root is not None)
        self.carried.lost = +self.carried.lost


def carry(data: bytes) -> tuple[dict[str, object], bytes]:
    """Return what to tell of a Word file, and its pictures one after another. Raises :class:`Refused`."""
    kind = identify(data)
    if kind is not Kind.DOCX:
        raise Refused("no_page_format")
    with OoxmlPackage(data, kind) as opened:
        carried = Walk(opened).run()
        return {**carried.told(), "title": opened.title}, b"".join(picture for _, picture in carried.pictures)
