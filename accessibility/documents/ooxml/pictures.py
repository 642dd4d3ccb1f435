"""Everything to see in an Office file: pictures, charts, diagrams, groups, shapes and embedded objects."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from accessibility.documents.base import Kind, Location
from accessibility.documents.ooxml.docx.paragraphs import body_of
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.ooxml.xlsx.sheets import sheets_of
from accessibility.documents.xml import find_all, first, is_on, words

_MORE_PARTS = ("header", "footer", "footnotes", "endnotes")
_WORD = "//wp:inline | //wp:anchor"
_OLD_WORD = "//v:shape[v:imagedata] | //v:rect[v:imagedata] | //w:object/v:shape[not(v:imagedata)]"
_SLIDE = ".//p:pic[not(ancestor::p:oleObj)] | .//p:graphicFrame[not(.//a:tbl)] | .//p:grpSp | .//p:sp"
_SHEET = "//xdr:pic | //xdr:graphicFrame | //xdr:grpSp | //xdr:sp"
_PROPERTIES = (
    "wp:docPr | p:nvPicPr/p:cNvPr | p:nvGraphicFramePr/p:cNvPr | p:nvGrpSpPr/p:cNvPr | p:nvSpPr/p:cNvPr | "
    "xdr:nvPicPr/xdr:cNvPr | xdr:nvGraphicFramePr/xdr:cNvPr | xdr:nvGrpSpPr/xdr:cNvPr | xdr:nvSpPr/xdr:cNvPr"
)
#: What shows something that words must stand for; a carrier of none of these is a plain shape or a line.
_CONTENT = (
    ".//pic:pic | .//c:chart | .//dgm:relIds | self::p:pic | self::p:graphicFrame | self::xdr:pic | "
    "self::xdr:graphicFrame | .//p:pic | .//xdr:pic | .//a:graphicData[contains(@uri, 'chartex')] | .//a:blipFill"
)


#: The path of what older programs drew (VML), which has no mark of decoration.
OLD = "v:shape"


@dataclass(frozen=True)
class Picture:
    """``words`` stand for it (None: decoration), ``near`` is the text beside it, ``name`` the program's own.

    ``element`` is what holds the words: the properties of a drawing, or a shape of VML.
    """

    place: Location
    words: str | None
    is_shape: bool = False
    name: str = ""
    near: tuple[str, ...] = ()
    element: Any = field(default=None, repr=False, compare=False)


def pictures(opened: OoxmlPackage) -> Iterator[Picture]:
    """Yield everything to see in the parts that a reader meets."""
    readers = {Kind.DOCX: _in_word, Kind.PPTX: _on_slides, Kind.XLSX: _on_sheets}
    return readers[opened.kind](opened)


def _in_word(opened: OoxmlPackage) -> Iterator[Picture]:
    """Yield from the body, headers, footers and notes."""
    body = body_of(opened)
    for path in (
        opened.main_name,
        *(target for kind in _MORE_PARTS for target in opened.targets(opened.main_name, kind)),
    ):
        root = opened.part(path)
        if root is None:
            continue
        for carrier in find_all(root, f"{_WORD} | {_OLD_WORD}"):
            number = body.numbers.get(first(carrier, "ancestor::w:p[1]"))
            place = Location(part="" if path == opened.main_name else path, item=number, excerpt=_name(carrier))
            near = tuple(_beside(body.paragraphs, number))
            is_old = str(carrier.tag).startswith("{urn:schemas-microsoft-com:vml}")
            yield from _old(carrier, place) if is_old else _new(carrier, place, near)


def _on_slides(opened: OoxmlPackage) -> Iterator[Picture]:
    """Yield from slides; what stands on layouts and masters is never read."""
    for slide in slides_of(opened):
        for carrier in find_all(slide.root, _SLIDE):
            yield from _new(carrier, Location(page=slide.number, excerpt=_name(carrier)), ())


def _on_sheets(opened: OoxmlPackage) -> Iterator[Picture]:
    """Yield from the drawings of sheets."""
    for sheet in sheets_of(opened):
        for target in opened.targets(sheet.path, "drawing"):
            root = opened.part(target)
            for carrier in find_all(root, _SHEET) if root is not None else []:
                yield from _new(carrier, Location(part=sheet.name, excerpt=_name(carrier)), ())


def _new(carrier: Any, place: Location, near: tuple[str, ...]) -> Iterator[Picture]:
    """Yield what one carrier of DrawingML shows; words in it, or a described group round it, speak for themselves."""
    properties = first(carrier, _PROPERTIES)
    if properties is None or _is_hidden(properties) or _is_spoken_for(carrier):
        return
    if is_on(first(properties, ".//adec:decorative"), "val"):
        yield Picture(place, None, element=properties)
        return
    said = _alternative(properties)
    is_group = str(carrier.tag).endswith("}grpSp")
    has_content = first(carrier, _CONTENT) is not None
    if not said and (is_group or _members_speak(carrier) or _is_text(carrier, has_content=has_content)):
        return
    yield Picture(place, said, not has_content, properties.get("name", ""), near, properties)


def _old(shape: Any, place: Location) -> Iterator[Picture]:
    """Yield what one shape of VML shows; a ruled line and a watermark are decoration."""
    called = shape.get("id", "")
    ruled = shape.get("{urn:schemas-microsoft-com:office:office}hr") in ("t", "true")
    if not ruled and "atermark" not in called.lower():
        said = " ".join((shape.get("alt") or shape.get("title") or "").split())
        yield Picture(replace(place, path=OLD), said, name=called, element=shape)


def _alternative(properties: Any) -> str:
    """Return the description, else the title."""
    return " ".join((properties.get("descr") or properties.get("title") or "").split())


def _is_hidden(properties: Any) -> bool:
    """Return whether the author hid an object."""
    return str(properties.get("hidden", "0")).lower() in ("1", "true", "on")


def _is_text(carrier: Any, *, has_content: bool) -> bool:
    """Return whether a shape is there for the words in it, or is a placeholder that waits for some."""
    if has_content and not str(carrier.tag).endswith("}sp"):
        return False
    if first(carrier, "p:nvSpPr/p:cNvSpPr[@txBox='1'] | xdr:nvSpPr/xdr:cNvSpPr[@txBox='1']") is not None:
        return True
    spoken = words(carrier, "w:t") or words(carrier, "a:t")
    return bool(spoken) or first(carrier, "p:nvSpPr/p:nvPr/p:ph") is not None


def _members_speak(carrier: Any) -> bool:
    """Return whether all pictures in a drawing of Word have words of their own."""
    inner = find_all(carrier, ".//wpg:wgp//pic:pic/pic:nvPicPr/pic:cNvPr")
    return bool(inner) and all(_alternative(row) or is_on(first(row, ".//adec:decorative"), "val") for row in inner)


def _is_spoken_for(carrier: Any) -> bool:
    """Return whether a group round this object has words for all of it, or is marked as decoration."""
    for group in carrier.iterancestors():
        properties = first(group, _PROPERTIES) if str(group.tag).endswith(("}grpSp", "}inline", "}anchor")) else None
        if properties is None:
            continue
        if _alternative(properties) or is_on(first(properties, ".//adec:decorative"), "val"):
            return True
    return False


def _beside(paragraphs: Any, number: int | None) -> Iterator[str]:
    """Yield the words of the paragraph of a picture and of those before and after it."""
    for near in (number - 1, number, number + 1) if number else ():
        if 0 < near <= len(paragraphs) and paragraphs[near - 1].text:
            yield paragraphs[near - 1].text


def _name(carrier: Any) -> str:
    """Return the name that the program gave an object."""
    properties = first(carrier, _PROPERTIES)
    return str(properties.get("name", "")) if properties is not None else str(carrier.get("id", ""))
