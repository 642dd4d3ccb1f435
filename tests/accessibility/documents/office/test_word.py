"""Word: each row of the design's table, in a file where nothing else is wrong, and the near misses that are fine."""

import pytest

from accessibility.documents.base import Profile, Severity
from accessibility.documents.examine import examine
from accessibility.documents.wcag import RULES
from tests.accessibility.documents import makers as make

BODY = make.paragraph("We collect your bins each week, on the same day, from outside your home.")
LINES = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
ANCHOR = (
    '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<wp:docPr id="1" name="Picture 1" descr="A green bin at a gate"/><a:graphic><a:graphicData><pic:pic/>'
    "</a:graphicData>"
    "</a:graphic></wp:anchor></w:drawing></w:r></w:p>"
)
BOX = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="a"><v:textbox><w:txbxContent>'
    f"{make.paragraph('Read me')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
EMPTY = "<w:p/>"
LONG = make.paragraph("Please put your bin out by six in the morning. " * 70)
HEADING = make.paragraph("Bin days", style="Heading1")


def run(text: str, properties: str) -> str:
    """Return a paragraph of one run with properties."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...], header: bool = True, cell: str = "") -> str:
    """Return a table with lines."""
    found = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header and not number else ""
        line = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{make.paragraph(text) if text else EMPTY}</w:tc>" for text in row)
        found += f"<w:tr>{mark}{line}</w:tr>"
    return f"<w:tbl>{LINES}{found}</w:tbl>"


GRID = (("Day", "Bin"), ("Monday", "Green"))
SDT = "<w:sdt><w:sdtPr>{}<w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:sdtContent></w:sdt>"
WATERMARK = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="DRAFT"/></v:shape>'
    "</w:pict></w:r></w:p>"
    "</w:hdr>"
)


def with_header(xml: str) -> bytes:
    """Return a file whose document has one header."""
    relations = (
        f'<Relationships xmlns="{make.REL}"><Relationship Id="rId1" Type="{make.OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId9" Type="{make.OFFICE}/header" Target="header1.xml"/></Relationships>'
    )
    data = make.docx(BODY, word__header1_xml=xml.encode())
    return replaced(data, "word/_rels/document.xml.rels", relations)


def replaced(data: bytes, part: str, text: str) -> bytes:
    """Return the file with one part exchanged."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return make.pack({name: text if name == part else archive.read(name) for name in archive.namelist()})


FAULTS = {
    "WM-OFFICE-TITLE-VAGUE": make.docx(BODY, title="Report"),
    "WM-OFFICE-LANGUAGE-WRONG": make.docx(
        *(
            make.paragraph(f"Die Tonnen werden an jedem Montag von uns geleert und sie sind bis {n} Uhr zu holen.")
            for n in "123"
        )
    ),
    "WM-OFFICE-LANGUAGE-PART": make.docx(BODY, make.paragraph("ہم ہر ہفتے آپ کے ڈبے جمع کرتے ہیں")),
    "WM-OFFICE-CONTRAST": make.docx(BODY, run("Pale words", '<w:color w:val="CCCCCC"/>')),
    "WM-OFFICE-COLOUR-ASK": make.docx(
        '<w:p><w:r><w:t>Pay by </w:t></w:r><w:r><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>Monday</w:t></w:r></w:p>'
    ),
    "WM-OFFICE-MERGED-CELLS": make.docx(BODY, table(*GRID, cell='<w:gridSpan w:val="2"/>')),
    "WM-OFFICE-FORM-ASK": make.docx(
        *(make.paragraph(f"{label}: ______________") for label in ("Name", "Street", "Town", "Date"))
    ),
    "WM-OFFICE-ALT": make.docx(BODY, make.picture()),
    "WM-OFFICE-ALT-POOR": make.docx(BODY, make.picture("image of")),
    "WM-DOCX-HEADING-START": make.docx(make.paragraph("Bins", style="Heading3"), BODY),
    "WM-DOCX-FAKE-CAPTION": make.docx(BODY, make.picture("A green bin"), make.paragraph("Figure 1: a green bin")),
    "WM-DOCX-FAKE-NOTE": make.docx(
        '<w:p><w:r><w:t>We collect weekly</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "<w:t>1</w:t></w:r></w:p>"
    ),
    "WM-DOCX-TABLE-HEADER": make.docx(BODY, table(*GRID, header=False)),
    "WM-DOCX-TABLE-NESTED": make.docx(BODY, table(*GRID).replace(make.paragraph("Green"), table(*GRID) + "<w:p/>")),
    "WM-DOCX-TABLE-BLANK": make.docx(BODY, table(*GRID, ("", ""), ("Friday", "Blue"))),
    "WM-DOCX-FLOATING": make.docx(BODY, ANCHOR),
    "WM-DOCX-TEXT-BOX": make.docx(BODY, BOX),
    "WM-DOCX-EMPTY-LINES": make.docx(BODY, EMPTY, EMPTY, BODY),
    "WM-DOCX-SPACES": make.docx(BODY, make.paragraph("Monday       green")),
    "WM-DOCX-WATERMARK": with_header(WATERMARK),
    "WM-DOCX-CONTENTS": make.docx(HEADING, *([LONG] * 8)),
    "WM-DOCX-CONTROL": make.docx(BODY, SDT.replace("{}", "")),
    "WM-DOCX-LEGACY-FIELD": make.docx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T1"/></w:ffData></w:fldChar></w:r></w:p>',
        BODY,
    ),
    "WM-DOCX-LINK-EMPTY": make.docx(BODY, make.link("")),
    "WM-DOCX-MEDIA-ASK": make.docx(
        BODY,
        '<w:p><w:r><x:webVideoPr xmlns:x="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"/></w:r></w:p>',
    ),
    "WM-OFFICE-READING": make.docx(
        HEADING,
        make.paragraph(
            "Notwithstanding the aforementioned administrative considerations, the responsible authority endeavours "
            "to facilitate appropriate arrangements regarding municipal collection infrastructure, environmental "
            "sustainability, organisational transformation and intergovernmental collaboration. " * 8
        ),
    ),
    "WM-OFFICE-LENGTH": make.docx(HEADING, *([LONG] * 16)),
}
FINE = {
    "title control": make.docx(BODY, SDT.replace("{}", '<w:alias w:val="Your name"/>')),
    "square metres": make.docx(
        '<w:p><w:r><w:t>A garden of 20 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "<w:t>2</w:t></w:r></w:p>"
    ),
    "white on dark highlight": make.docx(run("Loud", '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>')),
    "large grey": make.docx(run("Large words", '<w:color w:val="808080"/><w:sz w:val="48"/>')),
    "names": make.docx(make.paragraph("J. Smith"), make.paragraph("A. Jones"), BODY),
    "one empty line": make.docx(BODY, EMPTY, BODY),
    "hidden": make.docx(run("Pale", '<w:vanish/><w:color w:val="EEEEEE"/>'), BODY),
    "lock on changes": make.docx(BODY, settings='<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'),
    "group": make.docx(BODY, make.picture("Two bins, one blue and one green, at a gate")),
}


def found(data: bytes) -> dict[str, Severity]:
    """Return the rules with their severities."""
    report = examine(data, Profile.WCAG)
    assert not report.error
    return {row.rule: row.severity or RULES[row.rule].severity for row in report.findings}


@pytest.mark.parametrize("rule", FAULTS)
def test_fault_is_found(rule):
    assert rule in found(FAULTS[rule])


@pytest.mark.parametrize("name", FINE)
def test_near_miss_is_fine(name):
    assert {
        rule for rule, severity in found(FINE[name]).items() if severity in (Severity.BLOCK, Severity.WARN)
    } == set()


@pytest.mark.parametrize("rule", FAULTS)
def test_one_fault_blocks_by_itself_or_not_at_all(rule):
    blocking = {name for name, severity in found(FAULTS[rule]).items() if severity is Severity.BLOCK}
    assert blocking <= {rule}


@pytest.mark.parametrize(
    ("data", "severity"),
    [
        (make.docx(BODY, title=""), Severity.WARN),
        (make.docx(HEADING, LONG, title=""), Severity.WARN),
        (make.docx(make.paragraph("Introduction", style="Heading1"), LONG, title=""), Severity.BLOCK),
        (make.docx(LONG, title=""), Severity.BLOCK),
        (make.docx(title=""), Severity.BLOCK),
    ],
    ids=["one page", "heading names it", "heading of a part", "nothing names it", "empty"],
)
def test_missing_title_blocks_only_where_nothing_names_the_file(data, severity):
    assert found(data)["WM-OFFICE-TITLE"] is severity


def test_heading_by_localized_style_based_on_heading_1():
    styles = (
        f'<w:styles xmlns:w="{make.W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr>'
        "</w:rPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn '
        'w:val="berschrift1"/></w:style>'
        "</w:styles>"
    )
    data = make.docx(make.paragraph("Abfuhr in Oxford", style="Kapitel"), LONG, title="")
    rules = found(replaced(data, "word/styles.xml", styles))
    assert "WM-DOCX-HEADINGS" not in rules
    assert rules["WM-OFFICE-TITLE"] is Severity.WARN


def test_colour_comes_from_theme_and_table_style():
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:clrScheme name="x">'
        '<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
        '<a:accent1><a:srgbClr val="FFEE00"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
    )
    relations = (
        f'<Relationships xmlns="{make.REL}"><Relationship Id="rId1" Type="{make.OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId5" Type="{make.OFFICE}/theme" Target="theme/theme1.xml"/></Relationships>'
    )
    pale = make.docx(
        run("Pale", '<w:color w:val="000000" w:themeColor="accent1"/>'), word__theme__theme1_xml=theme.encode()
    )
    assert "WM-OFFICE-CONTRAST" in found(replaced(pale, "word/_rels/document.xml.rels", relations))
    dark = table(*GRID, cell='<w:shd w:val="clear" w:fill="1F3864"/>')
    white = dark.replace("<w:r><w:rPr></w:rPr>", "<w:r>").replace(
        "<w:r>", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    )
    assert "WM-OFFICE-CONTRAST" not in found(make.docx(BODY, white))


def test_link_of_several_runs_is_read_whole():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://example.org/" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>click </w:t></w:r><w:r><w:t>here</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert "WM-OFFICE-LINK-TEXT" in found(make.docx(BODY, field))


def test_strict_file_without_styles_settings_or_properties():
    strict = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f"{make.paragraph('Bins', style='Heading1')}{BODY}{table(*GRID, header=False)}</w:body></w:document>",
    }
    assert {"WM-DOCX-TABLE-HEADER", "WM-OFFICE-LANGUAGE"} <= set(found(make.pack(strict)))


def test_locations_name_paragraph_and_words():
    report = examine(FAULTS["WM-OFFICE-CONTRAST"], Profile.WCAG)
    place = next(row for row in report.findings if row.rule == "WM-OFFICE-CONTRAST").locations[0]
    assert (place.item, place.excerpt) == (2, "Pale words")
