"""Training: logistic regression over three classes with numpy alone, so that a council can train anew from corrections.

The likelihood is weighted (neutral answers are rare), held down by a ridge penalty, and climbed with L-BFGS (D. C. Liu
and J. Nocedal, Mathematical Programming 45, 1989). The same answers always give the same coefficients.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from insight.sentiment.descent import descend
from insight.sentiment.features import COUNTED, Answer, features, weighed
from insight.sentiment.model import CLASSES, Model

#: What :func:`insight.sentiment.features.features` yields of one answer.
Found = dict[str, float]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Recipe:
    """``strength`` is the inverse of the penalty, ``start`` the penalty of what stands before any feature is seen.

    ``seen``: in how many answers a feature of a group must stand.
    """

    strength: float = 1.5
    start: float = 1e-3
    neutral: float = 1.4
    rounds: int = 60
    seen: dict[str, int] = field(default_factory=lambda: {"w": 4, "n": 4, "c": 7, "q": 5, "s": 1, "t": 1})


#: Corrections are few and one-sided: they may move words, hardly what stands before any word.
CORRECTING = Recipe(strength=0.5, start=1_000.0)


@dataclass(frozen=True)
class Table:
    """Rows of features in compressed form: where each row begins, which features it has, how much of each."""

    starts: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Floats
    width: int

    def times(self, weights: Floats) -> Floats:
        """Return the product with (features x classes) weights: one row of scores an answer."""
        parts = self.values[:, None] * weights[self.columns]
        return np.add.reduceat(parts, self.starts[:-1], axis=0)

    def back(self, errors: Floats) -> Floats:
        """Return the product of the turned table with (answers x classes) errors."""
        parts = self.values[:, None] * np.repeat(errors, np.diff(self.starts), axis=0)
        sums = [
            np.bincount(self.columns, weights=parts[:, place], minlength=self.width) for place in range(len(CLASSES))
        ]
        return np.stack(sums, axis=1)


def train(answers: Sequence[Answer], sentiments: Sequence[str], recipe: Recipe | None = None) -> Model:
    """Return a model of labelled answers. Raises ValueError on fewer than two answers or classes."""
    return learn([dict(features(answer)) for answer in answers], sentiments, recipe)


def learn(found: Sequence[Found], sentiments: Sequence[str], recipe: Recipe | None = None) -> Model:
    """Return a model of answers whose features are known. Raises ValueError when all are of one sentiment."""
    recipe = recipe or Recipe()
    if len(set(sentiments)) < 2:
        raise ValueError("Training needs answers of at least two sentiments.")
    rarity = _rarity(found, recipe)
    names = sorted(rarity)
    table = _table([weighed(row, rarity) for row in found], names)
    weights = climb(table, _numbers(sentiments), np.zeros((table.width, len(CLASSES))), recipe)
    return Model(rarity, dict(zip(names, weights[1:].tolist(), strict=True)), weights[0].tolist())


def retrain(model: Model, answers: Sequence[Answer], sentiments: Sequence[str], recipe: Recipe | None = None) -> Model:
    """Return ``model`` moved towards corrections: the penalty holds each weight near where it stood.

    So a handful of corrections changes little, hundreds change much, and what they do not speak of stays. Raises
    ValueError without a correction.
    """
    recipe = recipe or CORRECTING
    if not answers:
        raise ValueError("There are no corrections to learn from.")
    names = sorted(model.rarity)
    table = _table([weighed(dict(features(answer)), model.rarity) for answer in answers], names)
    before = np.array([model.start, *(model.weights[name] for name in names)], dtype=np.float64)
    weights = climb(table, _numbers(sentiments), before, recipe)
    return Model(model.rarity, dict(zip(names, weights[1:].tolist(), strict=True)), weights[0].tolist())


def _numbers(sentiments: Sequence[str]) -> npt.NDArray[np.int64]:
    return np.array([CLASSES.index(sentiment) for sentiment in sentiments])


def _rarity(found: Sequence[dict[str, float]], recipe: Recipe) -> dict[str, float]:
    seen = Counter(name for row in found for name in row)
    return {
        name: math.log((1 + len(found)) / (1 + count)) + 1 if name[0] in COUNTED else 1.0
        for name, count in seen.items()
        if count >= recipe.seen[name[0]]
    }


def _table(rows: Sequence[dict[str, float]], names: Sequence[str]) -> Table:
    """Return the rows with a first column of ones, whose weights are the start."""
    place = {name: number for number, name in enumerate(names, start=1)}
    starts, columns, values = [0], [], []
    for row in rows:
        columns += [0, *(place[name] for name in row)]
        values += [1.0, *row.values()]
        starts.append(len(columns))
    return Table(np.array(starts), np.array(columns), np.array(values), len(names) + 1)


def climb(table: Table, wanted: npt.NDArray[np.int64], before: Floats, recipe: Recipe) -> Floats:
    """Return (features x classes) weights of the least weighted loss; the penalty counts from ``before``."""
    truth = np.eye(len(CLASSES))[wanted]
    each = np.where(wanted == CLASSES.index("neutral"), recipe.neutral, 1.0)
    penalty = np.full((table.width, 1), 1.0 / recipe.strength)
    penalty[0] = recipe.start

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table.times(weights)
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        value = -(each * (truth * logs).sum(axis=1)).sum() + 0.5 * (penalty * (weights - before) ** 2).sum()
        return float(value), table.back(each[:, None] * (np.exp(logs) - truth)) + penalty * (weights - before)

    return descend(loss, before, recipe.rounds)
