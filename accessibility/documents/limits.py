"""Budgets of one check. Sizes are bytes, times are seconds. The reasons are in docs/architecture.md."""

import contextlib
import resource
import zipfile
import zlib
from io import BytesIO

from accessibility.documents.base import Refused
from accessibility.documents.programs import LOOK, OLE2, is_program, may_hold_one

MAX_FILE = 50 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_ENTRY = 100 * 1024 * 1024
MAX_INFLATED = 300 * 1024 * 1024
MAX_RATIO = 200
#: A part below this size may be packed as tightly as it likes: blank tables compress a thousandfold.
SMALL_ENTRY = 1024 * 1024
MAX_PAGES = 500
MAX_OUTPUT = 1024 * 1024
#: The largest file that a process writes which answers in words; one that answers with a file may write that.
MAX_ANSWER = 10 * 1024 * 1024
WALL_SECONDS = 30

_RESOURCES = (
    (resource.RLIMIT_AS, 1536 * 1024 * 1024),
    (resource.RLIMIT_CPU, 20),
    (resource.RLIMIT_NOFILE, 64),
    (resource.RLIMIT_CORE, 0),
)


def confine(largest_file: int = MAX_ANSWER) -> None:
    """Bind this process for good: hard limits can be lowered but never raised again by an ordinary user."""
    for name, wanted in (*_RESOURCES, (resource.RLIMIT_FSIZE, largest_file)):
        hard = resource.getrlimit(name)[1]
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(name, (value, value))


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the archive after a look at its directory alone. Raises :class:`Refused` on a bomb or a lock."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("damaged") from error
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise Refused("bomb")
    if any(_swells(entry) for entry in entries):
        raise Refused("bomb")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused("encrypted")
    return archive


def _swells(entry: zipfile.ZipInfo) -> bool:
    """Return whether the directory itself admits that this entry is a bomb."""
    if entry.file_size > MAX_ENTRY:
        return True
    return entry.file_size > SMALL_ENTRY and entry.file_size > MAX_RATIO * max(1, entry.compress_size)


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part in bounded reads, for the directory's sizes can lie. Raises :class:`Refused`."""
    entry = archive.getinfo(name)
    chunks, size = [], 0
    try:
        with archive.open(entry) as part:
            while chunk := part.read(1 << 16):
                size += len(chunk)
                if size > max(entry.file_size, SMALL_ENTRY) or size > MAX_ENTRY:
                    raise Refused("bomb")
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise Refused("damaged") from error
    return b"".join(chunks)


def programs_in(archive: zipfile.ZipFile) -> bool:
    """Return whether a part of the package is a program. Raises :class:`Refused` for a bomb among the suspects."""
    return any(is_program(name, _start_of(archive, name)) for name in archive.namelist() if may_hold_one(name))


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the first bytes of a part, or all of one that may hold others; nothing when it cannot be unpacked."""
    try:
        with archive.open(name) as part:
            start = part.read(LOOK)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return b""
    return read_entry(archive, name) if start.startswith(OLE2) else start
