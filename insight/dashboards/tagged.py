"""Satisfaction by the deprivation of areas, by tenants of the council and by campaign, each with its interval.

A group under five answers is hidden with its figure, and a second one beside it.
"""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from insight.dashboards.board import CELL, Line, Section, asked, per_cent, scored, share
from insight.questions import SATISFACTION
from insight.stats import MINIMUM, Change, change, csat_top2, suppressed
from insight.stats.suppress import SMALLEST
from insight.stats.weights import EXPECTED
from insight.voices import tagged
from insight.voices.tagged import Counts
from insight.voices.tags import Tag
from insight.voices.words import unheard

#: The deciles of the most deprived fifth of England.
FIFTH = frozenset({"1", "2"})
_NOBODY = (0, 0, 0, 0, 0)


def sections() -> Iterator[Section]:
    """Yield the three tables: two queries."""
    counted = tagged.answers()
    yield by_deprivation(counted[Tag.DEPRIVATION], tagged.areas())
    yield by_tenant(counted[Tag.TENANT])
    yield by_campaign(counted[Tag.CAMPAIGN])


def by_deprivation(counted: Counts, areas: Mapping[str, float]) -> Section:
    """Return satisfaction and how often each decile was heard; ``areas`` are the deciles' shares of the city."""
    deciles = sorted({*counted, *areas}, key=int)
    counts = {decile: counted.get(decile, _NOBODY) for decile in deciles}
    shown, whole = _shown(counts), sum(map(sum, counts.values()))
    mute = [decile for decile in deciles if not sum(counts[decile]) and whole * areas.get(decile, 0) >= EXPECTED]
    lines = []
    for decile in deciles:
        n = shown[decile]
        cells = [per_cent(None if n is None else share(n, whole)), per_cent(100 * areas.get(decile, 0))]
        lines.append(_line(_tenth(decile), counts[decile], n, cells, marked=decile in mute))
    notes = [
        asked(*SATISFACTION),
        _("Deprivation is that of the area in the council's list of postcodes (Index of Multiple Deprivation), never "
          "that of a person. The share of the city counts postcodes."),
        *unheard([_tenth(decile) for decile in mute]),
    ]  # fmt: skip
    sentence = _fifth(counts, areas, shown) if deciles else _("The list of postcodes tells no deprivation of areas.")
    heads = [_("Tenth of areas in England"), _("Satisfied"), _("Answers"), _("Of those heard"), _("Of the city")]
    return Section(_("By deprivation of the area"), sentence, heads, lines, _("Satisfied, of 100"), notes)


def by_tenant(counted: Counts) -> Section:
    """Return satisfaction of the council's tenants beside that of others."""
    names = {"yes": _("Tenants of the council"), "no": _("Others")}
    counts = {group: counted.get(group, _NOBODY) for group in names}
    shown = _shown(counts)
    lines = [_line(name, counts[group], shown[group]) for group, name in names.items()]
    words = _("Of 100 tenants of the council %(before)s are satisfied, of 100 others %(after)s.")
    found = change(_content(counts["yes"]), _content(counts["no"]))
    notes = [asked(*SATISFACTION), _("Staff who enter answers tell it where they know it. Residents are not asked.")]
    heads = [_("Who answered"), _("Satisfied"), _("Answers")]
    return Section(_("By tenants of the council"), _compared(words, found), heads, lines, _("Satisfied, of 100"), notes)


def by_campaign(counted: Counts) -> Section:
    """Return satisfaction of those who were asked in each campaign, most answers first."""
    shown = _shown(counted)
    names = sorted(counted, key=lambda name: (-sum(counted[name]), name))
    lines = [_line(name, counted[name], shown[name]) for name in names]
    told = sum(line.bar is not None for line in lines)
    words = _("%(told)s of %(n)s campaigns have the %(fewest)s answers that a figure needs.")
    sentence = words % {"told": told, "n": len(lines), "fewest": MINIMUM}
    if not lines:
        sentence = _("No answer of the last 12 months came in by a campaign.")
    heads = [_("Campaign"), _("Satisfied"), _("Answers")]
    return Section(_("By campaign"), sentence, heads, lines, _("Satisfied, of 100"), (asked(*SATISFACTION),))


def _shown(counts: Counts) -> dict[str, int | None]:
    return suppressed({group: sum(row) for group, row in counts.items()})


def _line(label: str, counts: Sequence[int], n: int | None, cells: Sequence[str] = (), *, marked: bool = False) -> Line:
    """Return a group's line; where ``n`` is hidden, so is the figure, from whose interval it could be worked out."""
    if n is None:
        return Line(label, [CELL, CELL, *cells])
    return scored(label, csat_top2(counts), cells, marked=marked)


def _tenth(decile: str) -> str:
    names = {"1": _("1 (most deprived)"), "10": _("10 (least deprived)")}
    return names.get(decile, decile)


def _fifth(counts: Counts, areas: Mapping[str, float], shown: Mapping[str, int | None]) -> str:
    """Return how the most deprived fifth stands against the rest, unless a sum of either would tell a hidden cell."""
    hidden = {decile for decile, n in shown.items() if n is None}
    poor, rest = _content(*_rows(counts, inside=True)), _content(*_rows(counts, inside=False))
    alone = 1 in (len(hidden & FIFTH), len(hidden - FIFTH))
    words = _("Of 100 answers from the most deprived fifth of areas in England %(before)s are satisfied, of 100 from "
              "other areas %(after)s.")  # fmt: skip
    told = _compared(words, None if alone else change(poor, rest))
    if alone or not areas or not poor[1] + rest[1] or 0 < min(poor[1], rest[1]) < SMALLEST:
        return told
    heard = _("%(part)s of the answers came from that fifth, and %(share)s of the city lies in it.") % {
        "part": per_cent(share(poor[1], poor[1] + rest[1])),
        "share": per_cent(100 * sum(areas.get(decile, 0) for decile in FIFTH)),
    }
    return f"{told} {heard}"


def _rows(counts: Counts, *, inside: bool) -> list[tuple[int, ...]]:
    return [row for decile, row in counts.items() if (decile in FIFTH) is inside]


def _content(*rows: Sequence[int]) -> tuple[int, int]:
    """Return (satisfied, all) of some counts r1 to r5."""
    return sum(row[3] + row[4] for row in rows), sum(map(sum, rows))


def _compared(words: str, found: Change | None) -> str:
    """Return what two groups say beside each other, and whether that can be chance."""
    if found is None:
        return _("There are too few answers to compare.")
    judged = _("The difference is more than chance.") if found.clear else _("The difference can be chance.")
    return f"{words % {'before': round(found.before), 'after': round(found.after)}} {judged}"
