"""Which tags may stand in which (ISO 14289-1, 7.2; ISO 14289-2, 8.2.5)."""

from collections.abc import Iterator

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.ua.attributes import find
from accessibility.documents.pdf.ua.base import Breach, at, test

_TABLE, _LIST, _TOC = "WM-PDF-TABLE-STRUCTURE", "WM-PDF-LIST-STRUCTURE", "WM-PDF-TOC-STRUCTURE"
#: Tag: where it may stand, the clause, our rule.
PARENTS = {
    "TR": ({"Table", "THead", "TBody", "TFoot"}, "7.2-4", _TABLE),
    "THead": ({"Table"}, "7.2-5", _TABLE),
    "TBody": ({"Table"}, "7.2-6", _TABLE),
    "TFoot": ({"Table"}, "7.2-7", _TABLE),
    "TH": ({"TR"}, "7.2-8", _TABLE),
    "TD": ({"TR"}, "7.2-9", _TABLE),
    "LI": ({"L"}, "7.2-17", _LIST),
    "LBody": ({"LI"}, "7.2-18", _LIST),
    "TOCI": ({"TOC"}, "7.2-26", _TOC),
}
#: Tag: what may stand in it, the clause, our rule.
KIDS = {
    "Table": ({"TR", "THead", "TBody", "TFoot", "Caption"}, "7.2-3", _TABLE),
    "TR": ({"TH", "TD"}, "7.2-10", _TABLE),
    "THead": ({"TR"}, "7.2-36", _TABLE),
    "TBody": ({"TR"}, "7.2-37", _TABLE),
    "TFoot": ({"TR"}, "7.2-38", _TABLE),
    "L": ({"L", "LI", "Caption"}, "7.2-19", _LIST),
    "LI": ({"Lbl", "LBody"}, "7.2-20", _LIST),
    "TOC": ({"TOC", "TOCI", "Caption"}, "7.2-27", _TOC),
}
_SEQUENCES = {
    "Ruby": ("8.2.5.23-1", [["RB", "RT"], ["RB", "RP", "RT", "RP"]]),
    "Warichu": ("8.2.5.24-1", [["WP", "WT", "WP"]]),
}


@test
def parents_and_kids(opened: OpenedPdf) -> Iterator[Breach]:
    """Rows stand in tables, items in lists, and nothing else does."""
    for index, element in enumerate(opened.elements):
        above = opened.elements[element.parent].type if element.parent is not None else ""
        if element.type in PARENTS:
            allowed, clause, rule = PARENTS[element.type]
            if above not in allowed:
                yield Breach(rule, clause, "", at(opened, element))
        if element.type in KIDS:
            allowed, clause, rule = KIDS[element.type]
            if any(opened.elements[kid].type not in allowed for kid in opened.children[index]):
                yield Breach(rule, clause, "", at(opened, element))


@test
def parts_of_tables(opened: OpenedPdf) -> Iterator[Breach]:
    """A table has one head and one foot at most, each with a body."""
    for index, element in enumerate(opened.elements):
        if element.type == "Table":
            types = [opened.elements[kid].type for kid in opened.children[index]]
            heads, feet, bodies = types.count("THead"), types.count("TFoot"), types.count("TBody")
            broken = {
                "7.2-11": heads > 1,
                "7.2-12": feet > 1,
                "7.2-13": feet and not bodies,
                "7.2-14": heads and not bodies,
                "7.2-3": types.count("Caption") > 1,
            }
            for clause in (name for name, wrong in broken.items() if wrong):
                yield Breach(_TABLE, clause, "", at(opened, element))


@test
def captions(opened: OpenedPdf) -> Iterator[Breach]:
    """A caption comes first or last; in lists and tables of contents it comes first."""
    clauses = {"Table": (_TABLE, "7.2-3"), "L": (_LIST, "7.2-40"), "TOC": (_TOC, "7.2-28")}
    for index, element in enumerate(opened.elements):
        types = [opened.elements[kid].type for kid in opened.children[index]]
        if "Caption" not in types:
            continue
        rule, clause = clauses.get(element.type, ("WM-PDF-ROLE-MAP", ""))
        inside = "Caption" in types[1:-1]
        first_only = element.type in ("L", "TOC") and "Caption" in types[1:]
        if inside or first_only:
            yield Breach(rule, clause, "8.2.5.27-1" if inside else "", at(opened, element))


@test
def lists(opened: OpenedPdf) -> Iterator[Breach]:
    """A list with labels says what kind they are, and an item keeps its words in its body (part 2)."""
    for index, element in enumerate(opened.elements):
        if element.type == "LI" and element.has_content:
            yield Breach(_LIST, "", "8.2.5.25-2", at(opened, element))
        if element.type == "L" and find(element.obj, "/ListNumbering") in (None, "/None"):
            items = (opened.children[kid] for kid in opened.children[index])
            if any(opened.elements[part].type == "Lbl" for item in items for part in item):
                yield Breach(_LIST, "", "8.2.5.25-1", at(opened, element))


@test
def sequences(opened: OpenedPdf) -> Iterator[Breach]:
    """Ruby and warichu have their parts in order (part 2)."""
    for index, element in enumerate(opened.elements):
        if element.type in _SEQUENCES:
            clause, allowed = _SEQUENCES[element.type]
            if [opened.elements[kid].type for kid in opened.children[index]] not in allowed:
                yield Breach("WM-PDF-ROLE-MAP", "", clause, at(opened, element))
