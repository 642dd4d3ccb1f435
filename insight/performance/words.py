"""What the charts of the open performance page say, in sentences. Nothing is said that the numbers do not bear."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from insight.dashboards.answered import Answered
from insight.performance.figures import Named, month_name
from insight.stats import MINIMUM, Point, Score, change
from insight.succession import name_of
from insight.types import Question


def overall(score: Score) -> str:
    """Return the figure of all channels together; empty under 30 answers."""
    if score.value is None:
        return ""
    words = _("%(value)s of 100 people were satisfied or very satisfied (%(n)s answers).")
    return words % {"value": round(score.value), "n": f"{score.n:,}"}


def response(answers: int, sent: int) -> str:
    """Return how many of those who sent a form answered; empty where none was sent."""
    if not sent:
        return ""
    words = _("Of 100 people who sent a form, %(part)s answered the question after it.")
    return words % {"part": round(100 * min(answers, sent) / sent)}


def waited(pages: Answered) -> str:
    """Return how long those waited who said that a page is not useful; empty under 30 that have an answer."""
    if pages.times < MINIMUM or pages.days is None:
        return ""
    words = _(
        "%(times)s times somebody said that a page is not useful and we published since what we do about that page:"
        " for half of them within %(days)s days."
    )
    return words % {"times": f"{pages.times:,}", "days": pages.days}


def asked(wording: str, question: Question) -> str:
    """Return the question behind a figure, with the version of its wording."""
    words = _("We ask: “%(wording)s” (question %(name)s, version %(version)s).")
    return words % {"wording": wording, "name": question.id, "version": question.version}


def course(run: Sequence[Point]) -> str:
    """Return how the last month of a run stands against its first, and whether that can be chance."""
    told = [point for point in run if point.score.value is not None]
    if len(told) < 2:
        return ""
    first, last = told[0], told[-1]
    words = _("In %(first)s it was %(before)s of 100, in %(last)s %(after)s of 100.") % {
        "first": month_name(first.period), "before": round(first.score.value or 0),
        "last": month_name(last.period), "after": round(last.score.value or 0),
    }  # fmt: skip
    found = change(_counts(first.score), _counts(last.score))
    judged = _("The difference can be chance.")
    if found is not None and found.clear:
        judged = _("That is a real rise.") if found.after > found.before else _("That is a real fall.")
    return f"{words} {judged}"


def best_and_worst(services: Sequence[Named]) -> str:
    """Return whose pages are found useful most and least often; empty with fewer than two figures."""
    told = sorted((row for row in services if row.score.value is not None), key=lambda row: row.score.value or 0)
    if len(told) < 2:
        return ""
    words = _("Pages of “%(best)s” were found useful most often, those of “%(worst)s” least often.")
    return words % {"best": name_of(told[-1].name), "worst": name_of(told[0].name)}


def _counts(score: Score) -> tuple[int, int]:
    return round((score.value or 0) * score.n / 100), score.n
