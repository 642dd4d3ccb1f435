"""OpenDocument styles: automatic ones, the named ones they come from, and the defaults of their family."""

from typing import Any

from accessibility.documents.colours import Colour, colour_of
from accessibility.documents.xml import find_all, first, name, whole

_NAME, _FAMILY, _PARENT = name("style:name"), name("style:family"), name("style:parent-style-name")


class Styles:
    """The styles of one file. A style of the text's own part comes before one of the same name in the styles part."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._rows: dict[tuple[str, str], Any] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._defaults: dict[str, Any] = {}
        for root, path in (
            (styles, "office:styles"),
            (styles, "office:automatic-styles"),
            (content, "office:automatic-styles"),
        ):
            for row in find_all(root, f"{path}/style:style") if root is not None else []:
                key = (row.get(_FAMILY, ""), row.get(_NAME, ""))
                self._rows[key] = row
                if path.endswith("automatic-styles"):
                    self._automatic.add(key)
        for row in find_all(styles, "office:styles/style:default-style") if styles is not None else []:
            self._defaults[row.get(_FAMILY, "")] = row
        self._chains: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._values: dict[tuple[str, str, str, str], str] = {}

    def chain(self, family: str, called: str) -> tuple[Any, ...]:
        """Return the style and its parents, then the default of the family; a circle ends where it began."""
        key = (family, called)
        if key not in self._chains:
            found: list[Any] = []
            row = self._rows.get(key)
            while row is not None and row not in found:
                found.append(row)
                row = self._rows.get((family, row.get(_PARENT, "")))
            default = self._defaults.get(family)
            self._chains[key] = (*found, default) if default is not None else tuple(found)
        return self._chains[key]

    def own(self, family: str, called: str) -> Any:
        """Return an automatic style, which is direct formatting, or None for a named one."""
        key = (family, called)
        return self._rows[key] if key in self._automatic else None

    def named(self, called: str) -> str:
        """Return the named paragraph style of a paragraph, with blanks: ``Heading 1``."""
        row = self._rows.get(("paragraph", called))
        if row is not None and ("paragraph", called) in self._automatic:
            called = row.get(_PARENT, "")
        return called.replace("_20_", " ")

    def names(self, called: str) -> tuple[str, ...]:
        """Return the names of a paragraph style and its parents in lower case."""
        found = (row.get(_NAME, called) for row in self.chain("paragraph", called) if row.get(_NAME))
        return tuple(text.replace("_20_", " ").lower() for text in found) or (called.replace("_20_", " ").lower(),)

    def value(self, family: str, called: str, properties: str, attribute: str) -> str:
        """Return an attribute of the nearest style that has it, such as ``text``, ``fo:color``; else an empty text."""
        key = (family, called, properties, attribute)
        if key not in self._values:
            tag, wanted = name(f"style:{properties}-properties"), name(attribute)
            found = (row.find(tag) for row in self.chain(family, called))
            told = (str(row.get(wanted)) for row in found if row is not None and row.get(wanted) is not None)
            self._values[key] = next(told, "")
        return self._values[key]

    def colour(self, family: str, called: str, properties: str, attribute: str) -> Colour | None:
        """Return a colour, or None where none is told or it shines through."""
        return colour_of(self.value(family, called, properties, attribute))

    def outline_level(self, called: str) -> int:
        """Return the level, from 1, that the named style has in the outline of the chapters, 0 for none."""
        named = self.named(called)
        row = self._rows.get(("paragraph", named.replace(" ", "_20_")))
        told = row.get(name("style:default-outline-level"), "") if row is not None else ""
        if whole(told, 0):
            return whole(told, 0)
        number = named.removeprefix("Heading ")
        return whole(number, 0) if named.startswith("Heading ") else 0


def is_decorative(styles: Styles, shape: Any) -> bool:
    """Return whether a shape is marked as decoration, by itself or by its style."""
    wanted = name("loext:decorative")
    if shape.get(wanted) == "true":
        return True
    return styles.value("graphic", shape.get(name("draw:style-name"), ""), "graphic", "loext:decorative") == "true"


def text_of(element: Any, path: str) -> str:
    """Return the words of the first hit of a path in one line."""
    found = first(element, path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
