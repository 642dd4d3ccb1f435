"""Read how long and how large an MP4 video is from its boxes (ISO 14496-12)."""

import os
import struct
from collections.abc import Iterator
from typing import IO

from library.footage.base import Footage

#: The box that describes the film; that of an hour is some megabytes (bytes).
LARGEST_DESCRIPTION = 32 * 1024 * 1024
#: Boxes looked at before the one that describes the film; a file holds a handful.
_MOST_BOXES = 1000
_HEADER = struct.Struct(">I4s")
#: Width and height are numbers with 16 binary digits behind the point, the last two of a track's header.
_FIXED = struct.Struct(">II")
_FRACTION = 16


def read(file: IO[bytes]) -> Footage:
    """Return the facts of an MP4 file; ValueError where it does not hold a film."""
    try:
        film = _description(file)
        boxes = dict(_walk(film))
        width, height = max((_size(track) for name, track in _walk(film) if name == b"trak"), default=(0, 0))
        seconds = _seconds(boxes[b"mvhd"])
    except (KeyError, struct.error, IndexError, ZeroDivisionError) as error:
        raise ValueError("This is no MP4 video with a length in its header.") from error
    if not width or not height:
        raise ValueError("This MP4 file holds no pictures.")
    return Footage("mp4", seconds, width, height)


def _description(file: IO[bytes]) -> bytes:
    """Return what stands in the box ``moov``, which may be the first or the last. Raises KeyError for none."""
    size = file.seek(0, os.SEEK_END)
    at = 0
    for _box in range(_MOST_BOXES):
        file.seek(at)
        length, name = _HEADER.unpack(file.read(_HEADER.size))
        header = _HEADER.size
        if length == 1:
            length, header = struct.unpack(">Q", file.read(8))[0], 16
        if name == b"moov":
            return file.read(min(length - header, LARGEST_DESCRIPTION) if length else LARGEST_DESCRIPTION)
        at += length
        if length < header or at >= size:
            break
    raise KeyError("moov")


def _walk(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each box; one that is cut off ends it."""
    at = 0
    while at + _HEADER.size <= len(data):
        length, name = _HEADER.unpack_from(data, at)
        if length < _HEADER.size:
            return
        yield name, data[at + _HEADER.size : at + length]
        at += length


def _seconds(header: bytes) -> float:
    """Return the length that the film's header gives, in version 0 or 1."""
    scale, length = struct.unpack_from(">IQ", header, 20) if header[0] else struct.unpack_from(">II", header, 12)
    return float(length / scale)


def _size(track: bytes) -> tuple[int, int]:
    """Return width and height of a track; sound has none."""
    header = dict(_walk(track))[b"tkhd"]
    width, height = _FIXED.unpack_from(header, len(header) - _FIXED.size)
    return width >> _FRACTION, height >> _FRACTION
