"""Links of OpenDocument files (WCAG 2.4.4; LibreOffice HYPERLINK_IS_TEXT, HYPERLINK_SHORT, HYPERLINK_NO_NAME)."""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import paragraphs
from accessibility.documents.registry import register
from accessibility.documents.words import is_address, is_poor_link
from accessibility.documents.xml import find_all, first, name

#: LibreOffice takes a text of so few letters for too short to say anything.
SHORT = 5


@dataclass(frozen=True)
class Link:
    """A link that has a target and does not belong to an index."""

    place: Location
    text: str
    target: str
    has_name: bool


@register
class LinkWords:
    """The words of a link are neither missing, nor its address, nor too short, nor empty of meaning."""

    rules = ("WM-ODF-LINK-ADDRESS", "WM-ODF-LINK-SHORT", "WM-ODF-LINK-TEXT", "WM-ODF-LINK-EMPTY")
    kinds = (Kind.ODT, Kind.ODS, Kind.ODP)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield each link for the first of these that holds."""
        found: dict[str, list[Location]] = {rule: [] for rule in self.rules}
        for link in links(opened):
            rule = _fault(link, opened.language)
            if rule:
                found[rule].append(link.place)
        for rule, places in found.items():
            yield from gather(rule, places)


@register
class LinkNames:
    """A link has a name, which screen readers and PDF export use."""

    rules = ("WM-ODF-LINK-NAME",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the links without one."""
        nameless = [link.place for link in links(opened) if not link.has_name and link.text]
        yield from gather("WM-ODF-LINK-NAME", nameless)


def links(opened: OdfPackage) -> Iterator[Link]:
    """Yield the links of the text; those round pictures alone speak by the picture's words."""
    for row in paragraphs(opened):
        if row.in_index:
            continue
        for element in find_all(row.element, ".//text:a[@xlink:href]"):
            if first(element, "ancestor::*[self::text:p or self::text:h][1]") is not row.element:
                continue
            said = " ".join("".join(element.itertext()).split())
            if said or first(element, ".//draw:*") is None:
                named = element.get(name("office:name"), "") or element.get(name("office:title"), "")
                place = Location(item=row.number, excerpt=said)
                yield Link(place, said, element.get(name("xlink:href"), ""), bool(named))


def _fault(link: Link, language: str) -> str:
    """Return the rule that a link breaks, or an empty text."""
    if not link.text:
        return "WM-ODF-LINK-EMPTY"
    if is_address(link.text) or _bare(link.text) == _bare(link.target):
        return "WM-ODF-LINK-ADDRESS"
    if len(link.text) <= SHORT:
        return "WM-ODF-LINK-SHORT"
    return "WM-ODF-LINK-TEXT" if is_poor_link(link.text, language) else ""


def _bare(address: str) -> str:
    """Return an address without what browsers add."""
    return address.strip().lower().rstrip("/")
