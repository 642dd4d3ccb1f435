"""The type of a file, told by its content."""

import zipfile
from typing import IO

import puremagic

LOOK = 1 << 16
_MARKS = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_KINDS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_SAME = {"jpeg": "jpg", "jfif": "jpg", "tif": "tiff"}


def extension_of(file: IO[bytes]) -> str:
    """Return the extension that fits the content, without a dot, or an empty text when it is none we know."""
    file.seek(0)
    head = file.read(LOOK)
    file.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return _package(file)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if film := _film(head):
        return film
    try:
        found = puremagic.from_string(head).lstrip(".").lower()
    except (puremagic.PureError, ValueError):
        found = ""
    if found in ("", "txt", "csv") and _is_table(head):
        return "csv"
    return usual(found)


def _film(head: bytes) -> str:
    """Return the kind of a video by its first box (ISO 14496-12) or element (RFC 8794)."""
    if head[4:8] == b"ftyp":
        return "mp4"
    return "webm" if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64] else ""


def usual(extension: str) -> str:
    """Return one spelling for extensions that mean the same."""
    return _SAME.get(extension.lower(), extension.lower())


def _package(file: IO[bytes]) -> str:
    """Return the kind of an Office or OpenDocument package by its directory; nothing large is inflated."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if "[Content_Types].xml" in names:
                return next((kind for mark, kind in _MARKS.items() if any(n.startswith(mark) for n in names)), "zip")
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    told = part.read(100).decode("ascii", "replace").strip()
                return _OPEN_KINDS.get(told.removeprefix(_OPEN_DOCUMENT), "zip")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return ""
    finally:
        file.seek(0)
    return "zip"


def _is_table(head: bytes) -> bool:
    """Return whether the bytes are plain text in columns."""
    if b"\x00" in head or head.lstrip()[:1] in (b"<", b"{"):
        return False
    first = head.split(b"\n", 1)[0]
    return any(mark in first for mark in (b",", b";", b"\t"))
