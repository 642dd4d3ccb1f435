"""The dashboard's charts: what each says in a sentence, its numbers, and where its bars and lines stand (SVG units)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accessibility.models import Finding, SiteDay
from accessibility.reports.site import PageRow, State, counts_of
from accessibility.wcag import CRITERIA, by_number

WIDTH, HEIGHT = 600, 160
#: Rows that a chart shows, those with most to do first; the CSV file has all pages.
MOST_ROWS = 15
MOST_DAYS = 90
#: Dark to light in the order of :class:`State`, at least 3:1 from neighbours by the white line between them.
FILLS = {
    State.FAULTS: "#8a1538",
    State.BLOCKED: "#c2570c",
    State.PENDING: "#5a5a5a",
    State.NOT_RUN: "#8c8c8c",
    State.EXEMPT: "#6a4bb0",
    State.CLEAN: "#1b7a43",
}
DASHES = {
    State.FAULTS: "",
    State.BLOCKED: "8 4",
    State.PENDING: "2 3",
    State.NOT_RUN: "1 6",
    State.EXEMPT: "12 4 2 4",
    State.CLEAN: "16 4",
}


@dataclass(frozen=True)
class Segment:
    """A part of a bar, in SVG units."""

    x: float
    width: float
    fill: str


@dataclass(frozen=True)
class Row:
    """One line of a chart's table, with its bar."""

    label: str
    counts: list[int]
    segments: list[Segment]
    language: str = ""


@dataclass(frozen=True)
class Chart:
    """A table whose rows hold bars. ``sentence`` says what it shows; ``columns`` head the counts."""

    id: str
    heading: str
    sentence: str
    first: str
    columns: list[str]
    rows: list[Row]


@dataclass(frozen=True)
class Line:
    """One state over time: ``points`` as SVG's polyline takes them, and its last count."""

    label: str
    points: str
    fill: str
    dash: str
    last: int


@dataclass(frozen=True)
class Trend:
    """The site over time, as lines and as the table behind them."""

    sentence: str
    lines: list[Line] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    days: list[tuple[Any, list[int]]] = field(default_factory=list)


def state_charts(rows: Sequence[PageRow]) -> list[Chart]:
    """Return pages by owner, template and language, each split by state."""
    return [
        by_state("owner", _("By owner"), _("Owner"), rows, lambda row: row.keeper.name or _("nobody")),
        by_state("template", _("By template"), _("Template"), rows, lambda row: row.kind),
        by_state("locale", _("By language"), _("Language"), rows, lambda row: str(row.page.locale.get_display_name())),
    ]


def by_state(name: str, heading: str, first: str, rows: Sequence[PageRow], label: Callable[[PageRow], str]) -> Chart:
    """Return one chart of pages grouped by ``label``, those with most to do first."""
    groups: dict[str, list[PageRow]] = defaultdict(list)
    for row in rows:
        groups[label(row)].append(row)
    todo = {one: sum(row.state is not State.CLEAN for row in found) for one, found in groups.items()}
    order = sorted(groups, key=lambda one: (-todo[one], one))[:MOST_ROWS]
    most = max((len(found) for found in groups.values()), default=1)
    counts = {one: counts_of(groups[one]) for one in order}
    # A state that no page is in would only make the table wider.
    shown = [state for state in State if state is State.CLEAN or any(found[state] for found in counts.values())]
    drawn = [Row(one, [found[state] for state in shown], bar(found, most)) for one, found in counts.items()]
    return Chart(name, heading, worst(order, todo), first, [str(state.label) for state in shown], drawn)


def worst(order: list[str], todo: dict[str, int]) -> str:
    """Return the sentence over a chart."""
    if not order or not todo[order[0]]:
        return _("Every page is clean.")
    count = todo[order[0]]
    words = ngettext(
        "Most to do: %(name)s, with %(count)s page that is not clean.",
        "Most to do: %(name)s, with %(count)s pages that are not clean.",
        count,
    )
    return words % {"name": order[0], "count": count}


def bar(counts: dict[State, int], most: int) -> list[Segment]:
    """Return the parts of one bar; the longest bar of a chart is :data:`WIDTH` wide."""
    parts, x = [], 0.0
    for state, count in counts.items():
        width = round(WIDTH * count / most, 1)
        if count:
            parts.append(Segment(round(x, 1), width, FILLS[state]))
        x += width
    return parts


def criteria_chart(runs: list[int]) -> Chart:
    """Return how many pages fail each criterion in the given runs, most first."""
    failed = Finding.objects.filter(run__in=runs, outcome=Finding.Outcome.FAIL).exclude(criterion="")
    pages = Counter(number for number, _run in failed.values_list("criterion", "run").distinct())
    order = sorted(pages, key=lambda number: (-pages[number], by_number(number)))[:MOST_ROWS]
    most = max(pages.values(), default=1)
    fill = FILLS[State.FAULTS]
    rows = [
        Row(
            f"{number} {CRITERIA.get(number, '')}",
            [pages[number]],
            [Segment(0, WIDTH * pages[number] / most, fill)],
            "en",
        )
        for number in order
    ]
    return Chart("criterion", _("By criterion"), criteria_words(rows), _("WCAG 2.2 criterion"), [_("Pages")], rows)


def named(number: str) -> str:
    """Return a criterion's number and its English name."""
    return f"{number} {CRITERIA.get(number, '')}".strip()


def criteria_words(rows: list[Row]) -> str:
    """Return the sentence over the criteria."""
    if not rows:
        return _("No browser check found a page that fails a criterion.")
    return _("Failed most often: %(criterion)s, on %(count)s pages.") % {
        "criterion": rows[0].label,
        "count": rows[0].counts[0],
    }


def trend() -> Trend:
    """Return the days that were kept, oldest first; one day alone is no line yet."""
    days = list(SiteDay.objects.order_by("-day")[:MOST_DAYS])[::-1]
    if len(days) < 2:
        return Trend(_("There is no line yet: it grows by one point a day."))
    most = max(max(day.states.values(), default=0) for day in days) or 1
    lines = [line_of(state, days, most) for state in State]
    clean = [day.states.get(State.CLEAN, 0) for day in (days[0], days[-1])]
    sentence = _("Clean pages went from %(before)s to %(after)s in %(days)s days.") % {
        "before": clean[0],
        "after": clean[1],
        "days": (days[-1].day - days[0].day).days,
    }
    table = [(day.day, [day.states.get(state, 0) for state in State]) for day in days[::-1]]
    return Trend(sentence, lines, [str(state.label) for state in State], table)


def line_of(state: State, days: Sequence[SiteDay], most: int) -> Line:
    """Return one state's line; the highest count of all stands at the top."""
    step = WIDTH / (len(days) - 1)
    counts = [day.states.get(state, 0) for day in days]
    points = " ".join(f"{at * step:.1f},{HEIGHT - HEIGHT * count / most:.1f}" for at, count in enumerate(counts))
    return Line(str(state.label), points, FILLS[state], DASHES[state], counts[-1])
