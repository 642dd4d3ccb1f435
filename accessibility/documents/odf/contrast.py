"""Colours, blinking and direct formatting of text (WCAG 1.4.3, 2.2.2; LibreOffice TEXT_CONTRAST, TEXT_BLINKING)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.colours import is_weak
from accessibility.documents.odf.looks import behind, look_of
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import Paragraph, paragraphs, styles_of
from accessibility.documents.odf.styles import Styles
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, name

#: What LibreOffice counts as formatting of letters by hand.
_LETTERS = tuple(map(name, (
    "fo:font-weight", "fo:font-style", "fo:text-shadow", "fo:color", "fo:font-size", "style:font-name",
    "fo:font-family", "style:text-emphasize", "style:text-underline-style", "style:text-overline-style",
    "style:text-line-through-style", "style:font-relief", "style:text-outline", "style:text-position",
    "fo:background-color",
)))  # fmt: skip
_PICTURED = "style:page-layout-properties[@draw:fill='bitmap' or style:background-image/@xlink:href]"
_SPACING = tuple(
    map(name, ("fo:margin", "fo:margin-top", "fo:margin-bottom", "fo:margin-left", "fo:margin-right", "fo:text-indent"))
)


@register
class Contrast:
    """Text stands out from what is behind it."""

    rules = ("WM-ODF-CONTRAST",)
    kinds = (Kind.ODT, Kind.ODP)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield runs of too little contrast. Text on a picture or a gradient is not judged, nor is automatic text."""
        found = []
        for row in paragraphs(opened):
            background = behind(opened, row) if row.spoken else None
            for run in row.spoken:
                look = look_of(styles_of(opened), row, run)
                ground = look.background or background
                if look.colour and ground and is_weak(look.colour, ground, look.points, bold=look.is_bold):
                    found.append(Location(item=row.number, excerpt=run.text.strip()))
        yield from gather("WM-ODF-CONTRAST", found)


@register
class Blinking:
    """Nothing blinks."""

    rules = ("WM-ODF-BLINKING",)
    kinds = (Kind.ODT, Kind.ODP)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield runs that do."""
        found = [
            Location(item=row.number, excerpt=run.text.strip())
            for row in paragraphs(opened)
            for run in row.runs
            if look_of(styles_of(opened), row, run).is_blinking
        ]
        yield from gather("WM-ODF-BLINKING", found)


@register
class Background:
    """No picture lies behind the pages."""

    rules = ("WM-ODF-BACKGROUND",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the page styles that have one."""
        root = opened.styles
        rows = find_all(root, "office:automatic-styles/style:page-layout") if root is not None else []
        pictured = {row.get(name("style:name")) for row in rows if first(row, _PICTURED) is not None}
        pages = find_all(root, "office:master-styles/style:master-page") if root is not None else []
        found = [page for page in pages if page.get(name("style:page-layout-name")) in pictured]
        yield from gather("WM-ODF-BACKGROUND", [Location(part=page.get(name("style:name"), "")) for page in found])


@register
class DirectFormatting:
    """The look of text comes from its styles: advice only."""

    rules = ("WM-ODF-DIRECT-FORMAT",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield passages and paragraphs with a look of their own."""
        styles, found = styles_of(opened), []
        for row in paragraphs(opened):
            spans = [run for run in row.runs if run.styles and _is_direct(styles, "text", run.styles[0])]
            found += [Location(item=row.number, excerpt=run.text.strip()) for run in spans]
            if row.text and _is_own(styles, row):
                found.append(row.place)
        yield from gather("WM-ODF-DIRECT-FORMAT", found)


def _is_own(styles: Styles, row: Paragraph) -> bool:
    """Return whether a paragraph has spacing of its own, or as a whole letters of its own."""
    own = styles.own("paragraph", row.style)
    spacing = first(own, "style:paragraph-properties") if own is not None else None
    if spacing is not None and any(spacing.get(attribute) is not None for attribute in _SPACING):
        return True
    return not any(run.styles for run in row.runs) and _is_direct(styles, "paragraph", row.style)


def _is_direct(styles: Styles, family: str, called: str) -> bool:
    """Return whether an automatic style formats letters."""
    own = styles.own(family, called)
    letters = first(own, "style:text-properties") if own is not None else None
    return letters is not None and any(letters.get(attribute) is not None for attribute in _LETTERS)
