"""Pictures, shapes, tables, links, fields in OpenDocument texts. WCAG 1.1.1, 1.3.1, 1.3.2, 2.4.4, 4.1.2."""

from typing import Any

from tools.bench_documents.made.odt import link, paragraph, picture, table
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.odt.common import CONTENT, append, body, in_english, n, picture_part
from tools.bench_documents.package import Package

ROWS = (("Street", "Day", "Bin"), ("Mill Lane", "Monday", "Green"), ("High Street", "Friday", "Brown"))


@injects("odt", "WM-ODF-ALT")
def alternative_text_removed(package: Package) -> bool:
    """The words of every picture that has some."""
    count = 0
    for frame in package.xml(CONTENT).iter(n("draw:frame")):
        if frame.find(n("draw:image")) is not None:
            for old in [*frame.findall(n("svg:desc")), *frame.findall(n("svg:title"))]:
                frame.remove(old)
                count += 1
    return bool(count)


@injects("odt", "WM-ODF-ALT")
def picture_without_words(package: Package) -> bool:
    """A picture added without any."""
    picture_part(package)
    return append(package, paragraph(picture("")))


@injects("odt", "WM-ODF-ALT-POOR")
def picture_named_by_its_file(package: Package) -> bool:
    """The file's name instead of words."""
    picture_part(package)
    return append(package, paragraph(picture("scan0004.tif")))


@injects("odt", "WM-ODF-ALT-ASK")
def picture_with_words_to_judge(package: Package) -> bool:
    """Words that only a person can judge."""
    picture_part(package)
    return append(package, paragraph(picture("The mayor opens the new bridge over the canal")))


@injects("odt", "WM-ODF-ALT-SHAPE")
def drawn_shape_without_words(package: Package) -> bool:
    """An ellipse without text or name."""
    shape = '<draw:custom-shape text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"/>'
    return append(package, paragraph(shape))


@injects("odt", "WM-ODF-ALT-OBJECT")
def object_without_words(package: Package) -> bool:
    """An embedded chart."""
    frame = '<draw:frame draw:name="Object1" text:anchor-type="as-char" svg:width="8cm" svg:height="5cm">'
    return append(package, paragraph(f'{frame}<draw:object xlink:href="./Object 1" xlink:type="simple"/></draw:frame>'))


@injects("odt", "WM-ODF-LINKED-PICTURE")
def picture_elsewhere(package: Package) -> bool:
    """A picture that is linked, not kept in the file."""
    shown = picture("The town hall from the river").replace(
        "Pictures/image1.png", "https://www.oxford.example/hall.png"
    )
    return append(package, paragraph(shown))


@injects("odt", "WM-ODF-FONTWORK")
def words_as_a_drawing(package: Package) -> bool:
    """Fontwork: text bent along a path."""
    geometry = '<draw:enhanced-geometry draw:type="fontwork-plain-text" draw:text-path="true"/>'
    shape = (
        f'<draw:custom-shape text:anchor-type="as-char" svg:width="8cm" svg:height="2cm">{paragraph("Sale")}{geometry}'
    )
    return append(package, paragraph(f"{shape}</draw:custom-shape>"))


@injects("odt", "WM-ODF-FLOATING")
def text_in_a_frame(package: Package) -> bool:
    """A text box that is anchored to its paragraph and floats."""
    box = f"<draw:text-box>{paragraph('Call us on Monday')}</draw:text-box><svg:desc>Note</svg:desc>"
    frame = '<draw:frame draw:name="Box" text:anchor-type="paragraph" svg:width="4cm" svg:height="2cm">'
    return append(package, paragraph(f"{frame}{box}</draw:frame>"))


def _holds_data(header: Any) -> bool:
    """Return whether the table round a header has two columns or more, mostly with words: layout needs no header."""
    cells = list(header.getparent().iter(n("table:table-cell")))
    columns = len(list(header.iter(n("table:table-cell"))))
    return columns > 1 and sum(bool("".join(cell.itertext()).strip()) for cell in cells) * 2 > len(cells)


@injects("odt", "WM-ODF-TABLE-HEADER")
def header_rows_unmarked(package: Package) -> bool:
    """Header rows become ordinary ones."""
    found = body(package)
    marks = [] if found is None else [one for one in found.iter(n("table:table-header-rows")) if _holds_data(one)]
    for mark in marks:
        for row in list(mark):
            mark.addprevious(row)
        mark.getparent().remove(mark)
    return bool(marks)


@injects("odt", "WM-ODF-TABLE-HEADER")
def table_without_header(package: Package) -> bool:
    """A table of data added without a header row."""
    return append(package, table(ROWS, "Mutant", header=False))


@injects("odt", "WM-ODF-MERGED-CELLS")
def cells_merged(package: Package) -> bool:
    """A cell that spans two columns."""
    plain = '<table:table-cell office:value-type="string">'
    merged = table(ROWS, "Mutant").replace(plain, f'{plain[:-1]} table:number-columns-spanned="2">', 1)
    first = merged.index("</table:table-cell>") + len("</table:table-cell>")
    second = merged.index("</table:table-cell>", first) + len("</table:table-cell>")
    return append(package, merged[:first] + "<table:covered-table-cell/>" + merged[second:])


@injects("odt", "WM-ODF-LINK-TEXT")
def link_says_click_here(package: Package) -> bool:
    """Words that name no target."""
    return in_english(package) and append(package, paragraph(f"To apply, {link('click here')}."))


@injects("odt", "WM-ODF-LINK-ADDRESS")
def link_is_its_address(package: Package) -> bool:
    """The address as the words."""
    address = "https://www.oxford.example/a/b"
    return append(package, paragraph(f"See {link(address, address)}."))


@injects("odt", "WM-ODF-LINK-SHORT")
def link_of_two_letters(package: Package) -> bool:
    """Words of fewer than five characters."""
    return append(package, paragraph(f"See {link('it')}."))


@injects("odt", "WM-ODF-LINK-NAME")
def link_without_a_name(package: Package) -> bool:
    """A link whose name is empty."""
    return append(package, paragraph(f"See {link('Apply for a parking permit', name='')}."))


@injects("odt", "WM-ODF-LINK-EMPTY")
def link_without_words(package: Package) -> bool:
    """A link that holds nothing to press."""
    return append(package, paragraph(f"See {link('')}."))


@injects("odt", "WM-ODF-CONTROL")
def control_in_the_text(package: Package) -> bool:
    """A content control, as LibreOffice writes it."""
    return append(package, paragraph("Name: <loext:content-control>Write here</loext:content-control>"))


@injects("odt", "WM-ODF-FORM", "WM-ODF-FORM-ASK")
def lines_to_fill_in(package: Package) -> bool:
    """A form typed as text."""
    names = ("Name", "Address", "Date", "Signature")
    return append(package, *[paragraph(f"{name}: ______________________") for name in names])


@injects("odt", "WM-ODF-TABLE-LAYOUT")
def table_used_for_layout(package: Package) -> bool:
    """A table that places words: most of its cells are empty, which is what LibreOffice looks for."""
    return append(package, table((("Mill Lane", "", ""), ("", "", "Monday"), ("", "", "")), "Mutant"))
