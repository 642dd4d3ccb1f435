"""The file's metadata (XMP), read with distrust."""

from typing import Any

import pikepdf
from lxml import etree

MAX_METADATA = 4 * 1024 * 1024


def read_xmp(root: Any) -> Any:
    """Return the root element of the XMP packet, or None when there is none or it is not XML."""
    stream = root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        data = stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError, NotImplementedError):
        return None
    if len(data) > MAX_METADATA or b"<!DOCTYPE" in data:
        return None
    start = data.find(b"<?xpacket")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data[max(0, start) :].strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
