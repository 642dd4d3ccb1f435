"""What is not text in Word files: WCAG 1.1.1, 1.2.2, 1.3.2."""

from tools.bench_documents.made.docx import paragraph, picture
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import (
    MAIN,
    append,
    elements,
    graphic,
    header,
    in_english,
    into_header,
    picture_part,
)
from tools.bench_documents.mutants.ooxml import relate
from tools.bench_documents.package import Package, image

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@injects("docx", "WM-OFFICE-ALT")
def alternative_text_removed(package: Package) -> bool:
    """The words of every picture that has some."""
    named = [one for one in package.xml(MAIN).iter(WP) if one.get("descr") or one.get("title")]
    for one in named:
        one.attrib.pop("descr", None)
        one.attrib.pop("title", None)
    return bool(named)


@injects("docx", "WM-OFFICE-ALT")
def picture_without_words(package: Package) -> bool:
    """A picture added without any."""
    return append(package, picture("", picture_part(package)))


@injects("docx", "WM-OFFICE-ALT")
def header_picture_without_words(package: Package) -> bool:
    """A picture in the page header."""
    name = header(package)
    package.put("word/media/mutant.png", image())
    return bool(name) and into_header(package, picture("", relate(package, name, "image", "media/mutant.png")))


@injects("docx", "WM-OFFICE-ALT")
def vml_picture_without_words(package: Package) -> bool:
    """A picture as Word 2003 drew it."""
    identity = picture_part(package)
    shape = f'<v:shape id="m1" style="width:90pt;height:90pt"><v:imagedata r:id="{identity}" o:title=""/></v:shape>'
    return append(package, f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


@injects("docx", "WM-OFFICE-ALT-SHAPE", "WM-OFFICE-ALT")
def drawn_shape_without_words(package: Package) -> bool:
    """An arrow drawn into the text."""
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    look = '<wps:spPr><a:prstGeom prst="rightArrow"><a:avLst/></a:prstGeom></wps:spPr>'
    return append(package, graphic("Arrow 1", uri, f"<wps:wsp><wps:cNvSpPr/>{look}<wps:bodyPr/></wps:wsp>"))


@injects("docx", "WM-OFFICE-ALT")
def chart_without_words(package: Package) -> bool:
    """A chart."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return append(package, graphic("Chart 1", uri, f'<c:chart xmlns:c="{uri}" r:id="rIdNone"/>'))


@injects("docx", "WM-OFFICE-ALT-POOR")
def picture_named_by_its_file(package: Package) -> bool:
    """The camera's file name instead of words."""
    return append(package, picture("IMG_20240611_0423.jpg", picture_part(package)))


@injects("docx", "WM-OFFICE-ALT-POOR")
def picture_called_picture(package: Package) -> bool:
    """A word that says nothing."""
    return in_english(package) and append(package, picture("image", picture_part(package)))


@injects("docx", "WM-OFFICE-ALT-ASK")
def picture_with_words_to_judge(package: Package) -> bool:
    """Words that only a person can judge: a question has to be asked."""
    return append(package, picture("The mayor opens the new bridge over the canal", picture_part(package)))


@injects("docx", "WM-DOCX-FLOATING")
def picture_floats(package: Package) -> bool:
    """A picture anchored beside the text."""
    return append(package, picture("The town hall from the river", picture_part(package), floating=True))


@injects("docx", "WM-DOCX-TEXT-BOX")
def text_in_a_box(package: Package) -> bool:
    """Words in a text box, as VML, which every version reads."""
    box = f"<v:textbox><w:txbxContent>{paragraph('Call us on Monday')}</w:txbxContent></v:textbox>"
    shape = f'<v:shape id="m2" alt="Note" style="position:absolute;width:90pt;height:40pt">{box}</v:shape>'
    return append(package, f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


@injects("docx", "WM-DOCX-MEDIA-ASK")
def film_in_the_text(package: Package) -> bool:
    """A film from the web, as Word 2013 keeps it with its picture."""
    spaces = 'xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"'
    film = (
        f'<a:ext uri="{{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}}"><wp15:webVideoPr {spaces} '
        'embeddedHtml="&lt;iframe src=&quot;https://video.example/1&quot;/&gt;" h="315" w="560"/></a:ext>'
    )
    shown = picture("Film of the meeting", picture_part(package))
    return append(package, shown.replace('meeting"/>', f'meeting"><a:extLst>{film}</a:extLst></wp:docPr>'))


@injects("docx", "WM-DOCX-WATERMARK")
def watermark(package: Package) -> bool:
    """The shape that Word's Watermark button puts into the header."""
    return into_header(
        package,
        '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject357476642" o:spid="_x0000_s2049" type="#_x0000_t136" '
        'style="position:absolute;width:400pt;height:160pt;rotation:315" fillcolor="silver" stroked="f">'
        '<v:textpath style="font-family:&quot;Calibri&quot;" string="DRAFT"/></v:shape></w:pict></w:r></w:p>',
    )


@injects("docx", "WM-OFFICE-ALT")
def decorative_mark_taken_away(package: Package) -> bool:
    """The mark that says that a picture is decoration."""
    marks = [one for one in elements(package, "drawing") for one in one.iter() if str(one.tag).endswith("}decorative")]
    for mark in marks:
        mark.set("val", "0")
        for around in mark.iterancestors():
            around.attrib.pop("descr", None)
    return bool(marks)
