"""Running text in Word files: links, lists, captions, notes, colours. WCAG 1.3.1, 1.4.1, 1.4.3, 2.4.4."""

from tools.bench_documents.made.docx import paragraph, picture
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import (
    BODY,
    append,
    coloured,
    hyperlink,
    in_english,
    picture_part,
    run,
    set_style_heading,
    tag,
)
from tools.bench_documents.package import Package


@injects("docx", "WM-OFFICE-LINK-TEXT")
def link_says_click_here(package: Package) -> bool:
    """Words that name no target."""
    return in_english(package) and hyperlink(package, "click here")


@injects("docx", "WM-OFFICE-LINK-TEXT")
def link_says_read_more(package: Package) -> bool:
    """Other words that name no target."""
    return in_english(package) and hyperlink(package, "Read more")


@injects("docx", "WM-OFFICE-LINK-TEXT")
def link_is_an_address(package: Package) -> bool:
    """The address as the words."""
    return hyperlink(package, "https://www.oxford.example/a/b?c=12")


@injects("docx", "WM-DOCX-LINK-EMPTY")
def link_without_words(package: Package) -> bool:
    """A link that holds nothing to press."""
    return hyperlink(package, "")


@injects("docx", "WM-OFFICE-CONTRAST")
def pale_run(package: Package) -> bool:
    """Light grey words on white: 1.6 to 1."""
    return append(package, f"<w:p>{coloured(BODY, 'CCCCCC')}</w:p>")


@injects("docx", "WM-OFFICE-CONTRAST")
def dark_words_on_dark_shading(package: Package) -> bool:
    """Navy on black, by shading of the paragraph: 1.3 to 1."""
    shaded = '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:pPr>'
    return append(package, f"<w:p>{shaded}{coloured(BODY, '000080')}</w:p>")


@injects("docx", "WM-OFFICE-CONTRAST")
def pale_style(package: Package) -> bool:
    """The heading style in light yellow, used once."""
    name = set_style_heading(package)
    if not name:
        return False
    style = next(s for s in package.xml("word/styles.xml").iter(tag("style")) if s.get(tag("styleId")) == name)
    look = style.find(tag("rPr"))
    if look is None:
        look = style.makeelement(tag("rPr"))
        style.append(look)
    for old in look.findall(tag("color")):
        look.remove(old)
    look.append(look.makeelement(tag("color"), {tag("val"): "FFF2A8"}))
    return append(package, paragraph("Parks and gardens", name))


@injects("docx", "WM-OFFICE-COLOUR-ASK")
def red_words(package: Package) -> bool:
    """A few words in red, which may say something by colour alone."""
    return append(package, f"<w:p>{run('The dates ')}{coloured('in June', 'C00000')}{run(' are new.')}</w:p>")


@injects("docx", "WM-DOCX-FAKE-LIST")
def typed_bullets(package: Package) -> bool:
    """Lines that begin with a typed sign."""
    return append(package, *map(paragraph, ("- paper and card", "- tins and cans", "- glass bottles")))


@injects("docx", "WM-DOCX-FAKE-LIST")
def typed_numbers(package: Package) -> bool:
    """Lines that begin with a typed number."""
    return append(package, *map(paragraph, ("1. Fill in the form", "2. Add a photo", "3. Send it to us")))


@injects("docx", "WM-DOCX-FAKE-CAPTION")
def typed_caption(package: Package) -> bool:
    """A caption without a field that counts figures, below a picture."""
    if not in_english(package):
        return False
    shown = picture("The town hall from the river", picture_part(package))
    return append(package, shown, paragraph("Figure 9: The town hall from the river"))


@injects("docx", "WM-DOCX-FAKE-NOTE")
def typed_footnote(package: Package) -> bool:
    """A raised number in the text and below it, without a reference."""
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    note = f"<w:p>{raised}{run(' As the council decided in May.')}</w:p>"
    return append(package, f"<w:p>{run('The fee is 60 pounds')}{raised}{run('.')}</w:p>", note)


HARD = (
    "Notwithstanding the aforementioned considerations regarding administrative accountability, the implementation "
    "of comprehensive organisational restructuring necessitates multidisciplinary collaboration between "
    "departmental representatives, external consultancies, and interdepartmental stakeholders, "
    "whose participation, although not contractually mandated, "
    "substantially facilitates the operationalisation of strategic recommendations."
)


@injects("docx", "WM-OFFICE-READING")
def text_that_is_hard_to_read(package: Package) -> bool:
    """Some 500 words of long sentences of long words."""
    return in_english(package) and append(package, *[paragraph(HARD)] * 14)
