"""Sound and film in the file, and locks (WCAG 1.1.1, 1.2.2)."""

from collections.abc import Iterator

import pikepdf

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.forms import place_of
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

_MEDIA = frozenset(("Screen", "RichMedia", "Movie", "Sound", "3D"))
#: Bit 10 of the permissions: take out text for people with disabilities (ISO 32000-1, table 22).
_FOR_ACCESSIBILITY = 1 << 9


@register
class Media:
    """What moves or sounds has captions and can be stopped: only a person can tell."""

    rules = ("WM-PDF-MEDIA-ASK",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the places of sound and film."""
        yield from gather(
            "WM-PDF-MEDIA-ASK", [place_of(opened, one) for one in opened.annotations if one.type in _MEDIA]
        )


@register
class Locked:
    """Security does not keep screen readers out."""

    rules = ("WM-PDF-LOCKED",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield when it does."""
        lock = opened.pdf.trailer.get("/Encrypt")
        permissions = lock.get("/P") if isinstance(lock, pikepdf.Dictionary) else None
        if isinstance(permissions, int) and not permissions & _FOR_ACCESSIBILITY:
            yield Finding("WM-PDF-LOCKED")
