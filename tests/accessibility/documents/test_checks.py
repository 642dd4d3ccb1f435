"""Each check finds its fault in a file where nothing else is wrong, and nothing in the file without it."""

from io import BytesIO

import pytest

from accessibility.documents.advice import ADVICE, steps_for
from accessibility.documents.advice.base import Program
from accessibility.documents.base import Severity
from accessibility.documents.contrib.page_validation.table import TABLE
from accessibility.documents.registry import register
from accessibility.documents.sandbox import check_file
from accessibility.documents.wcag import CRITERIA, RULES
from accessibility.documents.words import is_poor_alt, is_poor_link, is_poor_title
from tests.accessibility.documents import makers as make

LONG = make.paragraph("Please put your bin out by six in the morning. " * 70)
BODY = make.paragraph("We collect your bins each week, on the same day.")

FAULTS = {
    "WM-OFFICE-TITLE": make.docx(BODY, title=""),
    "WM-OFFICE-TITLE-POOR": make.docx(BODY, title="Microsoft Word - bins final v3.doc"),
    "WM-OFFICE-LANGUAGE": make.docx(BODY, language=""),
    "WM-OFFICE-ALT": make.docx(BODY, make.picture()),
    "WM-OFFICE-ALT-POOR": make.docx(BODY, make.picture("IMG_2034.jpg")),
    "WM-OFFICE-ALT-ASK": make.docx(BODY, make.picture("A green bin beside a gate")),
    "WM-OFFICE-LINK-TEXT": make.docx(BODY, make.link("click here")),
    "WM-DOCX-LINK-EMPTY": make.docx(BODY, make.link("")),
    "WM-DOCX-TABLE-HEADER": make.docx(BODY, make.table(header=False)),
    "WM-DOCX-HEADINGS": make.docx(LONG),
    "WM-DOCX-HEADING-ORDER": make.docx(
        make.paragraph("Bins", style="Heading1"), make.paragraph("Days", style="Heading3"), BODY
    ),
    "WM-DOCX-HEADING-EMPTY": make.docx(make.paragraph("", style="Heading1"), BODY),
    "WM-DOCX-FAKE-HEADING": make.docx(make.paragraph("Your bin days", bold=True), BODY),
    "WM-DOCX-FAKE-LIST": make.docx(make.paragraph("- blue bin"), make.paragraph("- green bin")),
    "WM-DOCX-PROTECTED": make.docx(BODY, settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
    "WM-ODF-TITLE": make.odt("<text:p>Bins</text:p>", title=""),
    "WM-ODF-LANGUAGE": make.odt("<text:p>Bins</text:p>", language=""),
    "WM-ODF-ALT": make.odt("<text:p><draw:frame draw:name='a'><draw:image/></draw:frame></text:p>"),
    "WM-ODF-TABLE-HEADER": make.odt(
        "<table:table>" + "<table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell>"
        "<table:table-cell><text:p>Bin</text:p></table:table-cell></table:table-row>" * 2 + "</table:table>"
    ),
    "WM-PDF-TITLE": make.pdf(title=""),
    "WM-PDF-TITLE-POOR": make.pdf(title="bins_final.docx"),
    "WM-PDF-LANGUAGE": make.pdf(language="", tagged=False),
    "WM-PDF-TAGGED": make.pdf(tagged=False),
}
CLEAN = {
    "docx": make.good_docx(),
    "decorative": make.docx(BODY, make.picture(decorative=True)),
    "odt": make.odt("<text:p>Bins</text:p>"),
    "pdf": make.pdf(),
    "csv": b"day,bin\nMonday,green\n",
}


def rules_of(data: bytes, *severities: str) -> set[str]:
    answer = check_file(BytesIO(data))
    assert "error" not in answer, answer
    return {row["rule"] for row in answer["findings"] if not severities or row["severity"] in severities}


@pytest.mark.parametrize("rule", FAULTS)
def test_fault_is_found(rule):
    assert rule in rules_of(FAULTS[rule])


@pytest.mark.parametrize("name", CLEAN)
def test_clean_file_has_no_finding(name):
    assert rules_of(CLEAN[name], "B", "W") == set()


@pytest.mark.parametrize("rule", [rule for rule in FAULTS if rule.startswith(("WM-DOCX", "WM-OFFICE"))])
def test_one_fault_gives_no_other_blocking_finding(rule):
    assert rules_of(FAULTS[rule], "B") <= {rule}


def test_every_rule_has_criterion_advice_and_a_mend():
    assert set(RULES) == set(ADVICE)
    for rule in RULES.values():
        assert rule.criterion in CRITERIA or rule.severity is Severity.ADVISORY, rule.id
        assert steps_for(rule.id, Program.WORD), rule.id


def test_engine_table_names_known_rules():
    assert {rule for rule, _clause in TABLE.values()} <= set(RULES)


def test_rule_claimed_twice_is_refused():
    from accessibility.documents.pdf.metadata import Title

    with pytest.raises(ValueError, match="already checked"):
        register(Title)


@pytest.mark.parametrize("text", ["Microsoft Word - a.doc", "report.pdf", "Untitled", "Document1"])
def test_poor_titles(text):
    assert is_poor_title(text)


@pytest.mark.parametrize("text", ["Bin days in Oxford", "Council tax 2026", "Word processing in our libraries"])
def test_true_titles(text):
    assert not is_poor_title(text)


def test_poor_words():
    assert is_poor_alt("image 1")
    assert not is_poor_alt("A green bin")
    assert is_poor_link("Click here.", "en-GB")
    assert is_poor_link("https://example.org/a", "pl")
    assert not is_poor_link("click here", "pl")
