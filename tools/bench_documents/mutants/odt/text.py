"""Running text: lists, notes, captions, spaces, colours in OpenDocument texts. WCAG 1.3.1, 1.4.3, 2.2.2."""

from tools.bench_documents.made.odt import SPACES, paragraph, picture
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.odt.common import (
    BODY,
    STYLES,
    append,
    automatic,
    in_english,
    n,
    on_plain_pages,
    picture_part,
)
from tools.bench_documents.mutants.ooxml import parse
from tools.bench_documents.package import Package


def _run(package: Package, properties: str, words: str = BODY) -> str:
    """Return a paragraph whose words have character properties of their own."""
    name = automatic(package, "MutantRun", f"<style:text-properties {properties}/>", "text")
    return paragraph(f'<text:span text:style-name="{name}">{words}</text:span>')


@injects("odt", "WM-ODF-CONTRAST")
def pale_words(package: Package) -> bool:
    """Light grey words on white: 1.6 to 1. A colour of their own, whatever the default style says."""
    return on_plain_pages(package) and append(package, _run(package, 'fo:color="#cccccc"'))


@injects("odt", "WM-ODF-CONTRAST")
def dark_words_on_dark_ground(package: Package) -> bool:
    """Navy on black: 1.3 to 1."""
    return append(package, _run(package, 'fo:color="#000080" fo:background-color="#000000"'))


@injects("odt", "WM-ODF-CONTRAST")
def pale_named_style(package: Package) -> bool:
    """A named paragraph style in light yellow, used once."""
    styles = package.xml(STYLES).find(n("office:styles"))
    if styles is None or not on_plain_pages(package):
        return False
    properties = '<style:text-properties fo:color="#fff2a8"/>'
    style = f'<style:style style:name="MutantPale" style:family="paragraph">{properties}</style:style>'
    styles.extend(parse(style, SPACES))
    return append(package, paragraph(BODY, "MutantPale"))


@injects("odt", "WM-ODF-BLINKING")
def blinking_words(package: Package) -> bool:
    """Text that blinks."""
    return append(package, _run(package, 'style:text-blinking="true"'))


@injects("odt", "WM-ODF-DIRECT-FORMAT")
def formatted_by_hand(package: Package) -> bool:
    """Italic words without a style."""
    return append(package, _run(package, 'fo:font-style="italic"', "some words"))


@injects("odt", "WM-ODF-FAKE-LIST")
def typed_numbers(package: Package) -> bool:
    """Lines that begin with a typed number."""
    return append(package, *map(paragraph, ("1. Fill in the form", "2. Add a photo", "3. Send it to us")))


@injects("odt", "WM-ODF-FAKE-BULLETS", "WM-ODF-FAKE-LIST")
def typed_bullets(package: Package) -> bool:
    """Lines that begin with a typed sign."""
    return append(package, *map(paragraph, ("- paper and card", "- tins and cans", "- glass bottles")))


@injects("odt", "WM-ODF-EMPTY-ITEM")
def empty_list_item(package: Package) -> bool:
    """A list entry without words."""
    items = "".join(f"<text:list-item>{paragraph(words)}</text:list-item>" for words in ("tins", "", "glass"))
    return append(package, f'<text:list text:style-name="List_20_1">{items}</text:list>')


@injects("odt", "WM-ODF-FAKE-NOTE")
def typed_footnote(package: Package) -> bool:
    """A raised number in the text, without a note."""
    raised = automatic(package, "MutantUp", '<style:text-properties style:text-position="super 58%"/>', "text")
    mark = f'<text:span text:style-name="{raised}">1</text:span>'
    return append(package, paragraph(f"The fee is 60 pounds{mark}."), paragraph(f"{mark} As decided in May."))


@injects("odt", "WM-ODF-FAKE-CAPTION")
def typed_caption(package: Package) -> bool:
    """A caption without a field that counts figures, below a picture."""
    if not in_english(package):
        return False
    picture_part(package)
    shown = paragraph(picture("The town hall from the river"))
    return append(package, shown, paragraph("Figure 9: The town hall from the river"))


def _note(kind: str) -> str:
    """Return a paragraph with a real note."""
    body = f"<text:note-body>{paragraph('As the council decided in May.')}</text:note-body></text:note>"
    citation = "<text:note-citation>1</text:note-citation>"
    note = f'<text:note text:id="mutant" text:note-class="{kind}">{citation}{body}'
    return paragraph(f"The fee is 60 pounds{note}.")


@injects("odt", "WM-ODF-FOOTNOTES")
def real_footnote(package: Package) -> bool:
    """LibreOffice advises against footnotes."""
    return append(package, _note("footnote"))


@injects("odt", "WM-ODF-ENDNOTES")
def real_endnote(package: Package) -> bool:
    """LibreOffice advises against endnotes."""
    return append(package, _note("endnote"))


@injects("odt", "WM-ODF-TABS")
def tabs_as_columns(package: Package) -> bool:
    """Words set apart by several tabs."""
    return append(package, *[paragraph(f"{name}<text:tab/><text:tab/><text:tab/>Monday") for name in ("Mill", "High")])


@injects("odt", "WM-ODF-TABS")
def tabs_as_a_table(package: Package) -> bool:
    """Three columns made with tabs."""
    rows = ("Mill Lane<text:tab/>Monday<text:tab/>Green", "High Street<text:tab/>Friday<text:tab/>Brown")
    return append(package, *map(paragraph, rows))


@injects("odt", "WM-ODF-SPACES")
def spaces_as_columns(package: Package) -> bool:
    """Words set apart by blanks, which OpenDocument counts in an element."""
    return append(
        package, *[paragraph(f'{street} <text:s text:c="11"/>Monday') for street in ("Mill Lane", "High Street")]
    )


@injects("odt", "WM-ODF-EMPTY-LINES")
def empty_lines_as_space(package: Package) -> bool:
    """Five empty paragraphs in a row."""
    return append(package, *[paragraph("")] * 5)
