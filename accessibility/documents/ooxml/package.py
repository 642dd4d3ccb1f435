"""An Office file opened once for all checks. Parts are read on demand; outside relationships are never followed."""

import posixpath
from functools import cached_property
from typing import Any, Self
from urllib.parse import unquote

from accessibility.documents.base import Kind, Refused
from accessibility.documents.limits import open_archive, programs_in, read_entry
from accessibility.documents.xml import find_all, first, name, parse, whole

_MAIN = {Kind.DOCX: "word/document.xml", Kind.PPTX: "ppt/presentation.xml", Kind.XLSX: "xl/workbook.xml"}
#: Files inside the file that Office opens with their macros.
_WITH_MACROS = (".docm", ".dotm", ".xlsm", ".xlsb", ".xltm", ".pptm", ".ppsm")


class OoxmlPackage:
    """Context manager. Raises :class:`Refused` when the file is locked or damaged."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        self.kind = kind
        self._archive = open_archive(data)
        self.names = frozenset(self._archive.namelist())
        self._by_lower = {path.lower(): path for path in self.names}
        self._parts: dict[str, Any] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.main_name = self._find_main()
        self.main = self.part(self.main_name)
        if self.main is None:
            raise Refused("damaged")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def _find_main(self) -> str:
        """Return the name of the main part, which the package's own relationships tell."""
        for kind, target in self.relationships("").values():
            if kind.endswith("/officeDocument") and target in self.names:
                return target
        return self._by_lower.get(_MAIN[self.kind].lower(), _MAIN[self.kind])

    def part(self, path: str) -> Any:
        """Return the root of a part without its fallbacks for older programs, or None when there is no such part."""
        if path not in self.names:
            return None
        if path not in self._parts:
            root = parse(read_entry(self._archive, path))
            for fallback in list(root.iter(name("mc:Fallback"))):
                fallback.getparent().remove(fallback)
            self._parts[path] = root
        return self._parts[path]

    def bytes_of(self, path: str) -> bytes:
        """Return a part that is no XML, such as a picture. Raises :class:`Refused` when it is damaged or a bomb."""
        return read_entry(self._archive, path)

    def relationships(self, path: str) -> dict[str, tuple[str, str]]:
        """Return id -> (type, target). A target outside the package keeps its address and a type that starts with !."""
        if path not in self._relations:
            folder, file = posixpath.split(path)
            root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
            rows = find_all(root, "rel:Relationship") if root is not None else []
            self._relations[path] = {row.get("Id", ""): self._relation(row, folder) for row in rows}
        return self._relations[path]

    def _relation(self, row: Any, folder: str) -> tuple[str, str]:
        """Return the type and the target of one relationship; part names know no upper case (ISO 29500-2, 6.2.2.3)."""
        target, kind = row.get("Target", ""), row.get("Type", "")
        if row.get("TargetMode") == "External":
            return f"!{kind}", target
        path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        return kind, path if path in self.names else self._by_lower.get(path.lower(), path)

    def related(self, path: str, kind: str) -> Any:
        """Return the root of the first part that ``path`` refers to by a kind such as ``styles``, or None."""
        roots = (self.part(target) for target in self.targets(path, kind))
        return next((root for root in roots if root is not None), None)

    def targets(self, path: str, kind: str) -> list[str]:
        """Return the parts that ``path`` refers to by a kind such as ``header``."""
        return [target for type_, target in self.relationships(path).values() if type_.endswith(f"/{kind}")]

    @cached_property
    def title(self) -> str:
        """Return the title from the file's properties."""
        for target in [*self.targets("", "core-properties"), "docProps/core.xml"]:
            found = first(self.part(target), "//dc:title") if self.part(target) is not None else None
            if found is not None and (found.text or "").strip():
                return str(found.text).strip()
        return ""

    @cached_property
    def producer(self) -> str:
        """Return the program that wrote the file, as far as it says."""
        found = first(self.part("docProps/app.xml"), "//ep:Application")
        return (found.text or "") if found is not None else ""

    @cached_property
    def pages_total(self) -> int:
        """Return slides, sheets, or the pages that Word counted when it saved."""
        if self.kind is Kind.PPTX:
            return len(find_all(self.main, "//p:sldId"))
        if self.kind is Kind.XLSX:
            return len(find_all(self.main, "//s:sheet"))
        counted = first(self.part("docProps/app.xml"), "//ep:Pages")
        text = (counted.text or "") if counted is not None else ""
        return whole(text, 1)

    @property
    def pages_checked(self) -> int:
        """Return how many of them were looked at: all."""
        return self.pages_total

    @cached_property
    def language(self) -> str:
        """Return the language (BCP 47) that most of the text is marked with, or an empty text."""
        from accessibility.documents.ooxml.languages import language_of

        return language_of(self)

    def dangers(self) -> set[str]:
        """Return the codes of what makes this file unsafe to hand out."""
        found = {"script" for part in self.names if "/activex/" in part.lower()}
        settings = posixpath.join(posixpath.dirname(self.main_name), "settings.xml")
        if any(kind.startswith("!") for kind, _ in self.relationships(settings).values() if "attachedTemplate" in kind):
            found.add("external")
        if any(part.lower().endswith(_WITH_MACROS) for part in self.names):
            found.add("macros")
        return found | ({"program"} if programs_in(self._archive) else set())
