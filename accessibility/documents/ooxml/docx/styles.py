"""What Word's styles say: chains of "based on", the defaults of the document, heading levels, lists."""

import re
from typing import Any

from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import find_all, first, name, whole

VALUE = name("w:val")
_ID, _TYPE = name("w:styleId"), name("w:type")
_NO_OUTLINE = 9
_HEADING = re.compile(r"^heading ?([1-9])$", re.IGNORECASE)


class Styles:
    """The styles of one file. A style that is missing is judged by its id alone."""

    def __init__(self, package: OoxmlPackage) -> None:
        self._root = package.related(package.main_name, "styles")
        rows = find_all(self._root, "w:style") if self._root is not None else []
        self._rows = {row.get(_ID, ""): row for row in rows}
        self._defaults = {
            row.get(_TYPE, ""): row.get(_ID, "") for row in rows if row.get(name("w:default")) in ("1", "true")
        }
        self._chains: dict[str, tuple[Any, ...]] = {}
        self._found: dict[tuple[str, str], Any] = {}
        self._levels: dict[str, int] = {}

    def default(self, kind: str) -> str:
        """Return the id of the default style of a kind such as ``paragraph``."""
        return str(self._defaults.get(kind, ""))

    def chain(self, identity: str) -> tuple[Any, ...]:
        """Return the style and what it is based on; a circle ends where it began."""
        if identity not in self._chains:
            found: list[Any] = []
            row = self._rows.get(identity)
            while row is not None and row not in found:
                found.append(row)
                row = self._rows.get(str(first(row, "w:basedOn/@w:val") or ""))
            self._chains[identity] = tuple(found)
        return self._chains[identity]

    def name(self, identity: str) -> str:
        """Return the built-in name in lower case: it is English in every language of Word."""
        row = self._rows.get(identity)
        return str(first(row, "w:name/@w:val") or identity).lower() if row is not None else identity.lower()

    def names(self, identity: str) -> tuple[str, ...]:
        """Return the names of the style and of what it is based on."""
        return tuple(str(first(row, "w:name/@w:val") or "").lower() for row in self.chain(identity)) or (
            identity.lower(),
        )

    def property(self, identity: str, path: str) -> Any:
        """Return the first hit of a path along the chain, or None."""
        key = (identity, path)
        if key not in self._found:
            hits = (first(row, path) for row in self.chain(identity))
            self._found[key] = next((hit for hit in hits if hit is not None), None)
        return self._found[key]

    def document_default(self, path: str) -> Any:
        """Return the first hit of a path in the defaults of the document, or None."""
        key = ("", path)
        if key not in self._found:
            whole = "w:docDefaults/w:rPrDefault/" if path.startswith("w:rPr") else "w:docDefaults/w:pPrDefault/"
            self._found[key] = first(self._root, whole + path) if self._root is not None else None
        return self._found[key]

    def level(self, identity: str) -> int:
        """Return the heading level of a style, 0 for none: its outline level, else its built-in name."""
        if identity not in self._levels:
            self._levels[identity] = self._level(identity)
        return self._levels[identity]

    def _level(self, identity: str) -> int:
        """Return the level without the memory."""
        for row in self.chain(identity):
            outline = first(row, "w:pPr/w:outlineLvl/@w:val")
            if outline is not None:
                return as_level(outline)
            match = _HEADING.match(str(first(row, "w:name/@w:val") or ""))
            if match:
                return int(match[1])
        match = None if self.chain(identity) else _HEADING.match(identity)
        return int(match[1]) if match else 0


class Numbering:
    """Which numbering definitions show a bullet or a number."""

    def __init__(self, package: OoxmlPackage) -> None:
        root = package.related(package.main_name, "numbering")
        self._known = root is not None
        abstract = (
            {row.get(name("w:abstractNumId")): row for row in find_all(root, "w:abstractNum")} if self._known else {}
        )
        rows = find_all(root, "w:num") if self._known else []
        self._lists = {
            row.get(name("w:numId"), ""): abstract.get(str(first(row, "w:abstractNumId/@w:val"))) for row in rows
        }

    def shows(self, properties: Any) -> bool:
        """Return whether a ``w:numPr`` makes a list item: number 0 takes a style's number away."""
        if properties is None:
            return False
        number = str(first(properties, "w:numId/@w:val") or "")
        if number in ("", "0"):
            return number == "" and first(properties, "w:ilvl") is not None
        return number in self._lists if self._known else True

    def format_of(self, properties: Any, depth: int) -> str:
        """Return the format (ECMA-376, 17.18.59) that a ``w:numPr`` gives to a depth: ``bullet``, ``decimal``..."""
        number = str(first(properties, "w:numId/@w:val") or "") if properties is not None else ""
        levels = find_all(self._lists.get(number), "w:lvl")
        chosen = next((row for row in levels if row.get(name("w:ilvl")) == str(depth)), None)
        return str(first(chosen, "w:numFmt/@w:val") or "")


def as_level(outline: Any) -> int:
    """Return the heading level of an outline level: 0 is Heading 1, 9 and what is no number are body text."""
    found = whole(outline, _NO_OUTLINE)
    return found + 1 if found < _NO_OUTLINE else 0
