"""Turn lines of Word that only look like headings into headings (WCAG 1.3.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Change, Everywhere, Mended, Wish
from accessibility.documents.mends.ooxml.package import EditablePackage, child
from accessibility.documents.mends.outline import Row, outline
from accessibility.documents.mends.registry import register
from accessibility.documents.ooxml.docx.fakes import fake_headings
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, body_of
from accessibility.documents.xml import find_all, first, name

_VALUE = name("w:val")


@register
class WordHeadings(Everywhere):
    """Gives each such line the style of a heading; its letters keep their own look."""

    id = "headings"
    label = N_("Turn these lines into headings")
    rules = ("WM-DOCX-FAKE-HEADING",)
    kinds = (Kind.DOCX,)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - all lines at once
        """Return the file with the headings."""
        with EditablePackage(data, kind) as package:
            rows = body_of(package).paragraphs
            fakes = {row.number for row in fake_headings(rows)}
            chosen = [row for row in rows if row.number in fakes or (row.level and row.text)]
            levels = outline([Row(row.level, row.size) for row in chosen])
            changes = [
                _raise(package, row, level) for row, level in zip(chosen, levels, strict=True) if row.number in fakes
            ]
            return Mended(package.written(), tuple(changes))


def _raise(package: EditablePackage, row: Paragraph, level: int) -> Change:
    """Make one paragraph a heading."""
    package.change_of(row.element)
    properties = child(row.element, "w:pPr", before=("*",))
    for own in find_all(properties, "w:outlineLvl"):
        properties.remove(own)
    child(properties, "w:pStyle", before=("*",)).set(_VALUE, _style(package, level))
    said = N_("“{words}” is now a heading of level {level}.")
    return Change(said, {"words": row.text, "level": str(level)})


def _style(package: EditablePackage, level: int) -> str:
    """Return the id of the style of a level; a file without one gets a plain one."""
    path = next((path for path in package.targets(package.main_name, "styles") if path in package.names), "")
    if not path:
        raise Refused("no_mend")
    root = package.part(path)
    for style in find_all(root, "w:style[@w:type='paragraph']"):
        if str(first(style, "w:name/@w:val") or "").lower() == f"heading {level}":
            return str(style.get(name("w:styleId")))
    return _new_style(package.change(path), level)


def _new_style(styles: Any, level: int) -> str:
    """Add a heading style that changes nothing of the look."""
    taken = {style.get(name("w:styleId")) for style in find_all(styles, "w:style")}
    identity = next(called for called in (f"Heading{level}", f"WmHeading{level}") if called not in taken)
    style = etree.SubElement(styles, name("w:style"))
    style.set(name("w:type"), "paragraph")
    style.set(name("w:styleId"), identity)
    etree.SubElement(style, name("w:name")).set(_VALUE, f"heading {level}")
    etree.SubElement(style, name("w:uiPriority")).set(_VALUE, "9")
    etree.SubElement(style, name("w:qFormat"))
    properties = etree.SubElement(style, name("w:pPr"))
    etree.SubElement(properties, name("w:keepNext"))
    etree.SubElement(properties, name("w:outlineLvl")).set(_VALUE, str(level - 1))
    return identity
