"""Alternative text of pictures, charts, diagrams, groups and embedded objects (WCAG 1.1.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt
from accessibility.documents.xml import find_all, first, is_on, words

#: What carries a name and alternative text in each format.
_CARRIERS = {
    Kind.DOCX: "//wp:inline | //wp:anchor",
    Kind.PPTX: "//p:pic | //p:graphicFrame[not(.//a:tbl)] | //p:grpSp[.//p:pic] ",
    Kind.XLSX: "//xdr:pic | //xdr:graphicFrame | //xdr:grpSp[.//xdr:pic]",
}
_PROPERTIES = {
    Kind.DOCX: "wp:docPr",
    Kind.PPTX: "p:nvPicPr/p:cNvPr | p:nvGraphicFramePr/p:cNvPr | p:nvGrpSpPr/p:cNvPr",
    Kind.XLSX: "xdr:nvPicPr/xdr:cNvPr | xdr:nvGraphicFramePr/xdr:cNvPr | xdr:nvGrpSpPr/xdr:cNvPr",
}
_MORE_PARTS = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True)
class Picture:
    """Something to see: where, the words that stand for it (None: marked as decoration), and whether it is a shape."""

    place: Location
    words: str | None
    is_shape: bool = False


@register
class AlternativeText:
    """None blocks, a file name or "image" warns, the rest is asked of the author."""

    rules = ("WM-OFFICE-ALT", "WM-OFFICE-ALT-POOR", "WM-OFFICE-ALT-ASK")
    kinds = (Kind.DOCX, Kind.PPTX, Kind.XLSX)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by what the alternative texts say."""
        seen = [picture for picture in pictures(opened) if picture.words is not None]
        silent = [picture for picture in seen if not picture.words]
        told = [picture for picture in seen if picture.words]
        missing = [picture.place for picture in silent if not picture.is_shape]
        yield from gather("WM-OFFICE-ALT", missing)
        poor = [p.place for p in told if is_poor_alt(p.words or "")] + [p.place for p in silent if p.is_shape]
        yield from gather("WM-OFFICE-ALT-POOR", poor)
        yield from gather("WM-OFFICE-ALT-ASK", [p.place for p in told if not is_poor_alt(p.words or "")])


def pictures(opened: OoxmlPackage) -> Iterator[Picture]:
    """Yield everything to see in the parts that a reader meets."""
    for number, path in enumerate(visible_parts(opened), 1):
        root = opened.part(path)
        if root is None:
            continue
        for carrier in find_all(root, _CARRIERS[opened.kind]):
            picture = _picture(carrier, opened.kind, path, number)
            if picture is not None:
                yield picture
        if opened.kind is Kind.DOCX:
            for shape in find_all(root, "//v:shape[v:imagedata]"):
                yield Picture(Location(part=path, excerpt=shape.get("id", "")), (shape.get("alt") or "").strip())


def visible_parts(opened: OoxmlPackage) -> list[str]:
    """Return body, headers and notes; slides; or drawings of sheets."""
    main = opened.main_name
    if opened.kind is Kind.DOCX:
        return [main, *(target for kind in _MORE_PARTS for target in opened.targets(main, kind))]
    if opened.kind is Kind.PPTX:
        return slides(opened)
    return [drawing for sheet in opened.targets(main, "worksheet") for drawing in opened.targets(sheet, "drawing")]


def slides(opened: OoxmlPackage) -> list[str]:
    """Return the slide parts in the order of the show."""
    relations = opened.relationships(opened.main_name)
    ids = (str(value) for value in find_all(opened.main, "//p:sldId/@r:id"))
    return [relations[identity][1] for identity in ids if identity in relations]


def _picture(carrier: Any, kind: Kind, path: str, number: int) -> Picture | None:
    """Return what one carrier shows, or None where a text box or a described group speaks for it."""
    properties = first(carrier, _PROPERTIES[kind])
    if properties is None or _described_group_above(carrier, kind) or _is_silent_group(carrier, properties):
        return None
    if kind is Kind.DOCX and first(carrier, ".//wps:txbx") is not None and first(carrier, ".//pic:pic") is None:
        return None
    page = number if kind is Kind.PPTX else None
    part = "" if page or path == "word/document.xml" else path
    place = Location(page=page, part=part, excerpt=properties.get("name", ""))
    if is_on(first(properties, ".//adec:decorative"), "val"):
        return Picture(place, None)
    is_shape = kind is Kind.DOCX and first(carrier, ".//wps:wsp") is not None and first(carrier, ".//pic:pic") is None
    return Picture(place, _alternative(properties), is_shape)


def _alternative(properties: Any) -> str:
    """Return the description, else the title."""
    return " ".join((properties.get("descr") or properties.get("title") or "").split())


def _described_group_above(carrier: Any, kind: Kind) -> bool:
    """Return whether a group round this object has words for all of it."""
    group = carrier.getparent()
    while group is not None:
        properties = first(group, _PROPERTIES[kind])
        if properties is not None and _alternative(properties):
            return True
        group = group.getparent()
    return False


def _is_silent_group(carrier: Any, properties: Any) -> bool:
    """Return whether this is a group without words: then its members must speak for themselves."""
    return str(carrier.tag).endswith("}grpSp") and not _alternative(properties)


def link_words(element: Any, tag: str) -> str:
    """Return the words of a link: its text, or the alternative text of a picture in it."""
    return words(element, tag) or " ".join(
        text for properties in find_all(element, ".//wp:docPr") if (text := _alternative(properties))
    )
