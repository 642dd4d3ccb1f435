"""Films, sounds and slides that move on by themselves (WCAG 1.2.2, 2.2.1)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first

_MEDIA = ".//a:videoFile | .//a:audioFile | .//a:quickTimeFile | .//a:wavAudioFile | .//p14:media"


@register
class SlideMedia:
    """Sound and film need captions; whether they have them is asked of the author."""

    rules = ("WM-PPTX-MEDIA-ASK",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides with media."""
        found = [
            Location(page=slide.number)
            for slide in slides_of(opened)
            if any(opened.targets(slide.path, kind) for kind in ("video", "audio", "media"))
            or first(slide.root, _MEDIA) is not None
        ]
        yield from gather("WM-PPTX-MEDIA-ASK", found)


@register
class AutomaticSlides:
    """The reader decides when the next slide comes."""

    rules = ("WM-PPTX-ADVANCE",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides that move on after a time."""
        found = [
            Location(page=slide.number)
            for slide in slides_of(opened)
            if find_all(slide.root, ".//p:transition[@advTm]")
        ]
        yield from gather("WM-PPTX-ADVANCE", found)
