"""The two parts of PDF/UA: our own rules against labelled files and made ones, and the profile with the engine."""

import csv
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from accessibility.documents.base import Profile
from accessibility.documents.contrib.page_validation import adapter
from accessibility.documents.contrib.page_validation.table import IN_PART_TWO, TABLE
from accessibility.documents.examine import examine
from accessibility.documents.verdict import verdict_of
from tests.accessibility.documents import makers
from tests.accessibility.documents.pdf.builder import LONG, Builder, Part, p, row

DATA = Path(__file__).parents[3] / "data" / "documents"
with (DATA / "labels.csv").open() as rows:
    LABELLED = [line for line in csv.DictReader(rows) if line["rule"].startswith("UA1")]
#: Needs the font program itself to be read, which only the engine does.
ENGINE_ONLY = {"7.21.4.2-1"}
BODY = p(LONG)
TH = Part("TH", "Day", entries={"A": Dictionary(O=Name.Table, Scope=Name.Column)})
TD = Part("TD", "Monday")


def clauses(data: bytes, profile: Profile) -> set[str]:
    report = examine(data, profile)
    assert not report.error
    return {finding.clause for finding in report.findings}


@pytest.mark.parametrize("line", LABELLED, ids=lambda line: line["file"])
def test_labelled_file_by_our_own_rules(line):
    clause = line["rule"].removeprefix("UA1:")
    found = clauses((DATA / line["file"]).read_bytes(), Profile.UA1_OWN)
    if line["label"] == "pass":
        assert found == set()
    elif clause not in ENGINE_ONLY:
        assert clause in found


@pytest.mark.parametrize("line", [one for one in LABELLED if one["label"] == "fail"], ids=lambda line: line["file"])
def test_labelled_file_by_the_engine_names_its_clause(line):
    found = clauses((DATA / line["file"]).read_bytes(), Profile.UA1)
    assert line["rule"].removeprefix("UA1:") in found


def without_fonts(file: Builder) -> set[str]:
    """The made files use a standard typeface that is not in the file: that clause is always broken."""
    return clauses(file.second_part().save(), Profile.UA2) - {"8.4.5.5.1-1"}


def edited(*parts, change=lambda file: None, **options) -> set[str]:
    file = Builder(*parts, **options)
    change(file)
    return without_fonts(file)


def test_second_part_finds_nothing_in_a_clean_file():
    table = Part("Table", kids=(row(TH, TH), row(TD, TD)))
    listed = Part(
        "L",
        kids=(Part("LI", kids=(Part("Lbl", "1."), Part("LBody", "Bins"))),),
        entries={"A": Dictionary(O=Name.List, ListNumbering=Name.Decimal)},
    )
    figure = Part("Figure", picture=True, entries={"Alt": "A green bin"})
    assert edited(Part("H1", "Bins"), BODY, table, listed, figure) == set()


def remove(*keys):
    def change(file):
        for key in keys:
            del file.file.Root[key]

    return change


def note(file):
    file.annotate("Text", [100, 100, 120, 120], Contents=String("Is this right?"))


def two_targets(file):
    link = file.link([60, 100, 200, 120], Contents=String("Bins"))
    other = file.annotate("Link", [60, 60, 200, 80], A=Dictionary(S=Name.URI, URI=String("https://example.org/b")))
    other.StructParent = link.StructParent


def jump(file):
    action = Dictionary(S=Name.GoTo, D=Array([file.page.obj, Name.Fit]))
    file.annotate("Link", [60, 100, 200, 120], tag="Link", A=action, Contents=String("Next"))


def attached(file):
    target = Dictionary(Type=Name.Filespec, F=String("a.csv"), UF=String("a.csv"))
    file.annotate("FileAttachment", [60, 100, 80, 120], tag="Annot", FS=target, Contents=String("Figures"))


def tangled(file):
    file.tree.RoleMap = Dictionary(One=Name.Two, Two=Name.One)


SECOND = {
    "6.2-1": {"change": remove("/MarkInfo")},
    "8.2.1-1": {"change": remove("/StructTreeRoot")},
    "8.2.2-1": {"loose": "0 0 10 10 re f"},
    "8.2.4-1": {"parts": [Part("Strange", "Bins")]},
    "8.2.5.12-1": {"parts": [Part("H", "Bins")]},
    "8.2.5.14-1": {"parts": [Part("Note", "Bins")], "plain": True},
    "8.2.5.8-1": {"parts": [Part("TOC", kids=(Part("TOCI", "Bins 3"),))], "plain": True},
    "8.2.5.25-1": {"parts": [Part("L", kids=(Part("LI", kids=(Part("Lbl", "1."), Part("LBody", "Bins"))),))]},
    "8.2.5.25-2": {"parts": [Part("L", kids=(Part("LI", "Bins"),))]},
    "8.2.5.26-3": {"parts": [Part("Table", kids=(row(TH), row(TD, TD)))]},
    "8.2.5.26-5": {"parts": [Part("Table", kids=(row(Part("TH", "Day")), row(TD)))]},
    "8.2.5.27-1": {"parts": [Part("Table", kids=(row(TH), Part("Caption", "Bins"), row(TD)))]},
    "8.2.5.28.2-1": {"parts": [Part("Figure", picture=True)]},
    "8.2.5.20-2": {"change": two_targets},
    "8.4.4-1": {"language": ""},
    "8.4.4-2": {"language": "english (uk)"},
    "8.8-2": {"change": jump},
    "8.9.2.3-1": {"change": note},
    "8.9.2.4.10-1": {"change": attached},
    "8.10.2.3-1": {"change": lambda file: file.field("name")},
    "8.11.2-1": {"change": remove("/ViewerPreferences")},
    "8.4.3-3": {"parts": [Part("Figure", picture=True, entries={"Alt": "\ue000"})]},
}


@pytest.mark.parametrize("clause", SECOND)
def test_second_part_names_the_clause(clause):
    options = dict(SECOND[clause])
    parts, change, plain = (
        options.pop("parts", []),
        options.pop("change", lambda file: None),
        options.pop("plain", False),
    )
    file = Builder(BODY, *parts, **options)
    change(file)
    found = clauses(file.save(), Profile.UA2) if plain else without_fonts(file)
    assert clause in found


def test_second_part_needs_its_identification_and_namespace():
    assert {"5-1", "8.2.5.2-2"} <= clauses(Builder(BODY).save(), Profile.UA2)


def test_circles_of_names_end_and_are_told():
    file = Builder(Part("One", "Bins"))
    tangled(file)
    assert "7.1-6" in clauses(file.save(), Profile.UA1_OWN)


def test_rows_of_unlike_length_are_told_apart():
    wider = Builder(Part("Table", kids=(row(TH), row(TD, TD)))).save()
    spilling = Part("TD", "Both", entries={"A": Dictionary(O=Name.Table, RowSpan=9)})
    assert "7.2-42" in clauses(wider, Profile.UA1_OWN)
    assert "7.2-43" in clauses(Builder(Part("Table", kids=(row(TH, TH), row(spilling, TD)))).save(), Profile.UA1_OWN)


def test_second_part_answers_without_the_engine(monkeypatch):
    monkeypatch.setitem(sys.modules, "page", None)
    assert "8.2.5.28.2-1" in clauses(Builder(Part("Figure", picture=True)).save(), Profile.UA2)


def test_engine_that_cannot_read_gets_the_file_written_anew_once(monkeypatch):
    from accessibility.documents.base import Refused

    asked = []

    def engine(data):
        asked.append(data)
        raise Refused("damaged")

    monkeypatch.setattr(adapter, "run", engine)
    assert examine(makers.pdf(), Profile.WCAG).error == "damaged"
    assert len(asked) == 2
    assert asked[0] != asked[1]


@pytest.mark.parametrize("profile", [Profile.UA1, Profile.UA1_OWN, Profile.UA2])
def test_other_formats_have_no_such_profile(profile):
    assert examine(makers.good_docx(), profile).error == "not_a_pdf"


def test_every_broken_clause_fails():
    report = examine(Builder(BODY).save(), Profile.UA2)
    assert verdict_of(report, Profile.UA2) == "failed"


def test_fonts_of_the_engine_have_clauses_in_part_two():
    assert set(IN_PART_TWO) <= {clause for _rule, clause in TABLE.values()}


def test_name_that_is_not_utf8_is_an_unknown_name_and_no_error():
    data = Builder(Part("Zzzz", "Bins")).save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"/Zzzz" in data
    assert "7.1-5" in clauses(data.replace(b"/Zzzz", b"/Z\xdf#9f"), Profile.UA1_OWN)


def test_page_that_cannot_be_read_is_damage():
    file = Builder(BODY)
    file.page.obj.MediaBox = Array([0, 0, 0, 0])
    file.page.obj.Type = Name.Nothing
    assert examine(file.save(), Profile.WCAG).error in ("", "damaged")
