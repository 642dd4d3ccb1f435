"""An Office file whose parts can be changed and written again. Parts that nobody changed keep their bytes."""

import posixpath
from typing import Any

from lxml import etree

from accessibility.documents.base import Kind
from accessibility.documents.limits import read_entry
from accessibility.documents.mends.archive import repack, serialise
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import NAMESPACES, STRICT, find_all, first, name, parse

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class EditablePackage(OoxmlPackage):
    """Reads as the checks do, so that a place in a finding is the same place here; fallbacks come back on writing."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        self._data = data
        self._aside: dict[str, list[tuple[Any, Any, int]]] = {}
        self._strict: set[str] = set()
        self._changed: dict[str, Any] = {}
        super().__init__(data, kind)

    def part(self, path: str) -> Any:
        """Return the root of a part with its fallbacks set aside, or None when there is no such part."""
        if path in self.names and path not in self._parts:
            raw = read_entry(self._archive, path)
            if any(strict in raw for strict, _usual in STRICT):
                self._strict.add(path)
            root = parse(raw)
            self._aside[path] = [_set_aside(fallback) for fallback in list(root.iter(name("mc:Fallback")))]
            self._parts[path] = root
        return self._parts.get(path)

    def change(self, path: str) -> Any:
        """Return the root of a part that is about to be changed. Raises KeyError when there is none."""
        root = self.part(path)
        if root is None:
            raise KeyError(path)
        self._changed[path] = root
        return root

    def change_of(self, element: Any) -> None:
        """Note that the part which holds an element is about to be changed."""
        root = element.getroottree().getroot()
        self._changed.update((path, part) for path, part in self._parts.items() if part is root)

    def add(self, path: str, root: Any, content_type: str, owner: str, relation: str) -> Any:
        """Add a part that ``owner`` (empty: the package) refers to by a relation such as ``numbering``."""
        kind = relation if "://" in relation else f"{_OFFICE}/{relation}"
        self._parts[path] = self._changed[path] = root
        self.names |= {path}
        types = self.change("[Content_Types].xml")
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{path}", ContentType=content_type)
        folder, file = posixpath.split(owner)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        rows = self.change(rels) if rels in self.names else self._new_relations(rels)
        taken = {row.get("Id") for row in rows}
        number = next(free for free in range(1, len(taken) + 2) if f"rIdWm{free}" not in taken)
        target = posixpath.relpath(path, folder or ".")
        etree.SubElement(rows, name("rel:Relationship"), Id=f"rIdWm{number}", Type=kind, Target=target)
        self._relations.pop(owner, None)
        return root

    def _new_relations(self, path: str) -> Any:
        """Return an empty part of relationships."""
        root = etree.fromstring(f'<Relationships xmlns="{NAMESPACES["rel"]}"/>')
        self._parts[path] = self._changed[path] = root
        self.names |= {path}
        return root

    def written(self) -> bytes:
        """Return the file with the changed parts."""
        for path in self._changed:
            for fallback, parent, index in reversed(self._aside.pop(path, [])):
                parent.insert(index, fallback)
        parts = {path: serialise(root, strict=path in self._strict) for path, root in self._changed.items()}
        return repack(self._data, parts)


def _set_aside(fallback: Any) -> tuple[Any, Any, int]:
    """Take a fallback out of its tree, and return it with where it was."""
    parent = fallback.getparent()
    index = parent.index(fallback)
    parent.remove(fallback)
    return fallback, parent, index


def child(parent: Any, short: str, *, before: tuple[str, ...] = ()) -> Any:
    """Return the child of a name such as ``w:rPr``; a new one goes before the first of ``before``, else to the end."""
    found = first(parent, short)
    if found is None:
        found = etree.Element(name(short))
        later = find_all(parent, " | ".join(before)) if before else []
        if later:
            later[0].addprevious(found)
        else:
            parent.append(found)
    return found
