"""Things that float out of the reading order, and files that may not be changed (WCAG 1.3.2, 4.1.2)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on, name, words


@register
class Floating:
    """Floating pictures and text boxes are read at another place than they are seen."""

    rules = ("WM-DOCX-FLOATING",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield what is anchored in the body."""
        anchors = find_all(opened.main, "//wp:anchor")
        names = [first(anchor, "wp:docPr/@name") or words(anchor, "w:t") for anchor in anchors]
        yield from gather("WM-DOCX-FLOATING", [Location(excerpt=str(called)) for called in names])


@register
class Protected:
    """A locked file keeps assistive technology and our mending out."""

    rules = ("WM-DOCX-PROTECTED",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when editing is restricted."""
        for target in opened.targets(opened.main_name, "settings"):
            lock = first(opened.part(target), "w:documentProtection")
            if lock is not None and lock.get(name("w:enforcement")) and is_on(lock, name("w:enforcement")):
                yield Finding("WM-DOCX-PROTECTED")
