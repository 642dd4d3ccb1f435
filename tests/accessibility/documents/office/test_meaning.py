"""Judging words, languages and colours."""

import pytest

from accessibility.documents.base import Kind
from accessibility.documents.colours import contrast, is_weak, lighter
from accessibility.documents.ooxml.docx.grid import is_data
from accessibility.documents.reading import reading_age
from accessibility.documents.registry import _CHECKS, load
from accessibility.documents.tongues import differs, foreign_script, guess, is_tag
from accessibility.documents.words import (
    is_caption,
    is_poor_alt,
    is_poor_link,
    is_poor_title,
    is_section_name,
    is_vague_title,
    opens_poorly,
)
from accessibility.documents.xml import parse

POLISH = "Odbieramy odpady co tydzień i nie jest to usługa płatna dla osób, które są w domu przez cały dzień."
WELSH = "Rydym yn casglu eich biniau bob wythnos ac mae hyn wedi ei wneud gan y cyngor ar gyfer pob un ohonoch chi."


@pytest.mark.parametrize(
    "title",
    ["Document1", "Dokument 2", "bins_final_v3", "C:\\files\\bins.docx", "https://example.org/a",
     "PowerPoint Presentation", "Microsoft Word - bins.doc", "Untitled", "Présentation1", "img 2034"],
)  # fmt: skip
def test_titles_that_a_program_left(title):
    assert is_poor_title(title)


@pytest.mark.parametrize(
    "title", ["Word processing in libraries", "Bin days", "Document retention policy", "Excel at school", "Budget 2026"]
)
def test_titles_that_say_something(title):
    assert not is_poor_title(title)
    assert not is_vague_title(title, "en-GB")


def test_wording_is_judged_in_known_languages_only():
    assert is_vague_title("Report", "en-GB")
    assert not is_vague_title("Report", "fi")
    assert is_poor_link("kliknij tutaj", "pl")
    assert not is_poor_link("click here", "fi")
    assert is_poor_alt("zdjęcie", "pl")
    assert not is_poor_alt("zdjęcie", "fi")
    assert is_caption("Tabelle 3: Abfuhr", "de-DE")
    assert not is_caption("Tabelle 3: Abfuhr", "fi")
    assert is_section_name("1. Introduction", "en")


@pytest.mark.parametrize(
    "words",
    ["IMG_2034.jpg", "image 1", "Picture", "A picture containing text Description automatically generated", "x" * 251,
     "...", "C:\\pictures\\bin.png", "https://example.org/bin.png", "3f2a9c00aa11bb22"],
)  # fmt: skip
def test_alternatives_that_say_nothing(words):
    assert is_poor_alt(words, "en")


@pytest.mark.parametrize(
    "words", ["A green bin", "Map of bin days in Oxford", "Photograph of the mayor", "Oxford City Council logo"]
)
def test_alternatives_that_say_something(words):
    assert not is_poor_alt(words, "en")
    assert not opens_poorly(words, "en")


def test_language_of_a_text():
    assert guess(POLISH) == "pl"
    assert guess(WELSH) == "cy"
    assert guess("Bin days") == ""
    assert differs(POLISH, ["en-GB"])
    assert not differs(POLISH, ["pl-PL"])
    assert foreign_script("Смена дней вывоза", "en-GB") == "CYRILLIC"
    assert not foreign_script("Смена дней вывоза", "ru")
    assert not differs("ہم ہر ہفتے آپ کے ڈبے جمع کرتے ہیں", ["en-GB", "ur-PK"])
    assert is_tag("en-GB")
    assert not any(is_tag(tag) for tag in ("", "x-none", "none", "English"))


def test_contrast_as_wcag_defines_it():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert is_weak((119, 119, 119), (255, 255, 255), 11, bold=False)
    assert not is_weak((118, 118, 118), (255, 255, 255), 11, bold=False)
    assert not is_weak((119, 119, 119), (255, 255, 255), 14, bold=True)
    assert lighter((0, 0, 128), 1.0, 0.5)[2] > 128


def test_reading_age_of_english_only():
    easy = ["We pick up your bins on Monday. Put them out by six."] * 20
    assert reading_age(easy, "en-GB") <= 11
    assert reading_age(easy, "pl") is None
    assert reading_age(easy[:2], "en-GB") is None


def test_one_column_is_no_table_of_data():
    cell = "<w:tr><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc></w:tr>"
    assert not is_data(
        parse(
            f'<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{cell * 3}</w:tbl>'.encode()
        )
    )


def test_every_office_rule_is_checked_for_some_format():
    from accessibility.documents.wcag import RULES

    load()
    checked = {rule for kind in Kind if kind is not Kind.PDF for check in _CHECKS[kind] for rule in check.rules}
    assert {rule for rule in RULES if not rule.startswith("WM-PDF")} == checked
