"""An OpenDocument file opened once for all checks."""

from functools import cached_property
from typing import Any, Self

from accessibility.documents.base import Kind, Refused
from accessibility.documents.limits import open_archive, programs_in, read_entry
from accessibility.documents.xml import find_all, first, name, parse, whole


class OdfPackage:
    """Context manager. Raises :class:`Refused` when the file is locked or damaged."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        self.kind = kind
        self._archive = open_archive(data)
        self.names = frozenset(self._archive.namelist())
        if self._is_encrypted():
            raise Refused("encrypted")
        self.content = self._part("content.xml")
        self.styles = self._part("styles.xml")
        self.meta = self._part("meta.xml")
        if self.content is None:
            raise Refused("damaged")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def _part(self, path: str) -> Any:
        """Return the root of a part, or None."""
        return parse(read_entry(self._archive, path)) if path in self.names else None

    def _is_encrypted(self) -> bool:
        """Return whether the manifest tells of a password. Older files name a document type there, which we skip."""
        manifest = "META-INF/manifest.xml"
        return manifest in self.names and b"encryption-data" in read_entry(self._archive, manifest)

    @cached_property
    def title(self) -> str:
        """Return the title from the file's properties."""
        found = first(self.meta, "//dc:title")
        return (found.text or "").strip() if found is not None else ""

    @cached_property
    def producer(self) -> str:
        """Return the program that wrote the file, as far as it says."""
        found = first(self.meta, "//meta:generator")
        return (found.text or "") if found is not None else ""

    @cached_property
    def language(self) -> str:
        """Return the language (BCP 47) of the default style, or an empty text."""
        for family in ("paragraph", "graphic", "table-cell"):
            row = first(self.styles, f"//style:default-style[@style:family='{family}']/style:text-properties")
            found = row.get(name("fo:language"), "") if row is not None else ""
            if found and found not in ("none", "zxx"):
                country = row.get(name("fo:country"), "")
                return f"{found}-{country}" if country and country != "none" else str(found)
        return ""

    @cached_property
    def pages_total(self) -> int:
        """Return the pages that the program counted, or the slides or sheets."""
        if self.kind is Kind.ODT:
            counted = first(self.meta, "//meta:document-statistic/@meta:page-count")
            return whole(counted, 1)
        return len(find_all(self.content, "//draw:page | //office:spreadsheet/table:table"))

    @property
    def pages_checked(self) -> int:
        """Return how many of them were looked at: all."""
        return self.pages_total

    def dangers(self) -> set[str]:
        """Return the codes of what makes this file unsafe to hand out."""
        scripts = any(part.startswith(("Basic/", "Scripts/")) and not part.endswith("/") for part in self.names)
        return ({"macros"} if scripts else set()) | ({"program"} if programs_in(self._archive) else set())
