"""Read how long and how large a video is, and which kind, from its own header. No Django, and no other program."""

from typing import IO

from library.footage import mp4, webm
from library.footage.base import Footage

__all__ = ["Footage", "read"]

_READERS = ((4, b"ftyp", mp4.read), (0, b"\x1a\x45\xdf\xa3", webm.read))


def read(file: IO[bytes]) -> Footage:
    """Return the facts of an MP4 or WebM file, read from its start. Raises ValueError for anything else."""
    file.seek(0)
    head = file.read(8)
    file.seek(0)
    for at, mark, reader in _READERS:
        if head[at : at + len(mark)] == mark:
            return reader(file)
    raise ValueError("This is no video of a kind that browsers play, MP4 or WebM.")
