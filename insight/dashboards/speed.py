"""How fast the council acts on what it hears: from the alarm to the action, and from there to what residents read."""

from collections.abc import Iterator
from datetime import date
from statistics import median

from django.utils.translation import gettext as _

from insight.dashboards import read
from insight.dashboards.answered import answered
from insight.dashboards.board import CELL, Line, Section
from insight.models import Alarm, Item

YEAR = 365


def section() -> Section:
    """Return the table of the last twelve months: four queries."""
    alarms, things = [*_acted(Alarm, "raised_on")], [*_acted(Item, "first_on")]
    parts = [
        (_("From an alarm to an action"), [(acted - begun).days for begun, acted, _shown in alarms]),
        (_("From a thing that we hear to an action"), [(acted - begun).days for begun, acted, _shown in things]),
        (
            _("From an action to its publication"),
            [max(0, (shown - acted).days) for _begun, acted, shown in (*alarms, *things) if shown],
        ),
    ]
    heads = [_("What"), _("Days, as a median"), _("How many")]
    lines = [Line(label, [_days(listed), f"{len(listed):,}"]) for label, listed in parts]
    pages = answered()
    cells = [CELL if pages.days is None else f"{pages.days}", f"{pages.times:,}"]
    lines.append(Line(_("From a “No” on a page to a published action"), cells))
    return Section(_("How fast we act"), _sentence(parts[0][1]), heads, lines)


def _acted(model: type[Alarm] | type[Item], begun: str) -> Iterator[tuple[date, date, date | None]]:
    """Yield (when it began, when it was acted on, when that was published) of what was acted on."""
    rows = model._default_manager.filter(state=model.State.ACTED, closed_on__gte=read.since(YEAR))
    yield from rows.values_list(begun, "closed_on", "action__published_on")


def _days(listed: list[int]) -> str:
    return f"{median(listed):.0f}" if listed else CELL


def _sentence(listed: list[int]) -> str:
    if not listed:
        return _("No alarm was acted on in the last 12 months.")
    words = _("Half of the alarms that were acted on in the last 12 months had an action within %(days)s days.")
    return words % {"days": _days(listed)}
