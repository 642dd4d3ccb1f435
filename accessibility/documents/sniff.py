"""What a file is, told by its content."""

import zipfile

from accessibility.documents.base import Kind, Refused
from accessibility.documents.limits import open_archive, read_entry

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_PARTS = {"word/": Kind.DOCX, "ppt/": Kind.PPTX, "xl/": Kind.XLSX}
_ODF = "application/vnd.oasis.opendocument."
_MIMETYPES = {_ODF + "text": Kind.ODT, _ODF + "spreadsheet": Kind.ODS, _ODF + "presentation": Kind.ODP}


def identify(data: bytes) -> Kind:
    """Return the format of the bytes. Raises :class:`Refused` with the reason when it is none of ours."""
    if not data:
        raise Refused("empty")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(OLE2):
        raise Refused("old_format")
    if data.startswith(b"PK"):
        return _archive_kind(open_archive(data))
    if _is_table(data):
        return Kind.CSV
    raise Refused("unknown_format")


def _is_table(data: bytes) -> bool:
    """Return whether the bytes are plain text in columns: that has no layout which could shut anybody out."""
    if b"\x00" in data or data.lstrip()[:1] in (b"<", b"{"):
        return False
    try:
        first = data.decode("utf-8-sig").splitlines()[0]
    except (UnicodeDecodeError, IndexError):
        return False
    return any(mark in first for mark in ",;\t")


def _archive_kind(archive: zipfile.ZipFile) -> Kind:
    """Return the format of an Office or OpenDocument package."""
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("macros")
    if "[Content_Types].xml" in names:
        types = read_entry(archive, "[Content_Types].xml")
        if b"macroEnabled" in types:
            raise Refused("macros")
        for folder, kind in _PARTS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    if "mimetype" in names:
        mimetype = read_entry(archive, "mimetype").decode("ascii", "replace").strip()
        if mimetype.removesuffix("-template") in _MIMETYPES:
            return _MIMETYPES[mimetype.removesuffix("-template")]
    raise Refused("unknown_format")
