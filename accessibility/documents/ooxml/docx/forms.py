"""Forms made in Word (WCAG 4.1.2, 3.3.2). The best mend is an online form."""

import re
from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on, name, words

#: Content controls that a reader fills in, not those that programs keep contents, sources or data in.
_FILLED = (
    "w:sdtPr/w:text | w:sdtPr/w:comboBox | w:sdtPr/w:dropDownList | w:sdtPr/w:date | w:sdtPr/w14:checkbox | "
    "w:sdtPr[not(w:docPartObj or w:docPartList or w:citation or w:bibliography or w:picture or w:equation or "
    "w:group or w15:repeatingSection or w15:repeatingSectionItem or w:dataBinding or "
    "starts-with(w:tag/@w:val, 'goog_'))]"
)
_BLANK = re.compile(r"_{4,}|\.{6,}|…{3,}|[☐□▢❏❑]|\[\s{1,5}\]")
#: So many places to fill in make a document a form.
FORM_PLACES = 4


@register
class ContentControls:
    """A field to fill in says what belongs in it."""

    rules = ("WM-DOCX-CONTROL",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the controls without a title."""
        nameless = [
            row for row in controls(opened) if not first(row, "w:sdtPr/w:alias[normalize-space(@w:val)]/@w:val")
        ]
        yield from gather("WM-DOCX-CONTROL", [Location(excerpt=words(row, "w:t")) for row in nameless])


@register
class LegacyFields:
    """Old form fields have no name that a screen reader finds."""

    rules = ("WM-DOCX-LEGACY-FIELD",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield them."""
        found = legacy_fields(opened)
        yield from gather(
            "WM-DOCX-LEGACY-FIELD", [Location(excerpt=str(first(row, "w:name/@w:val") or "")) for row in found]
        )


@register
class DocumentAsForm:
    """A document that asks for answers should be an online form: asked of the author."""

    rules = ("WM-OFFICE-FORM-ASK",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when there are several places to fill in: controls, old fields, lines of underscores, empty boxes."""
        fields = len(controls(opened)) + len(legacy_fields(opened))
        typed = [row for row in paragraphs(opened) if _BLANK.search(row.raw) and not row.is_called("toc ")]
        count = fields + sum(len(_BLANK.findall(row.raw)) for row in typed)
        if count >= FORM_PLACES:
            places = tuple(row.place for row in typed[:10])
            yield Finding("WM-OFFICE-FORM-ASK", places, count, parameters={"places": str(count)})


@register
class Protected:
    """A locked file keeps assistive technology and our mending out."""

    rules = ("WM-DOCX-PROTECTED",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when editing is restricted; a lock that only records changes keeps nobody out."""
        lock = first(opened.related(opened.main_name, "settings"), "w:documentProtection")
        if lock is None or lock.get(name("w:edit")) in ("trackedChanges", "none"):
            return
        if lock.get(name("w:enforcement")) and is_on(lock, name("w:enforcement")):
            yield Finding("WM-DOCX-PROTECTED")


def controls(opened: OoxmlPackage) -> list[Any]:
    """Return the content controls that a reader fills in; those that hold others are only their frame."""
    return [row for row in find_all(opened.main, "//w:sdt[not(.//w:sdt)]") if first(row, _FILLED) is not None]


def legacy_fields(opened: OoxmlPackage) -> list[Any]:
    """Return the form fields of Word 97, which live on."""
    return find_all(opened.main, "//w:fldChar/w:ffData")
