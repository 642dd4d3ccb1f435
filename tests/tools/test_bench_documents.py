"""The benchmark's own arithmetic: what is measured, what counts as reached, and when it says that a target is lost."""

import sys

import pytest

from tools.bench_documents import __main__ as program
from tools.bench_documents.figures import Figure, percentile, rate
from tools.bench_documents.labels import Labelled
from tools.bench_documents.others import OTHERS, Other
from tools.bench_documents.parts.meaning import JUDGEMENTS, read
from tools.bench_documents.parts.odt import _ids


def test_figure_reached():
    assert Figure("recall", 0.95, 19, 20).reached
    assert not Figure("recall", 0.96, 19, 20).reached
    assert Figure("alarms", 0.05, 1, 20, at_most=True).reached
    assert Figure("shown only", None, 0, 20).reached


def test_what_was_not_measured_is_not_reached():
    figure = Figure("recall", 0.95, 0, 0)
    assert not figure.reached
    assert "not measured" in str(figure)


def test_line_shows_counts_target_and_others():
    line = str(Figure("recall", 0.95, 1, 2, beside={"other": rate(1, 4)}, note="two files"))
    assert line.startswith("X recall")
    assert "0.500 (1/2)  target >= 0.95" in line
    assert "other: 0.250 (1/4)" in line
    assert "(two files)" in line


def test_percentile_of_none_and_some():
    assert percentile([], 0.5) == 0
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(list(range(100)), 0.95) == 95


def test_libreoffice_ids(tmp_path):
    file = Labelled(tmp_path / "lo-a11y__x.odt", "fail", "LO:6:NO_ALT_GRAPHICx1;TABLE_MERGE_SPLITx4")
    assert _ids(file) == {"NO_ALT_GRAPHIC", "TABLE_MERGE_SPLIT"}
    assert (file.series, file.suffix) == ("lo-a11y", "odt")


@pytest.mark.parametrize(("short", "code"), [(frozenset(), 1), (frozenset({"recall"}), 0)])
def test_exit_code_is_1_when_a_target_is_lost(monkeypatch, capsys, short, code):
    monkeypatch.setattr(program, "PARTS", {"ua1": lambda _: [Figure("recall", 0.95, 1, 2)]})
    monkeypatch.setattr(program, "SHORT_TODAY", short)
    monkeypatch.setattr("tools.bench_documents.labels.read", list)
    monkeypatch.setattr(sys, "argv", ["bench", "--alone"])
    assert program.main() == code
    assert ("Lost: recall" in capsys.readouterr().out) is bool(code)


def test_other_checkers_without_answer_are_no_verdict(tmp_path):
    pdfua = next(other for other in OTHERS if other.name.startswith("pdfua"))
    assert [pdfua.read(code, "") for code in (0, 1, 3, 4)] == [False, True, True, None]
    silent = Other("silent", ("/bin/false",), lambda code, _: None if code else False, str).ask(tmp_path)
    assert (silent.flagged, silent.error) == (False, "no answer")


def test_missing_data_is_one_clear_line(monkeypatch, tmp_path):
    from tools.bench_documents import labels

    monkeypatch.setattr(labels, "FOLDER", tmp_path)
    with pytest.raises(SystemExit, match=r"There is no labelled data in .* Set WAYMARK_BENCH_DATA"):
        labels.read()


def test_examples_of_meaning_are_many_and_labelled():
    examples = read()
    assert len(examples) >= 300
    known = {label for judgement in JUDGEMENTS for label in (*judgement.labels, *judgement.also)} | {"good", "text"}
    assert {example.label for example in examples} <= known
    assert {example.role for example in examples} == {"alt", "title", "link", "heading"}
    assert all(example.source for example in examples)
    assert len({(e.role, e.text, e.label) for e in examples}) == len(examples)
