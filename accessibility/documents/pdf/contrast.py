"""Contrast of text against what really lies behind it (WCAG 1.4.3), measured on the drawn page.

Each page is drawn twice, with and without its text. What is behind a word is then known exactly, whatever drew it, and
smoothed edges of letters do not matter: the colour of the letters is the one that the file asks for. Text on a picture
or a gradient is too pale when it is so on every colour there; when it is so on some, the author is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.documents.base import Finding, Kind, Location, Severity
from accessibility.documents.pdf.inks import Ink, PageInks
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

#: WCAG 1.4.3: large text is 18 points, or 14 points and bold.
LARGE, LARGE_BOLD = 18.0, 14.0
USUAL_RATIO, LARGE_RATIO = 4.5, 3.0
#: Colours go through a conversion before we see them: less than this is not a difference.
ROUNDING = 0.02
#: Drawing a page is the dearest step of all. So many are drawn at most; plain pages need no drawing.
MAX_DRAWN = 30
#: So many pieces of all pages are looked at.
MAX_SEEN = 30_000


@dataclass(frozen=True)
class Pale:
    """One piece of text that is too pale: where, how pale (to one), and whether this alone shuts people out."""

    place: Location
    ratio: float
    is_grave: bool


@register
class Contrast:
    """Words stand out from their background; below 3 to 1 on plain ground nobody with poor sight can read them."""

    rules = ("WM-PDF-CONTRAST", "WM-PDF-CONTRAST-ASK")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pale text in one finding, with the lowest ratio, and the pages to look at in another."""
        pale: list[Pale] = []
        unclear: list[Location] = []
        left, budget = MAX_DRAWN, MAX_SEEN
        for number in range(1, opened.pages_checked + 1):
            inks = PageInks(opened.rendered, number, budget)
            left, budget = left - inks.needs_drawing, budget - inks.seen
            if left < 0 or not budget:
                opened.left_out.update(self.rules)
                break
            for ink in inks.read():
                lowest, highest = ink.ratios[0], ink.ratios[-1]
                if highest < _wanted(ink) - ROUNDING:
                    plain = len(ink.grounds) == 1 and ink.is_words
                    pale.append(Pale(_place(number, ink), highest, plain and highest < LARGE_RATIO - ROUNDING))
                elif lowest < _wanted(ink) - ROUNDING:
                    unclear.append(_place(number, ink))
        if pale:
            pale.sort(key=lambda one: (not one.is_grave, one.ratio, one.place.page or 0))
            severity = Severity.BLOCK if pale[0].is_grave else Severity.WARN
            worst = {"ratio": f"{pale[0].ratio:.1f}"}
            places = tuple(one.place for one in pale[:10])
            yield Finding("WM-PDF-CONTRAST", places, len(pale), severity, parameters=worst)
        if unclear:
            yield Finding("WM-PDF-CONTRAST-ASK", tuple(unclear[:10]), len(unclear))


def _wanted(ink: Ink) -> float:
    """Return the ratio that WCAG asks for."""
    large = ink.size >= LARGE - 0.01 or (ink.is_bold and ink.size >= LARGE_BOLD - 0.01)
    return LARGE_RATIO if large else USUAL_RATIO


def _place(number: int, ink: Ink) -> Location:
    """Return where the text is."""
    return Location(page=number, excerpt=ink.text.strip(), bbox=ink.bbox)
