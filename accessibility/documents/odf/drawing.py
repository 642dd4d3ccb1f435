"""Alternative text in OpenDocument files (WCAG 1.1.1; LibreOffice NO_ALT_GRAPHIC, NO_ALT_OLE)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Location, gather
from accessibility.documents.odf.common import ALL
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt
from accessibility.documents.xml import find_all, first, name

_FRAMES = "//draw:frame[draw:image or draw:object or draw:object-ole][not(ancestor::draw:frame/draw:object)]"


@register
class AlternativeText:
    """Every picture has words or is marked as decoration."""

    rules = ("WM-ODF-ALT", "WM-ODF-ALT-POOR")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield by what the alternative texts say."""
        missing, poor = [], []
        for root in (opened.content, opened.styles):
            for frame in find_all(root, _FRAMES) if root is not None else []:
                if frame.get(name("loext:decorative")) == "true":
                    continue
                said = _words(frame)
                place = Location(excerpt=said or frame.get(name("draw:name"), ""))
                if not said:
                    missing.append(place)
                elif is_poor_alt(said):
                    poor.append(place)
        yield from gather("WM-ODF-ALT", missing)
        yield from gather("WM-ODF-ALT-POOR", poor)


def _words(frame: Any) -> str:
    """Return the title or the description."""
    for path in ("svg:title", "svg:desc"):
        found = first(frame, path)
        if found is not None and (found.text or "").strip():
            return " ".join(found.text.split())
    return ""
