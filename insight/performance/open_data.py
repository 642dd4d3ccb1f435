"""The same figures as data that anybody may use: CSV and JSON, with what each column means."""

from collections.abc import Iterator
from typing import Any

from insight.performance.figures import cells, scores_of
from insight.performance.withheld import withheld
from insight.stats import shown_beside
from insight.succession import succession

#: Column -> what it means. The order is that of the file.
DICTIONARY: dict[str, str] = {
    "month": "Month of the answers, year and month.",
    "question": "Which question was asked, and its version. Different versions must not be joined.",
    "channel": "How the answer reached the council: web, phone, counter, kiosk, qr or paper.",
    "service": "Short name of the service as it is today, empty where there is none. See changes for names before.",
    "n": "Answers that count. Answers whose origin is not known are left out.",
    "r1": "Answers of 1: very dissatisfied, or no. Empty where it is hidden: fewer than five, or told by the others.",
    "r2": "Answers of 2: dissatisfied, or yes to a question of yes and no.",
    "r3": "Answers of 3: neither satisfied nor dissatisfied.",
    "r4": "Answers of 4: satisfied.",
    "r5": "Answers of 5: very satisfied.",
    "figure": "csat_top2: per cent who gave 4 or 5. gds_score: mean of 0, 25, 50, 75, 100. useful_share: per cent yes.",
    "value": "The figure, from 0 to 100. Empty under 30 answers, and where it would tell a count that is hidden.",
    "low": "Lower end of its 95 per cent interval.",
    "high": "Upper end of its 95 per cent interval.",
}
STEPS = ("r1", "r2", "r3", "r4", "r5")


def rows() -> Iterator[dict[str, Any]]:
    """Yield one row a cell and figure; cells under five answers are not published, nor what would tell one of them."""
    there = cells()
    for month, question, channel, service in sorted(there.keys() - withheld(there)):
        counts = there[month, question, channel, service]
        figures = scores_of(question, counts)
        shown, telling = shown_beside(counts, [score.name for score in figures])
        for score in figures:
            low, high = score.interval or (None, None)
            told = [None] * 3 if score.name in telling else [_short(each) for each in (score.value, low, high)]
            yield {
                "month": f"{month:%Y-%m}", "question": question, "channel": channel, "service": service,
                "n": sum(counts), **dict(zip(STEPS, shown, strict=True)), "figure": score.name,
                **dict(zip(("value", "low", "high"), told, strict=True)),
            }  # fmt: skip


def changes() -> list[dict[str, str]]:
    """Return which services were renamed or merged, newest first: months before hold answers of all names."""
    names = ("before", "now", "what", "since")
    return [dict(zip(names, (*change[:3], change[3].isoformat()), strict=True)) for change in succession().changes]


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
