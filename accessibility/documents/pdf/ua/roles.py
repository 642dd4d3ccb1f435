"""Which tag names are known (ISO 14289-1, 7.1; ISO 14289-2, 8.2.1 and 8.2.4; ISO 32000-2, 14.8.6)."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import name_of
from accessibility.documents.pdf.structure import Element
from accessibility.documents.pdf.ua.base import Breach, at, test

PDF_1 = "http://iso.org/pdf/ssn"
PDF_2 = "http://iso.org/pdf2/ssn"
MATHML = "http://www.w3.org/1998/Math/MathML"
#: Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) and of PDF 2.0 (ISO 32000-2, 14.8.4).
OLD_TYPES = frozenset((
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
    "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
    "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
))  # fmt: skip
NEW_TYPES = frozenset((
    "Document", "DocumentFragment", "Part", "Sect", "Div", "Aside", "NonStruct", "P", "H", "Title", "FENote",
    "Sub", "Lbl", "Span", "Em", "Strong", "Link", "Annot", "Form", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Caption", "Figure",
    "Formula", "Artifact",
))  # fmt: skip
_MAX_STEPS = 20
_ROLES = "WM-PDF-ROLE-MAP"


@test
def known_names(opened: OpenedPdf) -> Iterator[Breach]:
    """Every name is standard or leads to a standard one, without a circle."""
    roles = _roles(opened)
    for element in opened.elements:
        space = _space(element)
        ended = _follow(name_of(element.obj.get("/S")), space, roles)
        if ended == "circle":
            yield Breach(_ROLES, "7.1-6", "8.2.4-2", at(opened, element))
        elif ended == "unknown":
            yield Breach(_ROLES, "7.1-5", "8.2.4-1", at(opened, element))
        if not element.obj.get("/P"):
            yield Breach(_ROLES, "7.1-12", "8.2.1-2", at(opened, element))


def _follow(name: str, space: Any, roles: Any) -> str:
    """Return ``standard``, ``unknown`` or ``circle`` for a tag's name, followed through the role maps."""
    seen: set[tuple[str, str]] = set()
    for _ in range(_MAX_STEPS):
        address = _address(space)
        target = _target(name, space, roles)
        if target is None:
            return "standard" if _is_standard(name, address) else "unknown"
        if (address, name) in seen:
            return "circle"
        if _is_standard(name, address) and target != (name, space):
            return "standard"
        seen.add((address, name))
        name, space = target
    return "circle"


def _target(name: str, space: Any, roles: Any) -> tuple[str, Any] | None:
    """Return where a name is mapped to, as name and namespace, or None."""
    table = space.get("/RoleMapNS") if space is not None else roles
    target = table.get("/" + name) if isinstance(table, pikepdf.Dictionary) else None
    if isinstance(target, pikepdf.Array) and len(target):
        above = target[1] if len(target) > 1 and isinstance(target[1], pikepdf.Dictionary) else None
        return name_of(target[0]), above
    return (name_of(target), None) if isinstance(target, pikepdf.Name) else None


def _is_standard(name: str, address: str) -> bool:
    """Return whether a name is standard in its namespace."""
    if address == MATHML:
        return True
    if address == PDF_2:
        return name in NEW_TYPES or (name[:1] == "H" and name[1:].isdigit() and not name.startswith("H0"))
    return address in ("", PDF_1) and name in OLD_TYPES


@test
def remapped(opened: OpenedPdf) -> Iterator[Breach]:
    """A standard name is not given another meaning, and none leads back to its own namespace."""
    roles = _roles(opened)
    used = {name_of(element.obj.get("/S")) for element in opened.elements if _space(element) is None}
    for key in roles.keys() if isinstance(roles, pikepdf.Dictionary) else ():
        name = str(key).lstrip("/")
        if name in OLD_TYPES and name in used and str(roles[key]).lstrip("/") != name:
            yield Breach(_ROLES, "7.1-7", "8.2.4-4")
    for element in opened.elements:
        if _comes_back(name_of(element.obj.get("/S")), _space(element)):
            yield Breach(_ROLES, "", "8.2.4-3", at(opened, element))


def _comes_back(name: str, space: Any) -> bool:
    """Return whether a name with a namespace is mapped, at once or by way of others, to its own namespace."""
    start = _address(space)
    for _ in range(_MAX_STEPS):
        target = _target(name, space, None)
        if target is None or target[1] is None:
            return False
        name, space = target
        if _address(space) == start:
            return True
    return False


@test
def one_document(opened: OpenedPdf) -> Iterator[Breach]:
    """The tree has one Document at its top, in the namespace of PDF 2.0."""
    tops = [element for element in opened.elements if element.parent is None]
    if not opened.elements:
        return
    if len(tops) != 1 or tops[0].type != "Document":
        yield Breach("WM-PDF-UA-OTHER", "", "8.2.5.2-1")
    elif _end_space(tops[0], _roles(opened)) != PDF_2:
        yield Breach("WM-PDF-UA-OTHER", "", "8.2.5.2-2", at(opened, tops[0]))


def _end_space(element: Element, roles: Any) -> str:
    """Return the namespace in which the tag's name ends up."""
    name, space = name_of(element.obj.get("/S")), _space(element)
    for _ in range(_MAX_STEPS):
        target = _target(name, space, roles)
        if target is None or target == (name, space):
            break
        name, space = target
    return _address(space)


def _roles(opened: OpenedPdf) -> Any:
    """Return the role map of names without a namespace."""
    tree = opened.root.get("/StructTreeRoot")
    return tree.get("/RoleMap") if isinstance(tree, pikepdf.Dictionary) else None


def _space(element: Element) -> Any:
    """Return the namespace of a tag, or None."""
    space = element.obj.get("/NS")
    return space if isinstance(space, pikepdf.Dictionary) else None


def _address(space: Any) -> str:
    """Return the name of a namespace; none is that of PDF 1.7."""
    return str(space.get("/NS", "")) if space is not None else ""
