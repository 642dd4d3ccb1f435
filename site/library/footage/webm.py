"""Read how long and how large a WebM video is from its header (RFC 8794, EBML; RFC 9559, Matroska)."""

import struct
from collections.abc import Iterator
from typing import IO

from library.footage.base import Footage

SEGMENT, INFO, TRACKS, TRACK, PICTURE = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0
SCALE, DURATION, WIDTH, HEIGHT = 0x2AD7B1, 0x4489, 0xB0, 0xBA
#: What FFmpeg and browsers write before the pictures is far smaller (bytes).
HEADER = 65_536
NANOSECONDS = 1_000_000_000
Elements = dict[int, bytes]


def read(file: IO[bytes]) -> Footage:
    """Return the facts of a WebM file; ValueError where its header does not hold them."""
    top = _elements(file.read(HEADER))
    try:
        segment = _elements(top[SEGMENT])
        info = _elements(segment[INFO])
        tracks = (_elements(track) for number, track in _walk(segment[TRACKS]) if number == TRACK)
        picture = next(_elements(track[PICTURE]) for track in tracks if PICTURE in track)
        scale = int.from_bytes(info.get(SCALE, b"\x0f\x42\x40"))
        seconds = struct.unpack(">d" if len(info[DURATION]) == 8 else ">f", info[DURATION])[0] * scale / NANOSECONDS
        return Footage("webm", seconds, int.from_bytes(picture[WIDTH]), int.from_bytes(picture[HEIGHT]))
    except (KeyError, StopIteration, struct.error) as error:
        raise ValueError("This is no WebM video with a length in its header.") from error


def _elements(data: bytes) -> Elements:
    return dict(_walk(data))


def _walk(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and content of each element; what is cut off by the end of ``data`` is cut."""
    at = 0
    while at < len(data):
        number, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        yield number, data[at : at + size]
        at += size


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """Return the variable-size number at ``at`` and where it ends; its first set bit tells its length."""
    length = 9 - data[at].bit_length() if at < len(data) and data[at] else len(data)
    value = int.from_bytes(data[at : at + length])
    return (value if keep_marker else value & ~(1 << 7 * length)), at + length
