"""Words for pictures, and decoration: one picture a press, and nothing else in the file."""

from io import BytesIO

import pikepdf
import pytest

from accessibility.documents.base import Refused
from accessibility.documents.mends import Wish, apply
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.mends.harness import changed_parts, part_of, press
from tests.accessibility.documents.office import makers as office
from tests.accessibility.documents.pdf.builder import Builder, Part, p

WORDS = "A green bin beside a gate & a <blue> one"
START = (make.paragraph("Bin days", style="Heading1"), make.paragraph("We collect your bins each week."))
OLD = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="old"><v:imagedata/></v:shape>'
    "</w:pict></w:r></w:p>"
)
#: What is in the fallback for older programs must come out as it went in.
CHOICE = (
    '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>'
    "</mc:AlternateContent></w:r></w:p>"
)
FRAME = (
    '<draw:frame draw:style-name="fr1" draw:name="Image1">{words}<draw:image xlink:href="Pictures/a.png"/></draw:frame>'
)
AUTOMATIC = (
    '<style:style style:name="fr1" style:family="graphic"><style:graphic-properties fo:border="none"/></style:style>'
)


def odt(*frames: str) -> bytes:
    return office.odf("".join(f"<text:p>{frame}</text:p>" for frame in frames), automatic=AUTOMATIC)


CASES = [
    (make.docx(*START, make.picture(), CHOICE), "WM-OFFICE-ALT", "word/document.xml"),
    (make.docx(*START, make.picture("IMG_2041.jpg")), "WM-OFFICE-ALT-POOR", "word/document.xml"),
    (office.pptx(office.slide(office.slide_picture())), "WM-OFFICE-ALT", "ppt/slides/slide1.xml"),
    (odt(FRAME.replace("{words}", "")), "WM-ODF-ALT", "content.xml"),
    (odt(FRAME.replace("{words}", "<svg:desc>image1.png</svg:desc>")), "WM-ODF-ALT-POOR", "content.xml"),
]


@pytest.mark.parametrize("mend", ["alternative", "decorative"])
@pytest.mark.parametrize(("data", "rule", "part"), CASES)
def test_only_the_part_with_the_picture_changes(data, rule, part, mend):
    mended = press(data, Wish(mend, rule, 0, WORDS))
    assert changed_parts(data, mended.data) == {part}


def test_old_drawings_take_words_and_no_mark():
    data = make.docx(*START, OLD)
    press(data, Wish("alternative", "WM-OFFICE-ALT", 0, WORDS))


def test_fallbacks_come_out_as_they_went_in():
    mended = press(CASES[0][0], Wish("alternative", "WM-OFFICE-ALT", 0, WORDS))
    assert b"<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>" in part_of(
        mended.data, "word/document.xml"
    )


def test_second_of_three_pictures():
    data = odt(*[FRAME.replace("{words}", "")] * 3)
    mended = press(data, Wish("decorative", "WM-ODF-ALT", 1), left=2)
    assert part_of(mended.data, "content.xml").count(b'loext:decorative="true"') == 1


def figures(*parts: Part) -> bytes:
    return Builder(p("Bin days in Oxford are on Mondays."), *parts).save()


def picture(**entries) -> Part:
    return Part("Figure", picture=True, entries=entries)


def test_words_for_a_figure_of_a_pdf():
    mended = press(figures(picture(), picture(Alt="A blue bin")), Wish("alternative", "WM-PDF-FIGURE-ALT", 0, WORDS))
    with pikepdf.open(BytesIO(mended.data)) as file:
        said = [str(row.Alt) for row in file.objects if isinstance(row, pikepdf.Dictionary) and "/Alt" in row]
    assert sorted(said) == sorted([WORDS, "A blue bin"])


def test_decoration_of_a_pdf_becomes_an_artifact():
    mended = press(figures(picture(), picture()), Wish("decorative", "WM-PDF-FIGURE-ALT", 1), left=1)
    with pikepdf.open(BytesIO(mended.data)) as file:
        content = file.pages[0].Contents.read_bytes()
        owners = file.Root.StructTreeRoot.ParentTree.Nums[1]
    assert content.count(b"/Artifact BMC") == 1
    assert content.count(b"/Figure") == 1
    assert owners[2] is None


def test_figure_that_holds_other_tags_stays():
    data = figures(Part("Figure", kids=(p("Words in it"),)))
    with pytest.raises(Refused, match="no_mend"):
        apply(data, Wish("decorative", "WM-PDF-FIGURE-ALT", 0))


@pytest.mark.parametrize("text", ["", "IMG_2041.jpg", "image", "picture of a bin", "x" * 251])
def test_words_that_say_nothing(text):
    with pytest.raises(Refused, match="poor_alternative"):
        apply(CASES[0][0], Wish("alternative", "WM-OFFICE-ALT", 0, text))


@pytest.mark.parametrize("spot", [1, -1, 999])
def test_a_place_that_is_not_there(spot):
    with pytest.raises(Refused, match="nothing_to_mend"):
        apply(CASES[0][0], Wish("alternative", "WM-OFFICE-ALT", spot, WORDS))
