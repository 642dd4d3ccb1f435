"""OpenDocument: each row of the design's table under LibreOffice's own name of it, and the near misses."""

import pytest

from accessibility.documents.base import Profile, Severity
from accessibility.documents.examine import examine
from accessibility.documents.wcag import RULES
from tests.accessibility.documents.office import makers as make
from tests.accessibility.documents.office.test_word import found

BODY = "<text:p>We collect your bins each week, on the same day, from outside your home.</text:p>"
PICTURE = '<draw:frame draw:name="a" text:anchor-type="{}"><draw:image xlink:href="{}"/>{}</draw:frame>'
ALT = "<svg:title>A green bin at a gate</svg:title>"


def text(words: str, style: str = "") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def picture(*, anchor: str = "as-char", href: str = "Pictures/a.png", words: str = ALT) -> str:
    """Return a picture."""
    return PICTURE.replace("{}", anchor, 1).replace("{}", href, 1).replace("{}", words, 1)


def heading(level: int, words: str = "Bin days") -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{level}" text:style-name="Heading_20_{level}">{words}</text:h>'


def table(*rows: tuple[str, ...], header: bool = True, cell: str = "") -> str:
    """Return a table."""
    lines = [
        "<table:table-row>"
        + "".join(
            f"<table:table-cell table:style-name='C'{cell}><text:p>{word}</text:p></table:table-cell>" for word in row
        )
        + "</table:table-row>"
        for row in rows
    ]
    if header:
        lines[0] = f"<table:table-header-rows>{lines[0]}</table:table-header-rows>"
    return f'<table:table table:name="Bins">{"".join(lines)}</table:table>'


def letters(properties: str, *, name: str = "T", family: str = "text") -> str:
    """Return an automatic style."""
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {properties}/></style:style>'
    )


def odt(*body: str, **more: str) -> bytes:
    """Return an OpenDocument text."""
    return make.odf("".join(body), **more)


GRID = (("Day", "Bin"), ("Monday", "Green"))
LINED = (
    '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="1pt '
    'solid"/></style:style>'
)
SPAN = '<text:span text:style-name="T">{}</text:span>'
LINK = '<text:p>Read <text:a xlink:href="https://example.org/" office:name="bins">{}</text:a>.</text:p>'
SHAPE = "<text:p><draw:custom-shape draw:name='s' text:anchor-type='as-char'>{}</draw:custom-shape></text:p>"
PAGES = (
    '<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties draw:fill="bitmap"/>'
    '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
    'style:page-layout-name="L"/></office:master-styles>'
)
NO_LANGUAGE = (
    '<style:style style:name="Odd" style:family="paragraph"><style:text-properties fo:language="none" '
    'fo:country="none"/>'
    "</style:style>"
)

#: By LibreOffice's own id.
ISSUES = {
    "DOCUMENT_TITLE": odt(BODY, title=""),
    "DOCUMENT_LANGUAGE": odt(BODY, standard='<style:text-properties fo:language="none" fo:country="none"/>'),
    "STYLE_LANGUAGE": odt(BODY, styles=NO_LANGUAGE),
    "HEADING_START": odt(heading(2), BODY),
    "HEADING_ORDER": odt(heading(1), heading(3), BODY),
    "HEADINGS_NOT_IN_ORDER": odt(heading(1), heading(3), BODY),
    "HEADING_IN_TABLE": odt(table(*GRID).replace("<text:p>Green</text:p>", heading(1))),
    "NO_ALT_GRAPHIC": odt(text(picture(words=""))),
    "NO_ALT_SHAPE": odt(BODY, SHAPE.replace("{}", "")),
    "NO_ALT_OLE": odt(text('<draw:frame text:anchor-type="as-char"><draw:object/></draw:frame>')),
    "LINKED_GRAPHIC": odt(text(picture(href="https://example.org/a.png"))),
    "FONTWORKS": odt(BODY, SHAPE.replace("{}", ALT + '<draw:enhanced-geometry draw:type="fontwork-wave"/>')),
    "TABLE_MERGE_SPLIT": odt(table(*GRID, cell=' table:number-columns-spanned="2"')),
    "TABLE_FORMATTING": odt(table(("Day", ""), ("", ""))),
    "HYPERLINK_IS_TEXT": odt(LINK.replace("{}", "https://example.org")),
    "HYPERLINK_SHORT": odt(LINK.replace("{}", "here")),
    "HYPERLINK_NO_NAME": odt(LINK.replace(' office:name="bins"', "").replace("{}", "our bin days")),
    "TEXT_CONTRAST": odt(text(SPAN.replace("{}", "Pale")), automatic=letters('fo:color="#cccccc"')),
    "TEXT_BLINKING": odt(text(SPAN.replace("{}", "Blink")), automatic=letters('style:text-blinking="true"')),
    "MANUAL_NUMBERING": odt(text("1. blue"), text("2. green")),
    "TEXT_EMPTY_NUM_PARA": odt("<text:list><text:list-item><text:p/></text:list-item></text:list>", BODY),
    "FAKE_FOOTNOTE": odt(
        text("Weekly" + SPAN.replace("{}", "1")), automatic=letters('style:text-position="super 58%"')
    ),
    "FAKE_CAPTION": odt(text(picture(anchor="paragraph") + "Figure 1: a bin")),
    "AVOID_FOOTNOTES": odt(text('Weekly<text:note text:note-class="footnote"><text:note-body/></text:note>')),
    "AVOID_ENDNOTES": odt(text('Weekly<text:note text:note-class="endnote"><text:note-body/></text:note>')),
    "TEXT_TABS": odt(text("Monday<text:tab/>green<text:tab/>blue")),
    "TEXT_SPACES": odt(text('Monday<text:s text:c="5"/>green')),
    "TEXT_NEW_LINES": odt(BODY, "<text:p/>", "<text:p/>", BODY),
    "DIRECT_FORMATTING": odt(text(SPAN.replace("{}", "Loud")), automatic=letters('fo:font-weight="bold"')),
    "FLOATING_TEXT": odt(
        text(f'<draw:frame text:anchor-type="paragraph">{ALT}<draw:text-box>{BODY}</draw:text-box></draw:frame>')
    ),
    "DOCUMENT_BACKGROUND": odt(BODY, pages=PAGES),
    "CONTENT_CONTROL": odt(text("<loext:content-control>Name</loext:content-control>")),
    "NON_INTERACTIVE_FORMS": odt(text("Name: ________")),
}
OWN = {
    "WM-ODF-TABLE-HEADER": odt(table(*GRID, header=False), automatic=LINED),
    "WM-ODF-TITLE-POOR": odt(BODY, title="Untitled 1"),
    "WM-ODF-TITLE-VAGUE": odt(BODY, title="Report"),
    "WM-ODF-LANGUAGE-PART": odt(BODY, text("ہم ہر ہفتے آپ کے ڈبے جمع کرتے ہیں")),
    "WM-ODF-ALT-POOR": odt(text(picture(words="<svg:title>IMG_2034.jpg</svg:title>"))),
    "WM-ODF-LINK-TEXT": odt(LINK.replace("{}", "click here")),
    "WM-ODF-FAKE-BULLETS": odt(text("- blue"), text("- green")),
    "WM-ODF-HEADINGS": odt(*[BODY] * 150),
    "WM-ODF-HEADING-EMPTY": odt(heading(1, ""), BODY),
    "WM-ODF-FAKE-HEADING": odt(text(SPAN.replace("{}", "Bins")), BODY, automatic=letters('fo:font-weight="bold"')),
    "WM-ODF-FORM-ASK": odt(*[text("Name: ________")] * 4),
    "WM-ODF-CONTENTS": odt(heading(1), *[BODY] * 300),
    "WM-ODF-LENGTH": odt(heading(1), *[BODY] * 800),
    "WM-ODP-SLIDE-TITLE": make.odf("<draw:page/>", kind="presentation"),
    "WM-ODP-SLIDE-TITLE-SAME": make.odf(
        '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Bins</text:p>'
        '</draw:text-box></draw:frame>'
        "</draw:page>" * 2, kind="presentation",
    ),
    "WM-ODP-ADVANCE": make.odf(
        '<draw:page draw:style-name="D"/>', kind="presentation",
        automatic='<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:transition-type="automatic"/></style:style>',
    ),
    "WM-ODS-SHEET-NAME": make.odf(table(*GRID).replace('"Bins"', '"Sheet1"'), kind="spreadsheet"),
    "WM-ODS-SHEET-EMPTY": make.odf('<table:table table:name="Notes"/>', kind="spreadsheet"),
    "WM-ODS-HEADER": make.odf(table(*GRID, header=False), kind="spreadsheet"),
    "WM-ODS-HIDDEN-ASK": make.odf(
        table(*GRID).replace("<table:table-row>", '<table:table-row table:visibility="collapse">'), kind="spreadsheet"
    ),
}  # fmt: skip
FINE = {
    "text": odt(heading(1), BODY, table(*GRID), text(picture()), automatic=LINED),
    "decorative": odt(text(picture(words="").replace("<draw:frame", '<draw:frame loext:decorative="true"'))),
    "link": odt(LINK.replace("{}", "our bin days")),
    "list": odt("<text:list><text:list-item><text:p>blue</text:p></text:list-item></text:list>"),
    "picture in its own line": odt(BODY, text(picture()), BODY),
    "sheet": make.odf(table(*GRID), kind="spreadsheet"),
}


@pytest.mark.parametrize("issue", ISSUES)
def test_issue_is_found_under_the_name_that_libreoffice_gives_it(issue):
    assert issue in {RULES[rule].matterhorn for rule in found(ISSUES[issue])}


@pytest.mark.parametrize("rule", OWN)
def test_fault_is_found(rule):
    assert rule in found(OWN[rule])


@pytest.mark.parametrize("name", FINE)
def test_near_miss_is_fine(name):
    assert {
        rule for rule, severity in found(FINE[name]).items() if severity in (Severity.BLOCK, Severity.WARN)
    } == set()


def test_each_issue_counts_as_often_as_it_occurs():
    report = examine(odt(BODY, *["<text:p/>"] * 4, BODY), Profile.WCAG)
    assert {row.rule: row.count for row in report.findings}["WM-ODF-EMPTY-LINES"] == 3


def test_title_that_is_seen_warns_and_none_blocks():
    assert found(odt(heading(1), *[BODY] * 40, title=""))["WM-ODF-TITLE"] is Severity.WARN
    assert found(odt(*[BODY] * 40, title=""))["WM-ODF-TITLE"] is Severity.BLOCK


def test_same_id_twice_is_no_damage():
    assert "WM-ODF-TITLE" in found(odt('<text:list xml:id="a"/><text:list xml:id="a"/>', BODY, title=""))
