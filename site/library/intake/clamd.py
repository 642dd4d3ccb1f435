"""Ask clamd over its unix socket with INSTREAM. Anything but a plain "OK" is not clean."""

import socket
import struct
from enum import StrEnum
from typing import IO

from django.conf import settings

TIMEOUT = 20
PING_TIMEOUT = 2
CHUNK = 1 << 16


class Scan(StrEnum):
    """``UNAVAILABLE``: no scanner is set up, it does not answer, or it answers something else than yes or no."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNAVAILABLE = "unavailable"


def scan(file: IO[bytes]) -> Scan:
    """Return what the scanner says of the whole file. The file's position is at its start afterwards."""
    path = getattr(settings, "WAYMARK_CLAMD_SOCKET", "")
    if not path:
        return Scan.UNAVAILABLE
    try:
        reply = _instream(path, file)
    except OSError:
        return Scan.UNAVAILABLE
    finally:
        file.seek(0)
    if reply == "stream: OK":
        return Scan.CLEAN
    return Scan.INFECTED if reply.endswith(" FOUND") else Scan.UNAVAILABLE


def scanner_answers() -> bool:
    """Return whether a scanner is set up and answers now; for the dashboard, so it waits two seconds at most."""
    path = getattr(settings, "WAYMARK_CLAMD_SOCKET", "")
    if not path:
        return False
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(PING_TIMEOUT)
            connection.connect(path)
            connection.sendall(b"zPING\x00")
            return connection.recv(16).startswith(b"PONG")
    except OSError:
        return False


def _instream(path: str, file: IO[bytes]) -> str:
    """Send the file in chunks, each after its length in network order; a length of nought ends it."""
    file.seek(0)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(TIMEOUT)
        connection.connect(path)
        connection.sendall(b"zINSTREAM\x00")
        while chunk := file.read(CHUNK):
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        reply = b""
        while not reply.endswith(b"\x00") and (part := connection.recv(4096)):
            reply += part
    return reply.rstrip(b"\x00\n").decode("utf-8", "replace")
