"""Sealed files: what was sealed opens in its place only, whole or not at all, whatever its size."""

import base64
import io
import secrets

import pytest

from core.crypto.files import CHUNK, MARK, TAG_BYTES
from core.services import UnsealError, is_sealed_file, seal_chunks, unseal_chunks

PLACE = "table.file:1"


def sealed(content, place=PLACE):
    return b"".join(seal_chunks(io.BytesIO(content), context=place))


def opened(data, place=PLACE):
    return b"".join(unseal_chunks(io.BytesIO(data), context=place))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_what_was_sealed_opens_and_tells_nothing(size):
    content = bytes([7]) * size
    data = sealed(content)
    assert opened(data) == content
    assert size < 16 or content[:16] not in data
    assert sealed(content) != data


def test_it_does_not_open_elsewhere_or_changed_or_cut_short_or_in_another_order():
    data = sealed(secrets.token_bytes(3 * CHUNK))
    start = len(data) - 3 * (CHUNK + TAG_BYTES)
    one, two, three = (data[start + n * (CHUNK + TAG_BYTES) :][: CHUNK + TAG_BYTES] for n in range(3))
    broken = [
        data[:-1],
        data[: -(CHUNK + TAG_BYTES)],
        data[:start],
        data + b"x",
        data[:start] + two + one + three,
        data[:-20] + bytes([data[-20] ^ 1]) + data[-19:],
        data[: len(MARK) + 2] + b"?" + data[len(MARK) + 3 :],
        b"",
        MARK,
        b"%PDF-1.7",
    ]
    for other in broken:
        with pytest.raises(UnsealError):
            opened(other)
    with pytest.raises(UnsealError):
        opened(data, "table.file:2")


def test_a_file_is_known_by_its_mark_and_its_key(settings):
    old = settings.WAYMARK_KEYS
    file = io.BytesIO(sealed(b"Words"))
    assert is_sealed_file(file, newest=True)
    settings.WAYMARK_KEYS = f"new={base64.b64encode(secrets.token_bytes(32)).decode()},{old}"
    assert is_sealed_file(file)
    assert not is_sealed_file(file, newest=True)
    assert opened(file.read()) == b"Words"
    assert not is_sealed_file(io.BytesIO(b"%PDF-1.7"))
