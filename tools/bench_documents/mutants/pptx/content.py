"""What stands on slides: pictures, tables, links, colours, films. WCAG 1.1.1, 1.2.2, 1.3.1, 1.4.3, 2.4.4."""

from tools.bench_documents.made.ooxml import OFFICE
from tools.bench_documents.made.pptx import picture, run, shape, table
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.pptx.common import a, append, in_english, linked, p, picture_part, slides
from tools.bench_documents.package import Package

ROWS = (("Street", "Day"), ("Mill Lane", "Monday"), ("High Street", "Friday"))
LONG = "The council writes to every household about this in the spring of each year."


@injects("pptx", "WM-OFFICE-ALT")
def alternative_text_removed(package: Package) -> bool:
    """The words of every picture that has some."""
    count = 0
    for slide in slides(package):
        for one in package.xml(slide).iter(p("pic")):
            mark = one.find(f"{p('nvPicPr')}/{p('cNvPr')}")
            count += bool(mark.attrib.pop("descr", ""))
            mark.attrib.pop("title", None)
    return bool(count)


@injects("pptx", "WM-OFFICE-ALT")
def picture_without_words(package: Package) -> bool:
    """A picture added without any."""
    return append(package, picture("", picture_part(package)))


@injects("pptx", "WM-OFFICE-ALT")
def picture_in_a_group_without_words(package: Package) -> bool:
    """A picture inside a group that has no words either."""
    group = '<p:nvGrpSpPr><p:cNvPr id="70" name="Group 70"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return append(package, f"<p:grpSp>{group}{picture('', picture_part(package))}</p:grpSp>")


@injects("pptx", "WM-OFFICE-ALT")
def chart_without_words(package: Package) -> bool:
    """A chart in a graphic frame."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return append(
        package,
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="71" name="Chart 71"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{uri}"><c:chart xmlns:c="{uri}" r:id="rIdNone"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>",
    )


@injects("pptx", "WM-OFFICE-ALT-SHAPE", "WM-OFFICE-ALT")
def drawn_shape_without_words(package: Package) -> bool:
    """An arrow without text."""
    return append(
        package,
        '<p:sp><p:nvSpPr><p:cNvPr id="72" name="Arrow 72"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="900000" y="5000000"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rightArrow"><a:avLst/></a:prstGeom></p:spPr></p:sp>',
    )


@injects("pptx", "WM-OFFICE-ALT-POOR")
def picture_named_by_its_file(package: Package) -> bool:
    """The file's name instead of words."""
    return append(package, picture("DSC_0042.JPG", picture_part(package)))


@injects("pptx", "WM-OFFICE-ALT-ASK")
def picture_with_words_to_judge(package: Package) -> bool:
    """Words that only a person can judge."""
    return append(package, picture("The mayor opens the new bridge over the canal", picture_part(package)))


@injects("pptx", "WM-PPTX-TABLE-HEADER")
def header_row_unmarked(package: Package) -> bool:
    """The mark of every header row of the tables that have words and more columns than one."""
    found = [one for slide in slides(package) for one in package.xml(slide).iter(a("tblPr"))]
    marks = [one for one in found if one.get("firstRow") == "1" and len(list(one.getparent().iter(a("gridCol")))) > 1]
    for mark in marks:
        mark.set("firstRow", "0")
    return any("".join(text.text or "" for text in mark.getparent().iter(a("t"))).strip() for mark in marks)


@injects("pptx", "WM-PPTX-TABLE-HEADER")
def table_without_header(package: Package) -> bool:
    """A table of data added without a header row."""
    return append(package, table(ROWS, header=False))


@injects("pptx", "WM-OFFICE-MERGED-CELLS")
def cells_merged(package: Package) -> bool:
    """A cell that spans two columns."""
    merged = table(ROWS).replace("<a:tc>", '<a:tc gridSpan="2">', 1)
    place = merged.index("<a:tc>")
    return append(package, merged[:place] + '<a:tc hMerge="1">' + merged[place + len("<a:tc>") :])


def _link(package: Package, words: str) -> bool:
    """Append a shape with a link."""
    identity = linked(package, "hyperlink", "https://www.oxford.example/a/b", outside=True)
    click = f'<a:hlinkClick xmlns:r="{OFFICE}" r:id="{identity}"/>'
    return append(package, shape(73, "Link", run(words, click), top=5_000_000))


@injects("pptx", "WM-OFFICE-LINK-TEXT")
def link_says_click_here(package: Package) -> bool:
    """Words that name no target."""
    return in_english(package) and _link(package, "Click here")


@injects("pptx", "WM-OFFICE-LINK-TEXT")
def link_is_an_address(package: Package) -> bool:
    """The address as the words."""
    return _link(package, "https://www.oxford.example/a/b?c=12")


@injects("pptx", "WM-OFFICE-CONTRAST")
def pale_words_on_a_pale_shape(package: Package) -> bool:
    """Light grey on white, both said on the shape itself: 1.6 to 1."""
    pale = '<a:solidFill><a:srgbClr val="CCCCCC"/></a:solidFill>'
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:spPr>'
    return append(package, shape(74, "Pale", run(LONG, pale), top=5_000_000).replace("</p:spPr>", white))


@injects("pptx", "WM-OFFICE-CONTRAST")
def theme_colour_on_itself(package: Package) -> bool:
    """Words and shape in the same colour of the theme: 1 to 1."""
    same = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    return append(package, shape(75, "Same", run(LONG, same), top=5_000_000).replace("</p:spPr>", f"{same}</p:spPr>"))


@injects("pptx", "WM-PPTX-MEDIA-ASK")
def film_on_a_slide(package: Package) -> bool:
    """A film, by its relationship and its mark on a picture."""
    package.put("ppt/media/mutant.mp4", b"\x00\x00\x00\x18ftypmp42")
    film = linked(package, "video", "../media/mutant.mp4")
    shown = picture("Film of the council meeting", picture_part(package))
    marked = f'<p:nvPr><a:videoFile r:link="{film}"/></p:nvPr>'
    return append(package, shown.replace("<p:nvPr/>", marked))
