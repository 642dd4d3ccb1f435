"""What lies on the pages (links, fields, comments) and the form they may belong to."""

from dataclasses import dataclass
from typing import Any

import pikepdf

from accessibility.documents.pdf.strings import name_of
from accessibility.documents.pdf.structure import Element, kids

MAX_ANNOTATIONS = 20_000
MAX_NODES = 100_000


@dataclass(frozen=True)
class Annotation:
    """One annotation: its dictionary, type without the slash, page from 1, and the index of the tag that holds it."""

    obj: Any
    type: str
    page: int
    element: int | None

    @property
    def bbox(self) -> tuple[float, float, float, float] | None:
        """Return its rectangle on the page, when it has one."""
        try:
            x1, y1, x2, y2 = (float(value) for value in self.obj["/Rect"])
        except (KeyError, TypeError, ValueError):
            return None
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    @property
    def flags(self) -> int:
        """Return the flags of ISO 32000-1, table 165."""
        value = self.obj.get("/F", 0)
        return int(value) if isinstance(value, int) else 0

    @property
    def is_hidden(self) -> bool:
        """Return whether nobody meets it: the hidden flag is set."""
        return bool(self.flags & 2)


def read_annotations(pdf: Any, root: Any, elements: list[Element], pages: int) -> list[Annotation]:
    """Return the annotations of the first ``pages`` pages."""
    owners = _owners(root, elements)
    found: list[Annotation] = []
    for number, page in enumerate(pdf.pages[:pages], 1):
        listed = page.obj.get("/Annots")
        for obj in list(listed) if isinstance(listed, pikepdf.Array) else []:
            if isinstance(obj, pikepdf.Dictionary) and len(found) < MAX_ANNOTATIONS:
                key = obj.get("/StructParent")
                owner = owners.get(int(key)) if isinstance(key, int) else None
                found.append(Annotation(obj, name_of(obj.get("/Subtype")), number, owner))
    return found


def _owners(root: Any, elements: list[Element]) -> dict[int, int]:
    """Return the index of the element for each key of the parent tree that names one element."""
    tree = root.get("/StructTreeRoot")
    parents = tree.get("/ParentTree") if isinstance(tree, pikepdf.Dictionary) else None
    by_object = {e.obj.objgen: index for index, e in enumerate(elements) if e.obj.is_indirect}
    owners: dict[int, int] = {}
    waiting = [parents] if isinstance(parents, pikepdf.Dictionary) else []
    left = MAX_NODES
    while waiting and left:
        node = waiting.pop()
        left -= 1
        numbers = node.get("/Nums")
        pairs = list(numbers) if isinstance(numbers, pikepdf.Array) else []
        for key, target in zip(pairs[::2], pairs[1::2], strict=False):
            if isinstance(key, int) and isinstance(target, pikepdf.Dictionary) and target.objgen in by_object:
                owners[int(key)] = by_object[target.objgen]
        below = node.get("/Kids")
        if isinstance(below, pikepdf.Array):
            waiting += [kid for kid in below if isinstance(kid, pikepdf.Dictionary)]
    return owners


def read_fields(root: Any) -> list[Any]:
    """Return the fields of the form that have no fields below them."""
    form = root.get("/AcroForm")
    top = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    waiting = list(top) if isinstance(top, pikepdf.Array) else []
    found: list[Any] = []
    seen: set[tuple[int, int]] = set()
    while waiting and len(found) < MAX_NODES:
        field = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        below = [kid for kid in _list(field.get("/Kids")) if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        if below:
            waiting += below
        else:
            found.append(field)
    return found[::-1]


def _list(value: Any) -> list[Any]:
    """Return an array as a list, anything else as an empty one."""
    return list(value) if isinstance(value, pikepdf.Array) else []


def objects_of(element: Element) -> list[Any]:
    """Return the annotations and other objects that a tag itself holds."""
    references = [kid for kid in kids(element.obj) if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    return [kid["/Obj"] for kid in references if isinstance(kid["/Obj"], pikepdf.Dictionary | pikepdf.Stream)]
