"""Tags and pages: pictures, tables, headings, links, fields, colours."""

from pikepdf import Array, Dictionary, Name, String

from tools.bench_documents.mutants.base import injects
from tools.bench_documents.pdf_file import PdfFile

#: The flags Invisible, Hidden and NoView of an annotation (ISO 32000-1, table 165): nobody meets it.
HIDDEN = 1 | 2 | 32


@injects("pdf", "WM-PDF-FIGURE-ALT")
def figure_without_words(file: PdfFile) -> bool:
    """The words of every figure (Matterhorn 13-004)."""
    count = 0
    for tag in file.tags("Figure"):
        for name in ("/Alt", "/ActualText"):
            count += name in tag
            if name in tag:
                del tag[name]
    return bool(count)


@injects("pdf", "WM-PDF-FIGURE-ALT-POOR")
def figure_named_by_its_file(file: PdfFile) -> bool:
    """A file name instead of words."""
    count = 0
    for tag in file.tags("Figure"):
        if "/Alt" in tag:
            tag.Alt = String("IMG_20240611_0423.jpg")
            count += 1
    return bool(count)


@injects("pdf", "WM-PDF-TABLE-HEADER")
def header_cells_made_data(file: PdfFile) -> bool:
    """Every header cell becomes an ordinary one (Matterhorn 15-003)."""
    tags = list(file.tags("TH"))
    for tag in tags:
        tag.S = Name.TD
    return bool(tags)


@injects("pdf", "WM-PDF-HEADING-ORDER")
def heading_level_skipped(file: PdfFile) -> bool:
    """The last heading below the first level becomes one of level 6 (Matterhorn 14-003)."""
    if any(file.tags("H5", "H6")):
        return False
    for tag in list(file.tags("H2"))[-1:]:
        tag.S = Name.H6
        return True
    return False


@injects("pdf", "WM-PDF-TAB-ORDER")
def tab_order_not_of_the_tags(file: PdfFile) -> bool:
    """Pages with links or fields do not say that the tab key follows the tags (Matterhorn 28-009)."""
    count = 0
    for page, one in [*file.annotations("Link"), *file.annotations("Widget")]:
        if "/Tabs" in page and not int(one.get("/F", 0)) & HIDDEN:
            del page["/Tabs"]
            count += 1
    return bool(count)


@injects("pdf", "WM-PDF-FIELD-NAME")
def field_without_name(file: PdfFile) -> bool:
    """Fields that are seen have no tooltip and their tags no words (Matterhorn 28-005)."""
    count = 0
    for _page, one in file.annotations("Widget"):
        for holder in (one, one.get("/Parent", Dictionary())):
            count += "/TU" in holder
            if "/TU" in holder:
                del holder["/TU"]
    for tag in file.tags("Form"):
        if "/Alt" in tag:
            del tag["/Alt"]
    return bool(count)


@injects("pdf", "WM-PDF-LINK-TAG")
def link_outside_of_its_tag(file: PdfFile) -> bool:
    """Every tag that may hold a link becomes plain text (Matterhorn 28-011)."""
    tags = list(file.tags("Link", "Reference")) if any(file.annotations("Link")) else []
    for tag in tags:
        tag.S = Name.Span
    return bool(tags)


@injects("pdf", "WM-PDF-CONTENT-TAGGED")
def untagged_words(file: PdfFile) -> bool:
    """Words on the first page that no tag holds (Matterhorn 01-005)."""
    return "/StructTreeRoot" in file.pdf.Root and _write(file, "BT /MutantFont 12 Tf {x} {y} Td (Call us) Tj ET")


@injects("pdf", "WM-PDF-CONTRAST")
def pale_words(file: PdfFile) -> bool:
    """Words of the first page in light grey, in Helvetica so that they are surely drawn: 1.6 to 1."""
    white = "/Artifact BMC 1 g {left} {bottom} 400 80 re f EMC"
    words = "BT /MutantFont 12 Tf 0.8 g {x} {y} Td (Collection of bins in Oxford on Monday) Tj ET"
    return _write(file, f"{white} /Span << >> BDC {words} EMC")


def _write(file: PdfFile, content: str) -> bool:
    """Add content to the first page in Helvetica, which every reader draws, near its lower left corner."""
    page = file.pdf.pages[0]
    resources = page.obj.get("/Resources")
    if resources is None or "/Rotate" in page:
        return False
    if "/Font" not in resources:
        resources.Font = Dictionary()
    resources.Font["/MutantFont"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    left, bottom = (float(edge) for edge in list(page.mediabox)[:2])
    placed = content.format_map({"left": left, "bottom": bottom, "x": left + 30, "y": bottom + 40})
    page.contents_add(file.pdf.make_stream(f"q {placed} Q".encode()), prepend=False)
    return True


@injects("pdf", "WM-PDF-IMAGE-ONLY")
def page_is_a_picture(file: PdfFile) -> bool:
    """The first page shows one grey picture and no text, as a scanner makes it."""
    page = file.pdf.pages[0]
    picture = file.pdf.make_stream(
        b"\x80" * 100 * 140, Type=Name.XObject, Subtype=Name.Image, Width=100, Height=140,
        ColorSpace=Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    page.Resources = Dictionary(XObject=Dictionary(Im0=picture))
    page.Contents = file.pdf.make_stream(f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /Im0 Do Q".encode())
    page.Annots = Array()
    return True
