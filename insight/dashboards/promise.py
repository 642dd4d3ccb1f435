"""Promises kept: of what was finished with a promised day, how much was finished by then."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from insight.dashboards import read
from insight.dashboards.board import Section, scored
from insight.stats import Score, kept_share

#: Series whose r2 counts what was finished in time and r1 what was late.
SERIES = {
    "status": gettext_lazy("Requests by online form"),
    "complaint.closed": gettext_lazy("Complaints"),
    "foi.closed": gettext_lazy("Requests for information"),
    "member.enquiry.closed": gettext_lazy("Members' enquiries"),
}


def section(service: str | None = None) -> Section:
    """Return the table of promises, of one service or of all."""
    filters: dict[str, Any] = {} if service is None else {"service": service}
    found = read.sums([*SERIES], "question", **filters)
    rows = {series: kept_share(found.get((series,), (0,) * 6)[1:]) for series in SERIES}
    lines = [scored(str(SERIES[series]), score) for series, score in rows.items() if score.n]
    return Section(
        _("Promise kept"), _sentence(kept_share(read.total(found)[1:])),
        [_("What was promised"), _("In time"), _("Finished")], lines, _("In time, of 100"),
    )  # fmt: skip


def _sentence(score: Score) -> str:
    if not score.n:
        return _("Nothing with a promised day was finished in the last 90 days.")
    if score.value is None:
        return _("Too few were finished in the last 90 days to say how often promises were kept.")
    return _("%(value)s of 100 were finished by the day that was promised.") % {"value": round(score.value)}
