"""A small, always equal slice of ``make bench-fuzz``: damaged files get an answer and leave nothing behind."""

import tempfile
from pathlib import Path

import pytest

from accessibility.documents.advice.refusals import REFUSALS
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.office import makers as office
from tools.bench_fuzz.mutate import damaged
from tools.bench_fuzz.watch import watch

DATA = Path(__file__).resolve().parents[2] / "data" / "documents"


@pytest.fixture(scope="module")
def seeds():
    public = [path.read_bytes() for path in sorted(DATA.glob("vera-ua1__7.1*.pdf"))]
    return [make.good_docx(), office.pptx(office.slide()), office.xlsx(), office.odf("<text:p>Bins</text:p>"), *public]


@pytest.mark.parametrize("number", range(24))
def test_damaged_file_is_answered_and_leaves_nothing_behind(number, seeds, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    outcome = watch(damaged(seeds, 7, number), number, tmp_path)
    assert not outcome.escaped
    assert not outcome.hung
    assert outcome.said in {"passed", "failed", *REFUSALS}


def test_same_number_gives_the_same_file(seeds):
    assert [damaged(seeds, 7, n) for n in range(20)] == [damaged(seeds, 7, n) for n in range(20)]
    assert len({damaged(seeds, 7, n) for n in range(20)}) > 15


def test_what_comes_through_the_wall_is_an_escape(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.bench_fuzz.watch.check_file", lambda *_: 1 / 0)
    assert watch(b"", 1, tmp_path).escaped.startswith("ZeroDivisionError")


def test_a_file_left_behind_is_an_escape(tmp_path):
    (tmp_path / "left").touch()
    assert "file left" in watch(b"", 1, tmp_path).escaped
