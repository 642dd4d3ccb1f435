"""What a file is, told by its content."""

import zipfile

from accessibility.documents.base import Kind, Refused
from accessibility.documents.limits import open_archive, read_entry
from accessibility.documents.programs import OLE2
from accessibility.documents.xml import parse

#: How programs, scripts, pictures and packed files start.
OTHERS = (
    OLE2,
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"GIF8",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"RIFF",
    b"Rar!",
    b"\x1f\x8b",
)
_PARTS = {"word/": Kind.DOCX, "ppt/": Kind.PPTX, "xl/": Kind.XLSX}
_ODF = "application/vnd.oasis.opendocument."
_MIMETYPES = {_ODF + "text": Kind.ODT, _ODF + "spreadsheet": Kind.ODS, _ODF + "presentation": Kind.ODP}


def identify(data: bytes) -> Kind:
    """Return the format of the bytes. Raises :class:`Refused` with the reason when it is none of ours."""
    if not data:
        raise Refused("empty")
    if data.startswith(b"PK"):
        # Before PDF, as programs and the intake read it: the words "%PDF-" may stand in the name of a part.
        return _archive_kind(open_archive(data))
    start = data[:1024].find(b"%PDF-")
    if start >= 0:
        if _is_something_else(data[:start]):
            raise Refused("disguised")
        return Kind.PDF
    if data.startswith(OLE2):
        raise Refused("old_format")
    if _is_table(data):
        return Kind.CSV
    raise Refused("unknown_format")


def _is_something_else(before: bytes) -> bool:
    """Return whether what stands before the header of a PDF makes it a web page, a program or a picture as well.

    Stray bytes there are common and harmless; a file that two programs read differently was checked for one of them.
    """
    return b"<" in before or before.startswith(OTHERS)


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
        if _declares_macros(read_entry(archive, "[Content_Types].xml")):
            raise Refused("macros")
        for folder, kind in _PARTS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    if "mimetype" in names:
        mimetype = read_entry(archive, "mimetype").decode("ascii", "replace").strip()
        if mimetype.removesuffix("-template") in _MIMETYPES:
            return _MIMETYPES[mimetype.removesuffix("-template")]
    raise Refused("unknown_format")


def _declares_macros(types: bytes) -> bool:
    """Return whether a package's content types name macros.

    The XML is parsed, for another encoding or a character reference hides the words from a search in its bytes; and
    a macro part may have any file name, so its type counts. Raises :class:`Refused` on bad XML.
    """
    named = (row.get("ContentType", "").lower() for row in parse(types).iter("{*}Default", "{*}Override"))
    return any("macroenabled" in name or "vbaproject" in name for name in named)
