"""XLIFF 1.2 (OASIS), which every translation bureau's program reads and writes."""

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.conf import settings
from django.utils.translation import gettext as _
from lxml import etree
from wagtail_localize.models import Translation

from translation.desk.segments import Sentence
from translation.exchange.base import LARGEST, Exchanged, ExchangeError
from translation.printable import printable

_SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_UUID = "waymark:"


class XliffFormat:
    """``file/@original`` names the translation, ``trans-unit/@resname`` is where the sentence stands."""

    content_type = "application/xliff+xml; charset=utf-8"

    def write(self, translation: Translation, found: list[Sentence]) -> bytes:
        """Return an XLIFF 1.2 file in UTF-8."""
        root = etree.Element(f"{{{_SPACE}}}xliff", {"version": "1.2"}, nsmap={None: _SPACE})  # type: ignore[dict-item] # lxml: the default namespace
        languages = {
            "source-language": settings.LANGUAGE_CODE,
            "target-language": translation.target_locale.language_code,
        }
        original = {"original": f"{_UUID}{translation.uuid}", "datatype": "html", **languages}
        body = _child(_child(root, "file", original), "body", {})
        units = {(sentence.path, sentence.source): sentence.text for sentence in found}
        for number, ((path, english), text) in enumerate(units.items(), start=1):
            unit = _child(body, "trans-unit", {"id": str(number), "resname": path})
            unit.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            _child(unit, "source", {}).text = printable(english)
            if text:
                _child(unit, "target", {}).text = printable(text)
        written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return written

    def read(self, content: bytes) -> tuple[str, list[Exchanged]]:
        """Return the uuid and the units of an XLIFF file. Raises ExchangeError."""
        if len(content) > LARGEST:
            raise ExchangeError(_("This file is larger than 10 MB. A translation of one page is much smaller."))
        try:
            root = fromstring(content)
        except DefusedXmlException as error:
            raise ExchangeError(
                _("This file defines entities of its own, which is not allowed. Export it again without them.")
            ) from error
        except ParseError as error:
            line = error.position[0]
            raise ExchangeError(
                _("This is not an XLIFF file: line %(line)d cannot be read.") % {"line": line}
            ) from error
        except (ValueError, LookupError) as error:
            raise ExchangeError(
                _("The encoding of this file is not known. Save it as UTF-8, then try again.")
            ) from error
        file = root.find(f"{{{_SPACE}}}file")
        if root.tag != f"{{{_SPACE}}}xliff" or file is None:
            raise ExchangeError(_("This is not an XLIFF 1.2 file. Ask for version 1.2 when you export it."))
        units = [
            Exchanged(unit.get("resname", ""), _text(unit, "source"), _text(unit, "target"))
            for unit in file.iter(f"{{{_SPACE}}}trans-unit")
        ]
        named = file.get("original", "")
        return (named.removeprefix(_UUID) if named.startswith(_UUID) else ""), units


def _child(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{_SPACE}}}{name}", attributes)


def _text(unit: object, name: str) -> str:
    found = unit.find(f"{{{_SPACE}}}{name}")  # type: ignore[attr-defined] # an element of the standard library
    return "".join(found.itertext()) if found is not None else ""
