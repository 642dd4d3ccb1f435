"""Streams are weighed before anything inflates them."""

import tracemalloc
import zlib

import pytest

from accessibility.documents.base import Profile, Refused
from accessibility.documents.examine import examine
from accessibility.documents.pdf.weight import MAX_PICTURE, weigh
from tests.accessibility.documents.pdf.builder import LONG, p, pdf


def packed(size: int, layers: int, *, entries: bytes = b"") -> bytes:
    unit = b"0 0 m " * 1_000
    data = unit * (size // len(unit))
    for _ in range(layers):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * layers
    head = b"%PDF-1.7\n4 0 obj\n<< /Length 5 " + entries + b" /Filter [" + filters + b"] >>\nstream\n"
    return head + data + b"\nendstream endobj\n"


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_bomb_is_refused_before_it_inflates(layers):
    data = packed(100_000_000, layers)
    tracemalloc.start()
    with pytest.raises(Refused, match="bomb"):
        weigh(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100_000_000 / 2
    assert examine(data, Profile.WCAG).error == "bomb"


def test_too_many_layers_are_refused():
    with pytest.raises(Refused, match="bomb"):
        weigh(packed(6_000, 4))


def test_white_scan_is_no_bomb():
    weigh(packed(90_000_000, 1, entries=b"/Type /XObject /Subtype /Image"))
    assert MAX_PICTURE > 90_000_000


def test_usual_and_broken_files_pass():
    data = pdf(p(LONG))
    weigh(data)
    weigh(data.replace(b"stream\n", b"stream\nbroken"))
    weigh(b"")
