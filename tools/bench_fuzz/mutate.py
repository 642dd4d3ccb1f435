"""Damage files in ways that get past their container: inside the XML of a zip, inside the objects of a PDF.

The same seed and number give the same file, so a find can be repeated.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

Damage = Callable[[bytes, Random], bytes]

#: Values that parsers trip over: signs, sizes, encodings, paths, other writing directions.
ODD = (
    b"", b"-1", b"0", b"99999999999999999999", b"1e999", b"NaN", b"\x00", b"\xff\xfe", b"../../../etc/passwd",
    b"file:///etc/passwd", b"%s%s%n", b"A" * 70_000, "\u202e\u0627\u0644".encode(), b"&#0;", b"<!DOCTYPE a>", b"]]>",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")
_VALUE = re.compile(rb'="[^"]*"')
_TAG = re.compile(rb"</?[A-Za-z][^<>]*>")
_NAME = re.compile(rb"/[A-Za-z]+")


def damaged(seeds: Sequence[bytes], seed: int, number: int) -> bytes:
    """Return file ``number`` of a run: one to four kinds of damage to one of the seeds."""
    chance = Random(f"{seed}:{number}")  # noqa: S311 - a fuzzer must repeat itself, it hides nothing
    data = seeds[chance.randrange(len(seeds))]
    for _ in range(chance.randint(1, 4)):
        inside = data.startswith(b"PK") and chance.random() < 0.85
        data = _in_archive(data, chance) if inside else _one(data, chance, PLAIN)
    return data


def _one(data: bytes, chance: Random, ways: Sequence[Damage]) -> bytes:
    """Return the data after one kind of damage."""
    return ways[chance.randrange(len(ways))](data, chance) if data else data


def _in_archive(data: bytes, chance: Random) -> bytes:
    """Return the archive with one part damaged and packed again; one that is broken already stays as it is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError):
        return data
    names = [name for name in parts if name.endswith((".xml", ".rels"))] or list(parts)
    if not names:
        return data
    name = names[chance.randrange(len(names))]
    parts[name] = _one(parts[name], chance, MARKUP)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for called, content in parts.items():
            archive.writestr(zipfile.ZipInfo(called), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _flip(data: bytes, chance: Random) -> bytes:
    """Change a few bytes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 16)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: Random) -> bytes:
    """Leave a stretch out, or the rest of the file."""
    start = chance.randrange(len(data))
    return data[:start] + (data[start + chance.randint(1, 400) :] if chance.random() < 0.7 else b"")


def _double(data: bytes, chance: Random) -> bytes:
    """Say a stretch many times over."""
    start = chance.randrange(len(data))
    stretch = data[start : start + chance.randint(1, 200)]
    return data[:start] + stretch * chance.randint(2, 60) + data[start:]


def _move(data: bytes, chance: Random) -> bytes:
    """Copy a stretch to another place."""
    source, target = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:target] + data[source : source + chance.randint(1, 300)] + data[target:]


def _replaced(pattern: re.Pattern[bytes], around: tuple[bytes, bytes]) -> Damage:
    """Return damage that puts an odd value in the place of one that matches."""

    def _replace(data: bytes, chance: Random) -> bytes:
        found = list(pattern.finditer(data[:2_000_000]))
        if not found:
            return data
        match = found[chance.randrange(len(found))]
        odd = ODD[chance.randrange(len(ODD))]
        return data[: match.start()] + around[0] + odd + around[1] + data[match.end() :]

    return _replace


def _swap_tags(data: bytes, chance: Random) -> bytes:
    """Put one tag in the place of another."""
    found = list(_TAG.finditer(data[:2_000_000]))
    if len(found) < 2:
        return data
    one, other = found[chance.randrange(len(found))], found[chance.randrange(len(found))]
    return data[: one.start()] + other[0] + data[one.end() :]


def _nest(data: bytes, chance: Random) -> bytes:
    """Wrap an element into many of its own."""
    found = [match for match in _TAG.finditer(data[:2_000_000]) if not match[0].startswith(b"</")]
    if not found:
        return data
    match = found[chance.randrange(len(found))]
    return data[: match.start()] + match[0] * chance.randint(10, 600) + data[match.start() :]


PLAIN: tuple[Damage, ...] = (
    _flip, _cut, _double, _move, _replaced(_NUMBER, (b"", b"")), _replaced(_NAME, (b"/", b" ")),
)  # fmt: skip
MARKUP: tuple[Damage, ...] = (
    _flip, _cut, _double, _swap_tags, _nest, _replaced(_VALUE, (b'="', b'"')), _replaced(_NUMBER, (b"", b"")),
)  # fmt: skip
