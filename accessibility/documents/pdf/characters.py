"""Letters that no program can turn into text (WCAG 1.1.1, 1.3.1)."""

import re
from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, Severity
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
#: Bullets of symbol fonts: private letters that everybody reads as bullets.
_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc\uf020]")
#: Above this share of all letters a file cannot be read out.
TOO_MANY = 0.05
ENOUGH = 40


@register
class Unreadable:
    """A letter without a meaning is skipped or read out as nonsense."""

    rules = ("WM-PDF-UNICODE",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pages with such letters; more than one in twenty blocks."""
        letters, lost = 0, 0
        pages: list[Location] = []
        for number in range(1, opened.pages_checked + 1):
            text = "".join(opened.contents.text(number).split())
            found = len(_UNREADABLE.findall(_BULLETS.sub("", text)))
            letters, lost = letters + len(text), lost + found
            if found:
                pages.append(Location(page=number))
        if lost:
            many = letters >= ENOUGH and lost > TOO_MANY * letters
            yield Finding("WM-PDF-UNICODE", tuple(pages[:10]), lost, Severity.BLOCK if many else Severity.WARN)
