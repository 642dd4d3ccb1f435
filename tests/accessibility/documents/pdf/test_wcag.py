"""Each check of a PDF finds its fault in a file where little else is wrong, and nothing in the file without it."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from accessibility.documents.advice import ADVICE, Program
from accessibility.documents.base import Profile, Severity
from accessibility.documents.examine import examine
from accessibility.documents.wcag import RULES
from tests.accessibility.documents.pdf.builder import LONG, MARGIN, TOP, Builder, Part, p, pdf, row

BODY = p(LONG)
TH = Part("TH", "Day", entries={"A": Dictionary(O=Name.Table, Scope=Name.Column)})
TD = Part("TD", "Monday")
GREEN_BOX = f"0 0.3 0.1 rg {MARGIN} {TOP - 10} 400 30 re f"
FRENCH = "Nous vous prions de sortir les poubelles avant six heures du matin, et de ne pas les laisser dans la rue."
FORM = [Part("P", f"Question {number}") for number in range(5)]


def links(words="Bin days by street", **more) -> bytes:
    file = Builder(BODY, p(words))
    file.link([MARGIN - 2, TOP - 28, MARGIN + 200, TOP - 10], **more)
    return file.save()


def form(*, names=True, tag="Form", flags=0, tabs=True) -> bytes:
    file = Builder(*FORM)
    for number in range(5):
        file.field(f"q{number}", tag=tag, Ff=flags, **({"TU": String(f"Question {number}")} if names else {}))
    if not tabs:
        del file.page.obj.Tabs
    return file.save()


def scan(*words: Part) -> bytes:
    file = Builder(*words, under="q 595 0 0 842 0 0 cm /Im Do Q")
    if not words:
        del file.document.K
    return file.save()


def shuffled() -> bytes:
    places = [300, 700, 100, 600, 200, 500, 400]
    return pdf(*(p(f"{LONG} {y}", at=(MARGIN, y)) for y in places))


FAULTS = {
    "WM-PDF-CONTRAST": pdf(BODY, p("These words are pale grey", colour=(0.8, 0.8, 0.8))),
    "WM-PDF-CONTENT-TAGGED": pdf(BODY, loose=f"BT /F1 12 Tf 60 300 Td ({LONG}) Tj ET"),
    "WM-PDF-FAKE-HEADING": pdf(p("Bin days", size=18, bold=True), BODY, BODY),
    "WM-PDF-HEADING-EMPTY": pdf(Part("H1"), BODY),
    "WM-PDF-FAKE-LIST": pdf(BODY, p("- blue bins"), p("- green bins"), BODY),
    "WM-PDF-EMPTY-TAG": pdf(BODY, Part("P"), BODY),
    "WM-PDF-READING-ORDER": shuffled(),
    "WM-PDF-FIGURE-ALT": pdf(BODY, Part("Figure", picture=True)),
    "WM-PDF-FIGURE-ALT-POOR": pdf(BODY, Part("Figure", picture=True, entries={"Alt": "IMG_2034.jpg"})),
    "WM-PDF-FIGURE-DECORATIVE": pdf(BODY, Part("Figure", picture=True, entries={"Alt": "Decorative line"})),
    "WM-PDF-FIGURE-ASK": pdf(BODY, Part("Figure", picture=True, entries={"Alt": "A green bin at a gate"})),
    "WM-PDF-FORMULA-ALT": pdf(BODY, Part("Formula", "a + b")),
    "WM-PDF-TABLE-HEADER": pdf(BODY, Part("Table", kids=(row(TD, TD), row(TD, TD)))),
    "WM-PDF-TABLE-SCOPE": pdf(BODY, Part("Table", kids=(row(Part("TH", "Day"), Part("TH", "Bin")), row(TD, TD)))),
    "WM-PDF-TABLE-STRUCTURE": pdf(BODY, Part("Table", kids=(row(TH, TH), row(TD)))),
    "WM-PDF-LINK-TEXT": links("Click here"),
    "WM-PDF-LINK-TAG": links(tag=""),
    "WM-PDF-FIELD-NAME": form(names=False),
    "WM-PDF-FIELD-TAG": form(tag=""),
    "WM-PDF-FIELD-REQUIRED": form(flags=2),
    "WM-PDF-TAB-ORDER": form(tabs=False),
    "WM-PDF-FORM-ASK": form(),
    "WM-PDF-IMAGE-ONLY": scan(),
    "WM-PDF-OCR-ASK": scan(p(LONG, mode=3)),
    "WM-PDF-LANGUAGE-OTHER": pdf(BODY, BODY, BODY, BODY, p(FRENCH)),
    "WM-PDF-LANGUAGE-WRONG": pdf(p(FRENCH), p(FRENCH)),
    "WM-PDF-TITLE-POOR": pdf(BODY, title="Microsoft Word - bins.doc"),
    "WM-PDF-TITLE-VAGUE": pdf(BODY, title="Report"),
    "WM-PDF-HEADINGS-NONE": pdf(BODY, pages=6),
    "WM-PDF-HEADINGS-FEW": pdf(BODY, pages=3),
    "WM-PDF-BOOKMARKS": pdf(Part("H1", "Bins"), BODY, pages=10),
}
CLEAN = {
    "text": pdf(Part("H1", "Bin days"), BODY, BODY),
    "table": pdf(BODY, Part("Table", kids=(row(TH, TH), row(TD, TD)))),
    "list": pdf(BODY, Part("L", kids=tuple(
        Part("LI", kids=(Part("Lbl", "-"), Part("LBody", f"{colour} bins"))) for colour in ("blue", "green")
    ))),
    "figure": pdf(BODY, Part("Figure", picture=True, entries={"Alt": "A green bin at a gate"})),
    "white on green": pdf(p("White words", colour=(1, 1, 1)), under=GREEN_BOX),
    "large grey": pdf(BODY, Part("H1", "Large words", size=20, colour=(0.55, 0.55, 0.55))),
    "link": links(),
    "form": form(),
    "two columns": pdf(*(p(f"Line {y} of it", at=(x, y)) for x in (60, 330) for y in (700, 660, 620, 580))),
    "French with its language": pdf(*[BODY] * 4, p(FRENCH, entries={"Lang": "fr"})),
    "dash once": pdf(BODY, p("- and so on"), BODY),
}  # fmt: skip


def findings(data: bytes) -> dict:
    report = examine(data, Profile.WCAG)
    assert not report.error
    return {finding.rule: finding for finding in report.findings}


def severity(finding) -> Severity:
    return finding.severity or RULES[finding.rule].severity


@pytest.mark.parametrize("rule", FAULTS)
def test_fault_is_found(rule):
    assert rule in findings(FAULTS[rule])


@pytest.mark.parametrize("rule", FAULTS)
def test_fault_gives_no_other_blocking_finding(rule):
    untagged = {"WM-PDF-TAGGED", "WM-PDF-LANGUAGE"} if rule == "WM-PDF-IMAGE-ONLY" else set()
    blocking = {name for name, one in findings(FAULTS[rule]).items() if severity(one) is Severity.BLOCK}
    assert blocking <= {rule} | untagged


@pytest.mark.parametrize("name", CLEAN)
def test_clean_file_has_no_problem(name):
    found = findings(CLEAN[name])
    assert [rule for rule, one in found.items() if severity(one) in (Severity.BLOCK, Severity.WARN)] == []


def test_only_what_nobody_can_read_blocks_for_its_contrast():
    pale, grey = ((0.8, 0.8, 0.8), (0.5, 0.5, 0.5))
    assert severity(findings(pdf(p("Pale words", colour=pale)))["WM-PDF-CONTRAST"]) is Severity.BLOCK
    weak = findings(pdf(p("Greyish words", colour=grey)))["WM-PDF-CONTRAST"]
    assert severity(weak) is Severity.WARN
    assert weak.parameters == {"ratio": "3.9"}


def test_text_on_a_picture_is_asked_or_found():
    picture = f"q 200 0 0 40 {MARGIN} {TOP - 15} cm /Im Do Q 0 g {MARGIN} {TOP - 15} 50 40 re f"
    found = findings(pdf(p("White words on a picture", colour=(1, 1, 1)), under=picture))
    assert "WM-PDF-CONTRAST-ASK" in found


@pytest.mark.parametrize(
    ("limit", "most", "missing"),
    [
        ("contrast.MAX_SEEN", 0, {"WM-PDF-CONTRAST"}),
        ("opened.MAX_ELEMENTS", 1, {"WM-PDF-CONTRAST", "WM-PDF-FAKE-HEADING"}),
    ],
)
def test_what_a_limit_hides_is_asked_and_never_counts_as_checked(monkeypatch, limit, most, missing):
    file = pdf(BODY, p("More words"))
    assert missing <= set(examine(file, Profile.WCAG).checked)
    monkeypatch.setattr(f"accessibility.documents.pdf.{limit}", most)
    report = examine(file, Profile.WCAG)
    assert "WM-PDF-LEFT-OUT" in {finding.rule for finding in report.findings}
    assert not missing & set(report.checked)


def test_text_under_a_picture_is_nobodys_contrast():
    cover = f"/Artifact BMC q 500 0 0 100 {MARGIN} {TOP - 50} cm /Im Do Q EMC"
    assert "WM-PDF-CONTRAST" not in findings(pdf(p("Hidden pale words", colour=(0.8, 0.8, 0.8)), loose=cover))


def test_finding_says_where():
    file = Builder(BODY, Part("Figure", picture=True))
    place = findings(file.save())["WM-PDF-FIGURE-ALT"].locations[0]
    assert place.page == 1
    assert place.path == "Document > Figure"
    assert place.bbox == pytest.approx((MARGIN, TOP - 84, MARGIN + 60, TOP - 24), abs=1)
    assert place.as_json()["bbox"] == [round(value, 1) for value in place.bbox]


def test_count_is_of_all_and_places_are_few():
    finding = findings(pdf(*[Part("Figure", picture=True)] * 14))["WM-PDF-FIGURE-ALT"]
    assert finding.count == 14
    assert len(finding.locations) == 10


def test_untagged_scan_with_recognised_words_warns():
    file = Builder(p(LONG, mode=3), under="q 595 0 0 842 0 0 cm /Im Do Q")
    del file.file.Root.StructTreeRoot
    bare = file.page.obj.Contents.read_bytes().replace(b"/P <</MCID 0>> BDC", b"").replace(b"ET EMC", b"ET")
    file.page.obj.Contents = file.file.make_stream(bare)
    assert "WM-PDF-OCR" in findings(file.save())


def test_link_that_only_the_tags_hold_is_tagged():
    file = Builder(BODY, p("Bin days by street"))
    link = file.link([MARGIN, TOP - 28, MARGIN + 200, TOP - 10])
    del link.StructParent
    assert "WM-PDF-LINK-TAG" not in findings(file.save())


def test_media_is_asked():
    file = Builder(BODY)
    file.annotate("Screen", [100, 100, 200, 200], tag="Annot", Contents=String("A film on recycling"))
    assert "WM-PDF-MEDIA-ASK" in findings(file.save())


def test_lock_that_keeps_screen_readers_out_blocks():
    options = {"owner": "a", "user": "", "R": 3, "aes": False, "metadata": False}
    locked = pikepdf.Encryption(**options, allow=pikepdf.Permissions(accessibility=False, extract=False))
    assert "WM-PDF-LOCKED" in findings(Builder(BODY).save(encryption=locked))
    free = pikepdf.Encryption(**options, allow=pikepdf.Permissions(extract=False))
    assert "WM-PDF-LOCKED" not in findings(Builder(BODY).save(encryption=free))


def test_letters_without_meaning_block():
    file = Builder(BODY)
    table = b"1 beginbfrange <00> <FF> <E000> endbfrange"
    wrapped = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> " + (
        b"endcodespacerange " + table + b" endcmap end end"
    )
    file.page.obj.Resources.Font.F1.ToUnicode = file.file.make_stream(wrapped)
    assert severity(findings(file.save())["WM-PDF-UNICODE"]) is Severity.BLOCK


def test_long_and_hard_text_is_told_and_never_blocks():
    hard = "Notwithstanding administrative responsibilities, applicants demonstrating eligibility simultaneously"
    sentence = f"{hard} undertake documentation of circumstances necessitating extraordinary provision."
    found = findings(pdf(*[p(sentence)] * 12))
    assert severity(found["WM-PDF-READING"]) is Severity.ADVISORY


def test_name_mapped_to_itself_is_known_and_an_unknown_one_is_not():
    file = Builder(Part("H1", "Bins"), BODY)
    file.tree.RoleMap = Dictionary(H1=Name.H1)
    assert "WM-PDF-ROLE-MAP" not in findings(file.save())
    assert "WM-PDF-ROLE-MAP" in findings(pdf(Part("Strange", "Bins"), BODY))


def test_pages_past_the_limit_are_told(monkeypatch):
    from accessibility.documents.pdf import opened

    monkeypatch.setattr(opened, "MAX_PAGES", 2)
    report = examine(pdf(Part("H1", "Bins"), BODY, pages=4), Profile.WCAG)
    assert (report.pages_checked, report.pages_total) == (2, 4)


def test_deep_and_circular_tags_end():
    file = Builder(BODY)
    node = file.document
    for _ in range(2_000):
        below = file.file.make_indirect(Dictionary(S=Name.Div, P=node))
        node.K = Array([below])
        node = below
    node.K = Array([file.document])
    assert examine(file.save(), Profile.UA2).error == ""


@pytest.mark.parametrize("rule", [one for one in RULES.values() if one.id.startswith("WM-PDF")], ids=lambda one: one.id)
def test_rule_has_a_mend_for_each_program(rule):
    if rule.severity is not Severity.ADVISORY:
        assert {Program.WORD, Program.LIBREOFFICE, Program.ACROBAT} <= set(ADVICE[rule.id].steps)
        assert rule.criterion
