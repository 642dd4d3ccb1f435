"""How large a PDF becomes when it is opened, measured before anything opens it: raw bytes and bounded inflating.

A stream of a few kilobytes can hold gigabytes, and two layers of packing hide even that. What its dictionary says of
its length is not believed: each ``stream`` in the file is inflated piece by piece and counted, and nothing is kept.
"""

import re
import zlib
from collections.abc import Iterator

from accessibility.documents.base import Refused

#: Bytes of one stream of words or drawings, of one picture, and of all of them.
MAX_STREAM = 64 * 1024 * 1024
MAX_PICTURE = 512 * 1024 * 1024
MAX_ALL = 1024 * 1024 * 1024
MAX_LAYERS = 3
#: A stream that packs its content tighter than this, and is not small, is a bomb if it is not a picture.
MAX_RATIO = 800
SMALL = 4 * 1024 * 1024
_STEP = 1 << 16
_START = re.compile(rb"\bstream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 2_048


def weigh(data: bytes) -> None:
    """Raise :class:`Refused` when a stream, or all of them together, would inflate past their limits."""
    left = MAX_ALL
    for match in _START.finditer(data):
        dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = dictionary[dictionary.rfind(b" obj") :]
        layers = len(_FLATE.findall(dictionary))
        if layers:
            is_picture = bool(_PICTURE.search(dictionary))
            left -= _inflated(data, match.end(), min(layers, MAX_LAYERS), is_picture=is_picture)
            if left < 0 or layers > MAX_LAYERS:
                raise Refused("bomb")


def _inflated(data: bytes, start: int, layers: int, *, is_picture: bool) -> int:
    """Return the bytes of one stream with all layers unpacked. Raises :class:`Refused` past the limit."""
    most = MAX_PICTURE if is_picture else MAX_STREAM
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    size = read = 0
    position = start
    view = memoryview(data)
    try:
        while position < len(data) and not unpackers[0].eof:
            piece = bytes(view[position : position + _STEP])
            position += len(piece)
            read += len(piece)
            for part in _through(unpackers, piece):
                size += len(part)
                if size > most or (not is_picture and size > SMALL and size > MAX_RATIO * read):
                    raise Refused("bomb")
    except zlib.error:
        return size
    return size


def _through(unpackers: list["zlib._Decompress"], piece: bytes) -> Iterator[bytes]:
    """Yield what a piece becomes at the last layer, a step at a time, so that no layer holds more than a step."""
    first, rest = unpackers[0], unpackers[1:]
    while piece:
        part = first.decompress(piece, _STEP)
        piece = first.unconsumed_tail
        if rest and part:
            yield from _through(rest, part)
        elif part:
            yield part
        if first.eof:
            return
