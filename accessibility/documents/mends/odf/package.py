"""An OpenDocument file whose parts can be changed and written again."""

from typing import Any

from accessibility.documents.base import Kind, Refused
from accessibility.documents.limits import read_entry
from accessibility.documents.mends.archive import repack, serialise
from accessibility.documents.odf.package import OdfPackage

_SIGNATURES = "META-INF/documentsignatures.xml"


class EditableOdf(OdfPackage):
    """Reads as the checks do. A signed file is refused: its signature would no longer hold."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        super().__init__(data, kind)
        self._data = data
        self._changed: dict[str, Any] = {}
        if _SIGNATURES in self.names and b"SignatureValue" in read_entry(self._archive, _SIGNATURES):
            raise Refused("signed")

    def change(self, path: str) -> Any:
        """Return the root of ``content.xml``, ``styles.xml`` or ``meta.xml``, which is about to be changed."""
        root = {"content.xml": self.content, "styles.xml": self.styles, "meta.xml": self.meta}[path]
        if root is None:
            raise Refused("no_mend")
        self._changed[path] = root
        return root

    def change_of(self, element: Any) -> None:
        """Note that the part which holds an element is about to be changed."""
        root = element.getroottree().getroot()
        for path, part in (("content.xml", self.content), ("styles.xml", self.styles)):
            if part is root:
                self._changed[path] = part

    def written(self) -> bytes:
        """Return the file with the changed parts."""
        return repack(self._data, {path: serialise(root) for path, root in self._changed.items()})
