"""Turn lines of OpenDocument text with typed bullets or numbers into lists (WCAG 1.3.1)."""

from itertools import pairwise
from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish
from accessibility.documents.mends.marks import Series, series_of
from accessibility.documents.mends.odf.package import EditableOdf
from accessibility.documents.mends.registry import register
from accessibility.documents.odf.fakes import typed_bullets, typed_numbers
from accessibility.documents.odf.paragraphs import Paragraph
from accessibility.documents.xml import find_all, first, name

_FORMATS = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A"}
_BLANKS = (name("text:tab"), name("text:s"))


@register
class OdfLists(Everywhere):
    """Takes the typed marks away and lets the program show the same ones, for every list that counts one by one."""

    id = "lists"
    label = N_("Turn these lines into lists")
    rules = ("WM-ODF-FAKE-LIST", "WM-ODF-FAKE-BULLETS")
    kinds = (Kind.ODT,)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the lists. A file with none that can be turned is refused."""
        with EditableOdf(data, kind) as package:
            typed = typed_numbers if wish.rule == "WM-ODF-FAKE-LIST" else typed_bullets
            changes = []
            for rows in typed(package):
                series = series_of([row.raw for row in rows])
                nodes = [_beginning(row.element) for row in rows]
                if series and _are_neighbours(rows) and _hold(nodes, rows, series):
                    package.change_of(rows[0].element)
                    changes.append(_turn(rows, nodes, series))
            if not changes:
                raise Refused("no_mend")
            return Mended(package.written(), tuple(changes))


def _are_neighbours(rows: list[Paragraph]) -> bool:
    """Return whether the paragraphs follow one another with nothing between them, and are no headings."""
    follow = all(above.element.getnext() is below.element for above, below in pairwise(rows))
    return follow and not any(row.level or row.is_list for row in rows)


def _beginning(paragraph: Any) -> Any:
    """Return the element, the paragraph or a span in it, that holds its first words."""
    node = paragraph
    while not (node.text or "").strip() and len(node) and node[0].tag == name("text:span"):
        node = node[0]
    return node


def _hold(nodes: list[Any], rows: list[Paragraph], series: Series) -> bool:
    """Return whether each mark stands whole in the first piece of text."""
    marks = [row.raw[:length].strip() for row, length in zip(rows, series.lengths, strict=True)]
    return all((node.text or "").lstrip().startswith(mark) for node, mark in zip(nodes, marks, strict=True))


def _turn(rows: list[Paragraph], nodes: list[Any], series: Series) -> Change:
    """Make one list."""
    made = etree.Element(name("text:list"))
    made.set(name("text:style-name"), _style(rows[0].element, series))
    rows[0].element.addprevious(made)
    for row, node, length in zip(rows, nodes, series.lengths, strict=True):
        mark = row.raw[:length].strip()
        node.text = (node.text or "").lstrip().removeprefix(mark).lstrip()
        while not node.text and len(node) and node[0].tag in _BLANKS:
            node.text = (node[0].tail or "").lstrip()
            node.remove(node[0])
        etree.SubElement(made, name("text:list-item")).append(row.element)
    said = N_("{count} lines from “{words}” on are now a list.")
    return Change(said, {"count": str(len(rows)), "words": rows[0].text})


def _style(element: Any, series: Series) -> str:
    """Add a style of lists and return its name (OpenDocument 1.3, 16.31)."""
    root = element.getroottree().getroot()
    group = first(root, "office:automatic-styles")
    if group is None:
        raise Refused("no_mend")
    taken = {row.get(name("style:name")) for row in find_all(group, "text:list-style")}
    called = next(fresh for number in range(1, len(taken) + 2) if (fresh := f"wmList{number}") not in taken)
    style = etree.SubElement(group, name("text:list-style"))
    style.set(name("style:name"), called)
    if series.format == "bullet":
        level = etree.SubElement(style, name("text:list-level-style-bullet"))
        level.set(name("text:bullet-char"), "•")
    else:
        level = etree.SubElement(style, name("text:list-level-style-number"))
        level.set(name("style:num-format"), _FORMATS[series.format])
        level.set(name("style:num-prefix"), series.before)
        level.set(name("style:num-suffix"), series.after)
        level.set(name("text:start-value"), str(series.start))
    level.set(name("text:level"), "1")
    place = etree.SubElement(level, name("style:list-level-properties"))
    place.set(name("text:space-before"), "0.635cm")
    place.set(name("text:min-label-width"), "0.635cm")
    return called
