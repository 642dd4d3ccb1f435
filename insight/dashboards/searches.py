"""The board of searches: how many there are, and how many find nothing, week by week."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from insight.dashboards import read
from insight.dashboards.board import Line, Section, per_cent, share


def section() -> Section:
    """Return the table of the last weeks: one query."""
    weeks: dict[date, list[int]] = {}
    for (question, day), (n, *_rest) in read.sums([read.SEARCHES, read.NOTHING], "question", "day").items():
        row = weeks.setdefault(day - timedelta(days=day.weekday()), [0, 0])
        row[0] += n
        row[1] += n if question == read.NOTHING else 0
    lines = [
        Line(date_format(week, "j F Y"), [f"{n:,}", f"{nothing:,}", per_cent(share(nothing, n))], share(nothing, n))
        for week, (n, nothing) in sorted(weeks.items())
    ]
    whole, empty = (sum(row[at] for row in weeks.values()) for at in (0, 1))
    sentence = _("%(part)s of %(n)s searches in the last 90 days found nothing.") % {
        "part": per_cent(share(empty, whole)), "n": f"{whole:,}",
    }  # fmt: skip
    heads = [_("Week from"), _("Searches"), _("Found nothing"), _("Share")]
    return Section(_("Searches"), sentence if whole else _("Nobody has searched yet."), heads, lines,
                   _("Found nothing, of 100"))  # fmt: skip
