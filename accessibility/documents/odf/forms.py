"""Forms made in OpenDocument text (WCAG 4.1.2, 3.3.2; LibreOffice CONTENT_CONTROL, NON_INTERACTIVE_FORMS)."""

import re
from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import paragraphs
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, name

#: LibreOffice's own signs of a form that is typed as text.
_TYPED = re.compile(r"___|\.{4}|……|…\.|\.…")
_BLANK = re.compile(r"_{4,}|\.{6,}|…{3,}|[☐□▢❏❑]|\[\s{1,5}\]")
FORM_PLACES = 4
_NAMED = (
    "//office:forms//*[@form:label or @form:title or form:properties/form:property[@form:property-name='HelpText']]"
)


@register
class Controls:
    """A field to fill in has a name, and does not stand in a header or footer."""

    rules = ("WM-ODF-CONTROL",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield content controls without a name, those in headers and footers, and form fields without a label."""
        path = "//loext:content-control[not(normalize-space(@loext:alias))]"
        found = [*find_all(opened.content, path), *_fields(opened)]
        if opened.styles is not None:
            found += find_all(opened.styles, "office:master-styles//loext:content-control")
        yield from gather("WM-ODF-CONTROL", [Location(excerpt=_text(row)) for row in found])


@register
class TypedForms:
    """A line to write on cannot be filled in on a screen."""

    rules = ("WM-ODF-FORM", "WM-ODF-FORM-ASK")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the lines; where there are several places to fill in, the author is asked for an online form."""
        rows = [row for row in paragraphs(opened) if not row.in_index]
        typed = [row.place for row in rows if _TYPED.search(row.raw)]
        yield from gather("WM-ODF-FORM", typed)
        controls = len(find_all(opened.content, "//loext:content-control | //draw:control"))
        count = controls + sum(len(_BLANK.findall(row.raw)) for row in rows)
        if count >= FORM_PLACES:
            yield Finding("WM-ODF-FORM-ASK", tuple(typed[:10]), count, parameters={"places": str(count)})


def _fields(opened: OdfPackage) -> list[Any]:
    """Return the form fields on the page that have neither a label, a title nor a help text."""
    named = {
        row.get("{http://www.w3.org/XML/1998/namespace}id") or row.get(name("form:id"))
        for row in find_all(opened.content, _NAMED)
    }
    controls = find_all(opened.content, "//draw:control[not(svg:title) and not(svg:desc)]")
    return [row for row in controls if row.get(name("draw:control")) not in named]


def _text(element: Any) -> str:
    """Return the words in an element, else its name."""
    return " ".join("".join(element.itertext()).split()) or element.get(name("draw:name"), "")
