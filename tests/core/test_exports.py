"""No spreadsheet program runs what a resident typed, and nothing that they typed is lost."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.exports import neutralise, restore
from core.services import write_csv, write_xlsx

FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "'=1+1", "\u200b=1+1", "\ufeff=1+1",
    "＝1+1", "\x00=1", '=HYPERLINK("https://example.org")', "=cmd|' /C calc'!A0", "\u00a0=1", "''+1",
]  # fmt: skip
HARMLESS = ["", "Rose", "O'Brien", "'quoted'", "a=b", "01865 000000", "3 - 4", "اردو", "é"]


def csv_rows(*rows):
    file = io.StringIO(newline="")
    write_csv(rows, file)
    return list(csv.reader(io.StringIO(file.getvalue(), newline="")))


def xlsx_sheet(*rows):
    file = io.BytesIO()
    write_xlsx(rows, file)
    return load_workbook(file).active


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_marks_what_could_run(text):
    assert csv_rows([text]) == [["'" + text]]
    assert restore("'" + text) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_csv_leaves_other_words_alone(text):
    assert csv_rows([text, "x"]) == [[text, "x"]]


def test_phone_numbers_round_trip():
    ((cell,),) = csv_rows(["+44 1865 000000"])
    assert (cell, restore(cell)) == ("'+44 1865 000000", "+44 1865 000000")


@given(st.text())
def test_every_text_comes_back(text):
    assert restore(neutralise(text)) == text


def test_numbers_dates_and_nothing():
    when = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    row = [-5, 2.5, True, None, date(2026, 3, 29), when, Decimal("-1.50")]
    assert csv_rows(row) == [["-5", "2.5", "True", "", "2026-03-29", "2026-03-29T01:30:00+00:00", "'-1.50"]]
    assert [cell.value for cell in xlsx_sheet(row)[1]][:3] == [-5, 2.5, "True"]


@pytest.mark.parametrize("text", [text for text in FORMULAS if "\x00" not in text])
def test_xlsx_cells_are_text(text):
    cell = xlsx_sheet([text])["A1"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.value.replace("_x000D_", "\r") == text


def test_xlsx_survives_what_the_format_cannot_hold():
    sheet = xlsx_sheet(["a\x00b\x1f", "x" * 40_000])
    assert sheet["A1"].value == "a\ufffdb\ufffd"
    assert len(sheet["B1"].value) == 32_767
    assert sheet["B1"].value.endswith("…")


def test_broken_rows_do_not_break_the_csv():
    assert csv_rows(['say "no", twice', "two\nlines"]) == [['say "no", twice', "two\nlines"]]
