"""The board of channels: who comes which way, how each is rated, and what the whole says once they are weighted."""

from collections.abc import Iterator, Sequence

from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from insight.channel_names import channel_name
from insight.dashboards import read
from insight.dashboards.board import Line, Section, asked, per_cent, scored, share
from insight.models import DailyRollup
from insight.questions import SATISFACTION
from insight.stats import csat_top2, weighted_cells
from insight.succession import succession
from insight.voices.figures import uses

YEAR = 365
#: Channels whose answers are asked for on the site, wherever the person sits.
ONLINE = "web"


def name(code: str) -> str:
    """Return what people call a channel."""
    return channel_name(code) or _("Unknown")


def satisfaction(service: str, subjects: Sequence[str] = ()) -> Section:
    """Return a service's satisfaction by channel: its own answers and those about its forms.

    ``subjects`` are those of its forms: answers that came without a service's name are found by them.
    """
    found = read.sums(read.SATISFACTION, "channel", service=service)
    if subjects:
        for key, row in read.sums(read.SATISFACTION, "channel", subject__in=[*subjects], service="").items():
            found[key] = tuple(a + b for a, b in zip(found.get(key, (0,) * 6), row, strict=True))
    return _rated(found, service)


def plain_and_weighted() -> Iterator[Section]:
    """Yield satisfaction by channel as the answers came, and weighted by use: they are read once for both."""
    heard = read.sums(read.SATISFACTION, "channel")
    yield _rated(heard)
    yield weighted(heard)


def _rated(found: read.Sums, service: str = "") -> Section:
    score = csat_top2(read.total(found)[1:])
    lines = [scored(name(channel), csat_top2(row[1:])) for (channel,), row in sorted(found.items())]
    if score.value is None:
        sentence = _("There are %(n)s answers in the last 90 days: too few for a figure.") % {"n": score.n}
    else:
        words = _("%(value)s of 100 answers in the last 90 days are satisfied or very satisfied.")
        sentence = words % {"value": round(score.value)}
    note = _("Channels ask different people: compare a channel with itself over time first.")
    heads = [_("Channel"), _("Satisfied"), _("Answers")]
    notes = [note, asked(*SATISFACTION), *(succession().told([service]) if service else ())]
    return Section(_("Satisfaction by channel"), sentence, heads, lines, _("Satisfied, of 100"), notes)


def take_up() -> Section:
    """Return contacts and sent forms of the last twelve months: how far people use the online way."""
    first = read.since(YEAR).replace(day=1)
    rows = DailyRollup.objects.filter(question__in=[*read.VOLUME, *read.SENT], day__gte=first)
    months: dict[str, dict[str, int]] = {}
    # By day, and into months here: SQLite would call Python for the month of every single row.
    for day, question, channel, n in (
        rows.order_by("day").values_list("day", "question", "channel").annotate(n=Sum("n"))
    ):
        online = question in read.SENT and channel == ONLINE
        row = months.setdefault(date_format(day, "F Y"), {"online": 0, "other": 0})
        row["online" if online else "other"] += n
    lines = [
        Line(month, [f"{row['online']:,}", f"{row['other']:,}", per_cent(part)], part)
        for month, row in months.items()
        for part in [share(row["online"], row["online"] + row["other"])]
    ]
    online, other = (sum(row[key] for row in months.values()) for key in ("online", "other"))
    sentence = _("%(part)s of all contacts in twelve months were forms that people sent themselves.") % {
        "part": per_cent(share(online, online + other))
    }
    heads = [_("Month"), _("Forms sent"), _("Calls and visits"), _("Online")]
    return Section(_("How people reach us"), sentence if lines else _("Nothing was counted yet."), heads, lines,
                   _("Online, of 100"))  # fmt: skip


def left_out(channels: Sequence[str]) -> list[str]:
    """Return the sentence that names channels whose answers cannot be weighted; none where there are none."""
    words = _("Left out, because nobody counted how often they are used: %(channels)s.")
    return [words % {"channels": "; ".join(map(name, sorted(channels)))}] if channels else []


def weighted(heard: read.Sums) -> Section:
    """Return satisfaction as it would be if each channel answered as often as it is used; ``heard`` is by channel."""
    answers = {channel: row[1:] for (channel,), row in heard.items()}
    used = uses()
    found = weighted_cells({channel: (counts[3] + counts[4], sum(counts)) for channel, counts in answers.items()}, used)
    lines = [
        Line(name(channel), [f"{sum(answers.get(channel, ())):,}", f"{n:,}", f"{found.weights.get(channel, 0):.2f}"])
        for channel, n in sorted(used.items(), key=lambda row: -row[1])
    ]
    if found.value is None:
        sentence = _("There are too few answers, or no counts of use, to weight by.")
    else:
        words = _("Weighted by use, %(value)s of 100 are satisfied; unweighted it is %(plain)s. The %(n)s answers are "
                  "worth %(worth)s.")  # fmt: skip
        sentence = words % {
            "value": round(found.value), "plain": round(found.plain or 0), "n": f"{found.n:,}",
            "worth": f"{found.effective:,.0f}",
        }  # fmt: skip
    notes = [_("Without a voice: %(channel)s.") % {"channel": name(channel)} for channel in found.silent]
    notes += left_out([channel for channel, counts in answers.items() if sum(counts) and not used.get(channel)])
    heads = [_("Channel"), _("Answers"), _("Uses"), _("Weight of an answer")]
    return Section(_("Weighted by use"), sentence, heads, lines, "", tuple(notes))
