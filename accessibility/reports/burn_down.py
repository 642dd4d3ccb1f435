"""How the number of documents that residents cannot open falls: a sentence, the points of a line, a table."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accessibility.models import DocumentSnapshot

#: Units of the picture; the line keeps off its edges.
WIDTH, HEIGHT, MARGIN = 720, 240, 24
PERIOD = timedelta(days=365)
MOST_POINTS = 60


@dataclass(frozen=True)
class BurnDown:
    """``days`` are oldest first, thinned evenly to MOST_POINTS; ``points`` is the line in SVG's own form."""

    sentence: str
    days: tuple[DocumentSnapshot, ...]
    points: str
    highest: int


def burn_down() -> BurnDown:
    """Return the last year."""
    days = thinned(list(DocumentSnapshot.objects.filter(day__gte=timezone.localdate() - PERIOD)))
    highest = max((day.left for day in days), default=0)
    return BurnDown(sentence_for(days), tuple(days), line(days, highest), highest)


def thinned(days: list[DocumentSnapshot]) -> list[DocumentSnapshot]:
    """Return at most MOST_POINTS days, with the first and the last."""
    if len(days) <= MOST_POINTS:
        return days
    step = (len(days) - 1) / (MOST_POINTS - 1)
    return [days[round(number * step)] for number in range(MOST_POINTS)]


def line(days: list[DocumentSnapshot], highest: int) -> str:
    """Return ``x,y`` pairs; the days stand as far apart as they are in time."""
    if not days:
        return ""
    first, span = days[0].day, max((days[-1].day - days[0].day).days, 1)
    wide, high = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    pairs = [
        (MARGIN + wide * (day.day - first).days / span, HEIGHT - MARGIN - high * day.left / max(highest, 1))
        for day in days
    ]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in pairs)


def sentence_for(days: list[DocumentSnapshot]) -> str:
    """Return what the picture shows, for those who do not see it."""
    if not days:
        return _("There is no count yet. The first one is made tonight.")
    first, last = days[0], days[-1]
    now = ngettext(
        "Residents cannot open %(count)s document.", "Residents cannot open %(count)s documents.", last.left
    ) % {"count": last.left}
    if first == last:
        return now
    change = _("On %(day)s it was %(count)s.") % {"day": date_format(first.day), "count": first.left}
    return f"{now} {change}"
