"""How the product's model is made: the health comments three ways, and the council's twice."""

from collections.abc import Iterable, Sequence
from functools import cache

from insight.sentiment.features import Answer, features
from insight.sentiment.model import Model
from insight.sentiment.train import Found, Recipe, learn
from tools.bench_insight.comments import Labelled

#: Every how manyth health comment is learnt once more without its question and rating.
BARE = 2
COUNCIL_TIMES = 2


def make(health: Iterable[Labelled], council: Sequence[tuple[Answer, str]], recipe: Recipe | None = None) -> Model:
    """Return a model of both kinds of comments."""
    rows: list[tuple[Answer, str]] = []
    for number, one in enumerate(health):
        rows += [(one.answer, one.sentiment), (one.unsure, one.sentiment)]
        if number % BARE == 0:
            rows.append((Answer(one.answer.text, "open", 0), one.sentiment))
    rows += [*council] * COUNCIL_TIMES
    return learn([known(answer) for answer, _sentiment in rows], [sentiment for _answer, sentiment in rows], recipe)


@cache
def known(answer: Answer) -> Found:
    """Return the features of ``answer``, found once however many models are made."""
    return dict(features(answer))
