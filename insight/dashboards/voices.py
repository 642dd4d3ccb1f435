"""The board of voices: what the figure would be if everybody answered, and who is not heard at all."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from insight.dashboards import tagged
from insight.dashboards.board import CELL, Line, Section, asked, per_cent, share
from insight.dashboards.channels import left_out
from insight.panel.dimensions import Dimension
from insight.questions import SATISFACTION
from insight.stats.weights import FEWEST
from insight.voices import figures
from insight.voices.words import silent, told, unheard


def sections() -> Iterator[Section]:
    """Yield the weighted figure, what answers are tagged with, then one table a dimension."""
    yield by_ward()
    yield from tagged.sections()
    names = dict(Dimension.choices)
    for dimension, (n, rows) in figures.heard().items():
        yield _dimension(str(names[dimension]), n, rows)


def by_ward() -> Section:
    """Return satisfaction ward by ward, with the weighted figure in the sentence and the silent by name."""
    used, cells = figures.uses(), figures.cells()
    found = figures.weighted(used)
    lines = []
    for ward in sorted({ward for ward, _channel in cells}):
        content = sum(pair[0] for (name, _channel), pair in cells.items() if name == ward)
        n = sum(pair[1] for (name, _channel), pair in cells.items() if name == ward)
        part = share(content, n) if n >= FEWEST else None
        lines.append(Line(ward, [per_cent(part) if part is not None else _("Too few answers"), f"{n:,}"], part))
    notes = [asked(*SATISFACTION), *silent(found), *left_out(figures.uncounted(used))]
    heads = [_("Ward"), _("Satisfied"), _("Answers")]
    return Section(_("By ward and channel"), told(found), heads, lines, _("Satisfied, of 100"), notes)


def _dimension(name: str, n: int, rows: list[figures.Heard]) -> Section:
    lines = []
    for row in rows:
        part = None if row.n is None else share(row.n, n)
        cells = [CELL if row.n is None else f"{row.n:,}", per_cent(part), f"{100 * row.share:.0f}%"]
        lines.append(Line(row.group, cells, part, marked=row.silent))
    mute = [row.group for row in rows if row.silent]
    sentence = _("Nobody has told us yet.") if not n else _("%(n)s people told us in the last 12 months.") % {"n": n}
    notes = unheard(mute)
    heads = [_("Group"), _("Heard"), _("Of those heard"), _("Of the city")]
    return Section(name, sentence, heads, lines, _("Of those heard"), notes)
