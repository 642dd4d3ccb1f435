"""Write a zip package anew with some parts changed and every other part byte for byte as it was."""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from accessibility.documents.base import Refused
from accessibility.documents.limits import open_archive, read_entry
from accessibility.documents.xml import NAMESPACES, STRICT

for _prefix in ("loext", "adec", "dc"):
    etree.register_namespace(_prefix, NAMESPACES[_prefix])


def repack(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return the package with ``parts`` in place of those of the same names; new ones come last."""
    stream = BytesIO()
    with open_archive(data) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        entries = archive.infolist()
        if len({entry.filename for entry in entries}) != len(entries):
            raise Refused("damaged")
        for entry in entries:
            content = parts.get(entry.filename)
            target.writestr(entry, read_entry(archive, entry.filename) if content is None else content)
        for path in sorted(set(parts) - {entry.filename for entry in entries}):
            target.writestr(path, parts[path])
    return stream.getvalue()


def serialise(root: Any, *, strict: bool = False) -> bytes:
    """Return a part as bytes; ``strict`` gives back the names of Strict OOXML that reading took away."""
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    for strict_name, usual in STRICT if strict else ():
        data = data.replace(usual, strict_name)
    return data
