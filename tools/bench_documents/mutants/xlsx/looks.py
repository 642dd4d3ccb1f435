"""What stands in cells: pictures, colours, links. WCAG 1.1.1, 1.4.1, 1.4.3, 2.4.4."""

from typing import Any

from tools.bench_documents.made.ooxml import DRAWING, OFFICE
from tools.bench_documents.made.xlsx import SPACES, XDR, picture
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.ooxml import parse, relate
from tools.bench_documents.mutants.xlsx.common import SHEET, append_rows, hyperlink, into_sheet, rows, s
from tools.bench_documents.package import Package, image

STYLES = "xl/styles.xml"
WORDS = (("Collected late in May", "Collected on time in May"),)


@injects("xlsx", "WM-OFFICE-ALT")
def alternative_text_removed(package: Package) -> bool:
    """The words of every picture that has some."""
    count = 0
    for name in [part for part in package.parts if part.startswith("xl/drawings/") and part.endswith(".xml")]:
        for mark in package.xml(name).iter(f"{{{XDR}}}cNvPr"):
            count += bool(mark.attrib.pop("descr", ""))
            mark.attrib.pop("title", None)
    return bool(count)


def _draw(package: Package, words: str) -> bool:
    """Put a drawing with one picture onto the first sheet, which must have none yet."""
    if not package.has(SHEET) or package.xml(SHEET).find(s("drawing")) is not None:
        return False
    spaces = f'xmlns:xdr="{XDR}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
    package.put("xl/drawings/mutant.xml", f"<xdr:wsDr {spaces}>{picture(words)}</xdr:wsDr>")
    package.put("xl/media/mutant.png", image())
    identity = relate(package, "xl/drawings/mutant.xml", "image", "../media/mutant.png")
    package.put("xl/drawings/mutant.xml", package.parts["xl/drawings/mutant.xml"].replace(b"rId1", identity.encode()))
    return into_sheet(package, f'<drawing r:id="{relate(package, SHEET, "drawing", "../drawings/mutant.xml")}"/>')


@injects("xlsx", "WM-OFFICE-ALT")
def picture_without_words(package: Package) -> bool:
    """A picture added without any; to a sheet that has pictures a further one."""
    if _draw(package, ""):
        return True
    drawings = [part for part in package.parts if part.startswith("xl/drawings/") and part.endswith(".xml")]
    for name in drawings[:1]:
        spaces = f'xmlns:xdr="{XDR}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
        package.xml(name).extend(parse(picture(""), spaces))
    return bool(drawings)


@injects("xlsx", "WM-OFFICE-ALT-POOR")
def picture_named_by_its_file(package: Package) -> bool:
    """The file's name instead of words; made files have a picture already, which is renamed."""
    if _draw(package, "Chart1.png"):
        return True
    for name in [part for part in package.parts if part.startswith("xl/drawings/") and part.endswith(".xml")]:
        for mark in package.xml(name).iter(f"{{{XDR}}}cNvPr"):
            mark.set("descr", "Chart1.png")
            return True
    return False


@injects("xlsx", "WM-OFFICE-LINK-TEXT")
def link_says_click_here(package: Package) -> bool:
    """Words that name no target."""
    return hyperlink(package, "Click here")


@injects("xlsx", "WM-OFFICE-LINK-TEXT")
def link_is_an_address(package: Package) -> bool:
    """The address as the words."""
    return hyperlink(package, "https://www.oxford.example/a/b?c=12")


def _styled(package: Package, **parts: str) -> bool:
    """Add fonts, fills or number formats to the styles, one style that uses them, and a row in that style."""
    if not package.has(STYLES) or package.xml(STYLES).find(s("cellXfs")) is None:
        return False
    use = {name: _add(package, name, xml) for name, xml in parts.items() if name != "numFmts"}
    if "numFmts" in parts:
        _add(package, "numFmts", parts["numFmts"])
    marks = "".join(f' {name[:-1]}Id="{use.get(name, 0)}" apply{name[:-1].title()}="1"' for name in ("fonts", "fills"))
    kind = 250 if "numFmts" in parts else 0
    number = _add(package, "cellXfs", f'<xf numFmtId="{kind}"{marks} borderId="0" xfId="0" applyNumberFormat="1"/>')
    return append_rows(package, WORDS, number) and (not kind or _negative(package))


def _negative(package: Package) -> bool:
    """Make the last row's words into negative numbers."""
    for cell in rows(package)[-1]:
        cell.attrib.pop("t", None)
        for old in list(cell):
            cell.remove(old)
        cell.extend(parse("<v>-12.5</v>", SPACES))
    return True


def _add(package: Package, name: str, xml: str) -> int:
    """Add a row to one list of the styles and return its number."""
    root = package.xml(STYLES)
    found: Any = root.find(s(name))
    if found is None:
        found = root.makeelement(s(name))
        root.insert(0, found)
    found.extend(parse(xml, SPACES))
    found.set("count", str(len(found)))
    return len(found) - 1


@injects("xlsx", "WM-OFFICE-CONTRAST")
def pale_words(package: Package) -> bool:
    """Light grey words on white: 1.6 to 1."""
    return _styled(package, fonts='<font><sz val="11"/><color rgb="FFCCCCCC"/><name val="Arial"/></font>')


@injects("xlsx", "WM-OFFICE-CONTRAST")
def dark_words_on_a_dark_fill(package: Package) -> bool:
    """Navy on black: 1.3 to 1."""
    fill = (
        '<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor indexed="64"/></patternFill></fill>'
    )
    return _styled(package, fonts='<font><sz val="11"/><color rgb="FF000080"/><name val="Arial"/></font>', fills=fill)


@injects("xlsx", "WM-XLSX-RED-NEGATIVE")
def red_instead_of_a_minus(package: Package) -> bool:
    """A number format that shows negative numbers in red alone."""
    return _styled(package, numFmts='<numFmt numFmtId="250" formatCode="0.00;[Red]0.00"/>')
