"""The board of the cabinet: targets beside their plans, promises, and the evidence for Customer Service Excellence."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from insight.dashboards import channels, promise, read, speed, tagged
from insight.dashboards.board import CELL, Line, Section, asked, scored, told
from insight.models import Action, SatisfactionTarget
from insight.questions import SATISFACTION
from insight.stats import Score, csat_top2, kept_share
from insight.succession import succession

#: Days of the yearly review.
YEAR = 365


def sections() -> Iterator[Section]:
    """Yield the parts of the board."""
    yield targets()
    yield from channels.plain_and_weighted()
    yield channels.take_up()
    yield promise.section()
    yield speed.section()
    counted = [*tagged.sections()]
    yield from counted
    yield evidence(counted)


def targets() -> Section:
    """Return each target that is in force with its figure; unknown is never "met"."""
    rows = figures_of_targets()
    lines, met = [], 0
    for target, score in rows:
        state = _state(target, score)
        met += state == _("Met")
        label = " · ".join(filter(None, [target.get_channel_display(), target.service]))
        cells = [f"{target.value}%", state, target.plan, target.note]
        lines.append(scored(label, score, cells, link=target.plan_link, marked=state != _("Met")))
    sentence = _("%(met)s of %(n)s targets are met.") % {"met": met, "n": len(rows)}
    heads = [_("What"), _("Satisfied"), _("Answers"), _("Target"), _("State"), _("Plan"), _("Why it is short")]
    empty = _("No target is set yet.")
    return Section(_("Targets"), sentence if rows else empty, heads, lines, _("Satisfied, of 100"),
                   (asked(*SATISFACTION),))  # fmt: skip


def figures_of_targets() -> list[tuple[SatisfactionTarget, Score]]:
    """Return each target that is in force with the figure of the last 90 days: two queries."""
    found = read.sums(read.SATISFACTION, "channel", "service")
    return [(target, _figure(found, target)) for target in in_force()]


def in_force(today: date | None = None) -> Sequence[SatisfactionTarget]:
    """Return the newest target of each channel and service that has begun."""
    newest: dict[tuple[str, str], SatisfactionTarget] = {}
    begun = SatisfactionTarget.objects.filter(from_on__lte=today or timezone.localdate()).order_by("from_on")
    for target in begun:
        newest[target.channel, target.service] = target
    return list(newest.values())


def evidence(counted: Iterable[Section]) -> Section:
    """Return what the assessors of Customer Service Excellence ask for, under the standard's numbers.

    The year is what the strategy's yearly review looks back on (promise P15). ``counted`` are tables of groups, which
    are counted by month and have no figure of 90 days.
    """
    measures = [
        ("1.1", _("Contacts counted by channel")),
        ("1.2", _("“You said, we did” published, refusals too")),
        ("1.3", _("Satisfied or very satisfied")),
        ("4.2", _("Online forms sent, of those started")),
        ("4.3", _("Complaints received, and closed")),
        ("5.3", _("Finished by the promised day")),
    ]
    firsts = (read.since(), read.since(YEAR))
    figures = zip(*map(_figures_since, firsts, _published_since(*firsts)), strict=True)
    sentence = _("Figures of the last 90 days and of the last 12 months, under the numbers of the standard.")
    heads = [_("Criterion"), _("Measure"), _("Last 90 days"), _("Last 12 months")]
    rows = [Line(number, [measure, *each]) for (number, measure), each in zip(measures, figures, strict=True)]
    rows += [
        Line("1.3", [f"{section.heading}: {line.label}", CELL, line.cells[0]])
        for section in counted
        for line in section.lines
    ]
    return Section(_("Customer Service Excellence"), sentence, heads, rows)


def _published_since(*firsts: date) -> list[int]:
    """Return how many actions were published since each day: one query."""
    counts = {f"since_{at}": Count("pk", filter=Q(published_on__gte=first)) for at, first in enumerate(firsts)}
    return [*Action.objects.filter(locale__language_code="en").aggregate(**counts).values()]


def _figures_since(first: date, published: int) -> list[str]:
    """Return the figure of each measure since a day: one query. ``published`` counts the actions."""
    kinds = [*read.VOLUME, "complaint.received", "complaint.closed", *read.STARTED, *read.SENT]
    found = read.sums([*kinds, *read.SATISFACTION, *promise.SERIES], "question", first=first)
    contacts, received, closed, started, sent = (found.get((kind,), (0,))[0] for kind in kinds)
    rated, finished = (_rows_of(found, names) for names in (read.SATISFACTION, promise.SERIES))
    return [
        f"{contacts:,}",
        f"{published:,}",
        told(csat_top2(rated)),
        f"{sent:,} / {started:,}",
        f"{received:,} / {closed:,}",
        told(kept_share(finished)),
    ]


def _rows_of(found: read.Sums, names: Iterable[str]) -> list[int]:
    """Return the counts r1 to r5 of several series added up."""
    rows = [found[name,][1:] for name in names if (name,) in found]
    return [sum(row[at] for row in rows) for at in range(5)]


def _figure(found: read.Sums, target: SatisfactionTarget) -> Score:
    follows = succession()
    rows = [
        row[1:]
        for (channel, service), row in found.items()
        if target.channel in ("", channel) and (not target.service or follows.now(target.service) == service)
    ]
    return csat_top2([sum(row[at] for row in rows) for at in range(5)])


def _state(target: SatisfactionTarget, score: Score) -> str:
    if score.value is None:
        return _("Not known")
    if score.value >= target.value:
        return _("Met")
    return _("Short") if target.note.strip() else _("Short: say why")
