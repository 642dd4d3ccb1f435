"""Title, language and display of the title, in every format that has them."""

from io import BytesIO

import pikepdf
import pytest

from accessibility.documents.base import Refused
from accessibility.documents.mends import Wish, apply
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.mends.harness import changed_parts, press
from tests.accessibility.documents.pdf.builder import Builder, p

TITLE = "Bin days & holidays <in Oxford>"
BODY = (make.paragraph("Bin days", style="Heading1"), make.paragraph("We collect your bins each week."))


@pytest.mark.parametrize(
    ("data", "rule", "text", "part"),
    [
        (make.docx(*BODY, title=""), "WM-OFFICE-TITLE", TITLE, "docProps/core.xml"),
        (make.docx(*BODY, title="bins.docx"), "WM-OFFICE-TITLE-POOR", TITLE, "docProps/core.xml"),
        (make.docx(*BODY, language=""), "WM-OFFICE-LANGUAGE", "en-GB", "word/styles.xml"),
        (make.odt(title=""), "WM-ODF-TITLE", TITLE, "meta.xml"),
        (make.odt(language=""), "WM-ODF-LANGUAGE", "pl", "styles.xml"),
    ],
)
def test_only_the_part_of_the_properties_changes(data, rule, text, part):
    mended = press(data, Wish("language" if "LANGUAGE" in rule else "title", rule, 0, text))
    assert changed_parts(data, mended.data) == {part}
    assert text in mended.changes[0].parameters.values()


def pdf(**more) -> bytes:
    return Builder(p("Bin days in Oxford are on Mondays."), **more).save()


def pages(data: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(data)) as file:
        return [page.Contents.read_bytes() for page in file.pages]


@pytest.mark.parametrize(
    ("data", "wish"),
    [
        (pdf(title=""), Wish("title", "WM-PDF-TITLE", 0, TITLE)),
        (pdf(title="Microsoft Word - doc1"), Wish("title", "WM-PDF-TITLE-POOR", 0, TITLE)),
        (pdf(language=""), Wish("language", "WM-PDF-LANGUAGE", 0, "en-GB")),
    ],
)
def test_what_is_drawn_in_a_pdf_stays(data, wish):
    mended = press(data, wish)
    assert pages(mended.data) == pages(data)


def test_pdf_title_is_in_both_places_and_shown():
    with pikepdf.open(BytesIO(press(pdf(title=""), Wish("title", "WM-PDF-TITLE", 0, TITLE)).data)) as file:
        with file.open_metadata() as metadata:
            assert metadata["dc:title"] == TITLE
        assert str(file.docinfo["/Title"]) == TITLE
        assert file.Root.ViewerPreferences.DisplayDocTitle is True


def test_display_of_the_title():
    builder = Builder(p("Bin days in Oxford are on Mondays."))
    del builder.file.Root.ViewerPreferences
    press(builder.save(), Wish("show-title", "WM-PDF-TITLE-SHOWN"))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish("title", "WM-OFFICE-TITLE", 0, "  "), "poor_title"),
        (Wish("title", "WM-OFFICE-TITLE", 0, "bins_final.docx"), "poor_title"),
        (Wish("title", "WM-OFFICE-TITLE", 0, "x" * 301), "poor_title"),
        (Wish("language", "WM-OFFICE-LANGUAGE", 0, "English"), "poor_language"),
        (Wish("title", "WM-PDF-TITLE", 0, TITLE), "no_mend"),
        (Wish("format", "WM-OFFICE-TITLE", 0, TITLE), "no_mend"),
    ],
)
def test_words_that_will_not_do(wish, code):
    with pytest.raises(Refused) as refusal:
        apply(make.docx(*BODY, title=""), wish)
    assert refusal.value.code == code


def signed() -> bytes:
    builder = Builder(p("Bin days in Oxford."), title="")
    field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("s"), V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
    builder.file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([builder.file.make_indirect(field)]))
    return builder.save()


def locked() -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(pdf(title=""))) as file:
        file.save(stream, encryption=pikepdf.Encryption(owner="secret", user=""))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "rule", "code"),
    [
        (signed(), "WM-PDF-TITLE", "signed"),
        (locked(), "WM-PDF-TITLE", "locked"),
        (b"%PDF-1.7 broken", "WM-PDF-TITLE", "damaged"),
        (make.bad_docx()[:400], "WM-OFFICE-TITLE", "damaged"),
        (b"", "WM-OFFICE-TITLE", "empty"),
    ],
)
def test_files_that_may_not_be_changed(data, rule, code):
    with pytest.raises(Refused) as refusal:
        apply(data, Wish("title", rule, 0, TITLE))
    assert refusal.value.code == code
