"""Pictures of the body with the words that stand for them."""

from typing import Any

from accessibility.documents.ooxml.docx.paragraphs import Paragraph
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pictures import Picture, pictures
from accessibility.documents.web_page.base import Carried
from accessibility.documents.xml import find_all, first

#: How a PNG, a JPEG and a WebP file begin, which are what a browser and our intake take.
_PNG, _JPEG, _RIFF, _WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"WEBP"


def by_paragraph(opened: OoxmlPackage) -> dict[int | None, list[Picture]]:
    """Return the pictures of the body by the number of their paragraph."""
    found: dict[int | None, list[Picture]] = {}
    for picture in pictures(opened):
        if not picture.place.part:
            found.setdefault(picture.place.item, []).append(picture)
    return found


def add_pictures(paragraph: Paragraph, shown: list[Picture], opened: OoxmlPackage, carried: Carried) -> None:
    """Add the pictures of a paragraph; charts, diagrams and drawings that are no picture file are counted."""
    for picture in shown:
        path = _file_of(picture, opened)
        data = opened.bytes_of(path) if path else b""
        if not path:
            carried.lost["drawing"] += picture.words is not None
        elif not _is_for_the_web(data):
            carried.lost["picture_format"] += 1
        else:
            number = carried.keep_picture(path, data)
            if number is None:
                carried.lost["picture_too_many"] += 1
            else:
                carried.add("image", picture=number, alt=picture.words or "", decorative=picture.words is None)
    carried.lost["text_box"] += bool(find_all(paragraph.element, ".//w:txbxContent"))


def _file_of(picture: Picture, opened: OoxmlPackage) -> str:
    """Return the part of the one picture file that a carrier shows, or an empty text."""
    carrier: Any = picture.element.getparent() if picture.element is not None else None
    blips = find_all(carrier, ".//pic:pic//a:blip/@r:embed")
    if len(blips) != 1 or first(carrier, ".//c:chart | .//dgm:relIds") is not None:
        return ""
    kind, target = opened.relationships(opened.main_name).get(str(blips[0]), ("", ""))
    return target if kind.endswith("/image") and not kind.startswith("!") and target in opened.names else ""


def _is_for_the_web(data: bytes) -> bool:
    """Return whether the bytes begin as a picture that browsers draw."""
    return data.startswith((_PNG, _JPEG)) or (data.startswith(_RIFF) and data[8:12] == _WEBP)
