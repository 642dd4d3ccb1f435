"""The tag tree as a flat list, walked without recursion: a tree 20,000 deep is only a long list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from accessibility.documents.pdf.strings import name_of, text_of

MAX_ELEMENTS = 60_000
_MAX_ROLES = 20


@dataclass(frozen=True)
class Element:
    """One tag: its standard type without the slash, its own dictionary, the index of its parent, page and language."""

    type: str
    obj: Any
    parent: int | None
    page: int | None
    language: str
    has_content: bool


def walk(tree: Any, pages: dict[tuple[int, int], int]) -> list[Element]:
    """Return the elements in reading order. Cycles are cut, and what is past MAX_ELEMENTS is left out."""
    roles = tree.get("/RoleMap")
    found: list[Element] = []
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int | None]] = [(kid, None) for kid in reversed(kids(tree))]
    while waiting and len(found) < MAX_ELEMENTS:
        obj, parent = waiting.pop()
        if not isinstance(obj, pikepdf.Dictionary) or "/S" not in obj:
            continue
        if obj.is_indirect and obj.objgen in seen:
            continue
        seen.add(obj.objgen)
        above = found[parent] if parent is not None else None
        found.append(_element(obj, parent, above, standard_type(obj.get("/S"), roles), pages))
        waiting += [(kid, len(found) - 1) for kid in reversed(kids(obj))]
    return found


def kids(obj: Any) -> list[Any]:
    """Return the children of a tag as a list."""
    value = obj.get("/K")
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def descendants(elements: list[Element], index: int) -> Iterator[Element]:
    """Yield what stands below an element: in reading order it follows it at once."""
    inside = {index}
    for position in range(index + 1, len(elements)):
        if elements[position].parent not in inside:
            return
        inside.add(position)
        yield elements[position]


def _element(
    obj: Any, parent: int | None, above: Element | None, kind: str, pages: dict[tuple[int, int], int]
) -> Element:
    """Return one element with what it inherits from the one above."""
    page, language = obj.get("/Pg"), obj.get("/Lang")
    number = pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None
    return Element(
        type=kind,
        obj=obj,
        parent=parent,
        page=number or (above.page if above else None),
        language=text_of(language) or (above.language if above else ""),
        has_content=any(not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid) for kid in kids(obj)),
    )


def standard_type(name: Any, roles: Any) -> str:
    """Return the standard type a tag stands for, through the role map; a circle ends where it began."""
    current = name_of(name)
    for _ in range(_MAX_ROLES):
        target = name_of(roles.get("/" + current)) if isinstance(roles, pikepdf.Dictionary) else ""
        if target in ("", current):
            break
        current = target
    return current


def read_marks(elements: list[Element], pages: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Return the index of the element that owns a piece of marked content, by page number and MCID."""
    owners: dict[tuple[int, int], int] = {}
    for index, element in enumerate(elements):
        for kid in kids(element.obj):
            number, page = kid, element.page
            if isinstance(kid, pikepdf.Dictionary):
                if "/MCID" not in kid:
                    continue
                number, target = kid["/MCID"], kid.get("/Pg")
                page = pages.get(target.objgen, page) if isinstance(target, pikepdf.Dictionary) else page
            if isinstance(number, int) and page:
                owners.setdefault((page, number), index)
    return owners
