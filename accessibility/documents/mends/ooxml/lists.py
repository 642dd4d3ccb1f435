"""Turn lines of Word with typed bullets or numbers into lists (WCAG 1.3.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish
from accessibility.documents.mends.marks import Series, series_of
from accessibility.documents.mends.ooxml.package import EditablePackage, child
from accessibility.documents.mends.registry import register
from accessibility.documents.ooxml.docx.fakes import fake_lists
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, body_of
from accessibility.documents.xml import NAMESPACES, find_all, name, whole

_VALUE = name("w:val")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
#: What comes before the numbering in the properties of a paragraph (ECMA-376, 17.3.1.26).
_EARLIER = frozenset(("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))


@register
class WordLists(Everywhere):
    """Takes the typed marks away and lets Word show the same ones, for every list that counts one by one."""

    id = "lists"
    label = N_("Turn these lines into lists")
    rules = ("WM-DOCX-FAKE-LIST",)
    kinds = (Kind.DOCX,)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - all lists at once
        """Return the file with the lists. A file with none that can be turned is refused."""
        with EditablePackage(data, kind) as package:
            changes = []
            for rows in fake_lists(body_of(package).paragraphs):
                series = series_of([row.raw for row in rows])
                if series and all(_can_lose(row, length) for row, length in zip(rows, series.lengths, strict=True)):
                    changes.append(_turn(package, rows, series))
            if not changes:
                raise Refused("no_mend")
            return Mended(package.written(), tuple(changes))


def _turn(package: EditablePackage, rows: list[Paragraph], series: Series) -> Change:
    """Make one list."""
    number = _define(package, series)
    for row, length in zip(rows, series.lengths, strict=True):
        package.change_of(row.element)
        _lose(row.element, length)
        properties = child(row.element, "w:pPr", before=("*",))
        for old in find_all(properties, "w:numPr"):
            properties.remove(old)
        later = [one for one in properties if etree.QName(one).localname not in _EARLIER]
        numbering = etree.Element(name("w:numPr"))
        etree.SubElement(numbering, name("w:ilvl")).set(_VALUE, "0")
        etree.SubElement(numbering, name("w:numId")).set(_VALUE, str(number))
        properties.insert(properties.index(later[0]) if later else len(properties), numbering)
    said = N_("{count} lines from “{words}” on are now a list.")
    return Change(said, {"count": str(len(rows)), "words": rows[0].text})


def _texts(paragraph: Any) -> list[Any]:
    """Return the pieces of text and tabs of a paragraph's own runs in order."""
    return find_all(paragraph, "w:r/w:t | w:r/w:tab | w:hyperlink/w:r/w:t")


def _can_lose(row: Paragraph, length: int) -> bool:
    """Return whether the mark is the very beginning of what the paragraph's own runs hold."""
    begun = "".join("\t" if piece.tag == name("w:tab") else piece.text or "" for piece in _texts(row.element))
    return begun[:length] == row.raw[:length]


def _lose(paragraph: Any, length: int) -> None:
    """Take the first letters away."""
    for piece in _texts(paragraph):
        if not length:
            return
        if piece.tag == name("w:tab"):
            piece.getparent().remove(piece)
            length -= 1
            continue
        text = piece.text or ""
        piece.text, length = text[length:], max(0, length - len(text))


def _define(package: EditablePackage, series: Series) -> int:
    """Add a numbering definition and return its number (ECMA-376, 17.9)."""
    root = _numbering(package)
    abstract, number = _free(root, "w:abstractNum"), _free(root, "w:num")
    definition = etree.Element(name("w:abstractNum"))
    definition.set(name("w:abstractNumId"), str(abstract))
    etree.SubElement(definition, name("w:multiLevelType")).set(_VALUE, "singleLevel")
    _describe(definition, series)
    instances = find_all(root, "w:num")
    if instances:
        instances[0].addprevious(definition)
    else:
        root.append(definition)
    instance = etree.Element(name("w:num"))
    instance.set(name("w:numId"), str(number))
    etree.SubElement(instance, name("w:abstractNumId")).set(_VALUE, str(abstract))
    (instances[-1] if instances else definition).addnext(instance)
    return number


def _free(root: Any, short: str) -> int:
    """Return the first number past those that definitions of a kind have."""
    return 1 + max((whole(row.get(name(f"{short}Id")), 0) for row in find_all(root, short)), default=0)


def _describe(definition: Any, series: Series) -> None:
    """Write the one level of a list."""
    level = etree.SubElement(definition, name("w:lvl"))
    level.set(name("w:ilvl"), "0")
    shown = "•" if series.format == "bullet" else f"{series.before}%1{series.after}"
    for key, value in (("start", str(series.start)), ("numFmt", series.format), ("lvlText", shown), ("lvlJc", "left")):
        etree.SubElement(level, name(f"w:{key}")).set(_VALUE, value)
    indent = etree.SubElement(etree.SubElement(level, name("w:pPr")), name("w:ind"))
    indent.set(name("w:left"), "720")
    indent.set(name("w:hanging"), "360")


def _numbering(package: EditablePackage) -> Any:
    """Return the part that defines lists, made when there is none."""
    path = next((path for path in package.targets(package.main_name, "numbering") if path in package.names), "")
    if path:
        return package.change(path)
    root = etree.Element(name("w:numbering"), nsmap={"w": NAMESPACES["w"]})
    return package.add("word/numbering.xml", root, _TYPE, package.main_name, "numbering")
