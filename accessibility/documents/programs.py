"""Programs inside documents: told by their bytes and by their names."""

import re

NAMES = (
    ".exe",
    ".com",
    ".bat",
    ".cmd",
    ".scr",
    ".js",
    ".jse",
    ".vbs",
    ".wsf",
    ".hta",
    ".ps1",
    ".jar",
    ".msi",
    ".lnk",
)
#: So much of a part is looked at to tell a program: its header lies there.
LOOK = 4096
OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
#: Where Office keeps a file that was dropped into a document: a stream of this name, with the file's name in it.
_PACKAGE = "\x01Ole10Native".encode("utf-16-le")
_NAMED = re.compile(rb"(?:%s)\x00" % b"|".join(re.escape(name.encode()) for name in NAMES), re.IGNORECASE)


def is_program(name: str, data: bytes) -> bool:
    """Return whether a part of a package is a program, or a file of Office that holds one ([MS-OLEDS] 2.3.6)."""
    head = data[:LOOK]
    if name.lower().endswith(NAMES) or head.startswith(b"\x7fELF") or (head.startswith(b"MZ") and b"PE\0\0" in head):
        return True
    return head.startswith(OLE2) and _PACKAGE in data and _NAMED.search(data) is not None


def may_hold_one(name: str) -> bool:
    """Return whether a part has to be looked at: XML is read by the checks."""
    return not name.lower().endswith((".xml", ".rels", "/"))
