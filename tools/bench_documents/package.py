"""An Office or OpenDocument file as a dictionary of parts that can be edited as XML and packed again."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

#: Real files repeat ids, which only a validating reader minds.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)


def image() -> bytes:
    """Return a real PNG of 40 by 40 grey pixels."""
    rows = zlib.compress((b"\x00" + b"\x80" * 40) * 40)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 40, 40, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class Package:
    """Parts by name. ``xml`` gives a part's tree once; ``pack`` writes the edited trees back."""

    def __init__(self, data: bytes | None = None) -> None:
        """Read the archive ``data``, or begin an empty one."""
        self.parts: dict[str, bytes] = {}
        self._trees: dict[str, Any] = {}
        if data:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                self.parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}

    def xml(self, name: str) -> Any:
        """Return the root element of a part. Raises KeyError when there is no such part."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name], _PARSER)
        return self._trees[name]

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name in self.parts

    def put(self, name: str, content: str | bytes) -> None:
        """Add or replace a part."""
        self._trees.pop(name, None)
        self.parts[name] = content.encode() if isinstance(content, str) else content

    def pack(self) -> bytes:
        """Return the archive; an OpenDocument's ``mimetype`` comes first and unpacked, as its standard asks."""
        for name, tree in self._trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda part: part != "mimetype"):
                packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), self.parts[name], packing)
        return file.getvalue()
