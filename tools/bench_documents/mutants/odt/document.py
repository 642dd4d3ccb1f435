"""The whole text: title, languages, headings, background. WCAG 1.3.1, 2.4.2, 2.4.6, 3.1.1, 3.1.2."""

from tools.bench_documents.made.odt import SPACES, heading, paragraph
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.odt.common import (
    BODY,
    CONTENT,
    STYLES,
    append,
    automatic,
    body,
    in_english,
    n,
    prepend,
    words_of,
)  # fmt: skip
from tools.bench_documents.mutants.ooxml import TITLE, is_english, parse
from tools.bench_documents.package import Package

PARTS = (CONTENT, STYLES)


def _title(package: Package, words: str) -> bool:
    """Set the title of a file that has one."""
    found = next(package.xml("meta.xml").iter(TITLE), None) if package.has("meta.xml") else None
    if found is None or not (found.text or "").strip():
        return False
    found.text = words
    return True


@injects("odt", "WM-ODF-TITLE")
def title_emptied(package: Package) -> bool:
    """No title at all."""
    return _title(package, "")


@injects("odt", "WM-ODF-TITLE-POOR")
def title_is_a_file_name(package: Package) -> bool:
    """A file's name."""
    return _title(package, "letter_2024-03.odt")


@injects("odt", "WM-ODF-TITLE-VAGUE", "WM-ODF-TITLE-POOR")
def title_says_nothing(package: Package) -> bool:
    """The name of every new file."""
    return _title(package, "Untitled")


@injects("odt", "WM-ODF-LANGUAGE")
def language_removed(package: Package) -> bool:
    """No language in any style."""
    count = 0
    for part in PARTS:
        for one in package.xml(part).iter(n("style:text-properties")):
            count += one.attrib.pop(n("fo:language"), None) is not None
            one.attrib.pop(n("fo:country"), None)
    return bool(count)


@injects("odt", "WM-ODF-LANGUAGE")
def language_set_to_none(package: Package) -> bool:
    """LibreOffice's own way to say that a text has no language."""
    count = 0
    for default in package.xml(STYLES).iter(n("style:default-style")):
        for one in default.iter(n("style:text-properties")):
            one.set(n("fo:language"), "zxx")
            one.set(n("fo:country"), "none")
            count += default.get(n("style:family")) == "paragraph"
    return bool(count)


@injects("odt", "WM-ODF-LANGUAGE-STYLE", "WM-ODF-LANGUAGE")
def style_without_language(package: Package) -> bool:
    """A named style that takes the language away, used once."""
    styles = package.xml(STYLES).find(n("office:styles"))
    if styles is None:
        return False
    properties = '<style:text-properties fo:language="zxx" fo:country="none"/>'
    style = f'<style:style style:name="Mutant" style:family="paragraph">{properties}</style:style>'
    styles.extend(parse(style, SPACES))
    return append(package, paragraph(BODY, "Mutant"))


@injects("odt", "WM-ODF-LANGUAGE-PART")
def passage_in_another_language(package: Package) -> bool:
    """Two German paragraphs that carry the document's own language."""
    german = (
        "Die Mülltonnen werden jede Woche am gleichen Tag geleert. Bitte stellen Sie die Tonne bis sieben Uhr an die "
        "Straße, denn wir können früher kommen als sonst. Wenn ein Feiertag ist, kommen wir einen Tag später zu Ihnen."
    )
    return is_english(words_of(package)) and append(package, paragraph(german), paragraph(german))


@injects("odt", "WM-ODF-HEADINGS")
def long_text_without_headings(package: Package) -> bool:
    """Every heading becomes plain text, and about a thousand words more follow."""
    found = body(package)
    for one in [] if found is None else list(found.iter(n("text:h"))):
        one.tag = n("text:p")
        one.set(n("text:style-name"), "Text_20_body")
        one.attrib.pop(n("text:outline-level"), None)
    return append(package, *[paragraph(BODY)] * 65)


@injects("odt", "WM-ODF-HEADING-JUMP", "WM-ODF-HEADING-ORDER")
def level_skipped(package: Package) -> bool:
    """From level 1 to level 4."""
    return append(package, heading("Roads and paths", 1), paragraph(BODY), heading("Street lamps", 4))


@injects("odt", "WM-ODF-HEADING-ORDER", "WM-ODF-HEADING-JUMP")
def level_two_skipped(package: Package) -> bool:
    """From level 1 to level 3."""
    return append(package, heading("Roads and paths", 1), paragraph(BODY), heading("Street lamps", 3))


@injects("odt", "WM-ODF-HEADING-START")
def begins_below_the_first_level(package: Package) -> bool:
    """A heading of level 3 before everything else."""
    return prepend(package, heading("Street lamps", 3))


@injects("odt", "WM-ODF-HEADING-EMPTY")
def heading_without_words(package: Package) -> bool:
    """An empty line that is a heading."""
    return append(package, heading("", 1))


@injects("odt", "WM-ODF-HEADING-IN-TABLE")
def heading_in_a_table(package: Package) -> bool:
    """A heading in a cell."""
    cells = f"<table:table-cell>{heading('Street lamps', 2)}</table:table-cell><table:table-cell>{paragraph(BODY)}"
    row = f"<table:table-row>{cells}</table:table-cell></table:table-row>"
    head = f"<table:table-header-rows>{row.replace('text:h', 'text:p')}</table:table-header-rows>"
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    return append(package, f'<table:table table:name="Mutant">{columns}{head}{row}</table:table>')


@injects("odt", "WM-ODF-FAKE-HEADING")
def bold_line_as_heading(package: Package) -> bool:
    """Short bold lines with text below them."""
    bold = automatic(package, "MutantBold", '<style:text-properties fo:font-weight="bold"/>')
    return append(package, *[paragraph(words, bold) + paragraph(BODY) for words in ("Opening hours", "How to pay")])


@injects("odt", "WM-ODF-CONTENTS")
def long_file_without_contents(package: Package) -> bool:
    """Some 6,000 words under thirty headings, and no table of contents."""
    if next(package.xml(CONTENT).iter(n("text:table-of-content")), None) is not None:
        return False
    return append(package, *[heading(f"Ward {number}", 1) + paragraph(BODY) * 13 for number in range(1, 31)])


@injects("odt", "WM-ODF-LENGTH")
def very_long_text(package: Package) -> bool:
    """Some 34,000 words."""
    return append(package, *[paragraph(BODY)] * 2000)


@injects("odt", "WM-ODF-READING")
def text_that_is_hard_to_read(package: Package) -> bool:
    """Some 500 words of long sentences of long words."""
    from tools.bench_documents.mutants.docx.text import HARD

    return in_english(package) and append(package, *[paragraph(HARD)] * 14)


@injects("odt", "WM-ODF-BACKGROUND")
def picture_behind_the_page(package: Package) -> bool:
    """A picture as the page's background, in every page layout."""
    count = 0
    for layout in package.xml(STYLES).iter(n("style:page-layout")):
        for old in layout.findall(n("style:page-layout-properties")):
            layout.remove(old)
        image = '<style:background-image xlink:href="Pictures/image1.png" xlink:type="simple"/>'
        layout.insert(0, parse(f"<style:page-layout-properties>{image}</style:page-layout-properties>", SPACES)[0])
        count += 1
    return bool(count)
