"""The trained model: names of features, their rarity and three weights each, read from one JSON file."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from insight.sentiment.features import Answer, features, weighed

FILE = Path(__file__).parent / "model.json"
#: The order of the three weights.
CLASSES = ("negative", "neutral", "positive")
#: Weights are stored as whole thousandths, rarities as hundredths.
WEIGHT_UNIT, RARITY_UNIT = 1000, 100
#: In thousandths: a feature whose three weights all lie under this is not stored.
LIGHTEST = 15


class Opinion(NamedTuple):
    """``confidence`` is the model's own probability of ``sentiment``, between 0 and 1."""

    sentiment: str
    confidence: float


@dataclass(frozen=True)
class Model:
    """``rarity`` and ``weights`` have the same names; ``start`` is what stands before any feature is seen."""

    rarity: Mapping[str, float]
    weights: Mapping[str, Sequence[float]]
    start: Sequence[float]

    def scores(self, answer: Answer) -> list[float]:
        """Return one score a class, in the order of :data:`CLASSES`."""
        totals = list(self.start)
        for name, value in weighed(dict(features(answer)), self.rarity).items():
            for place, weight in enumerate(self.weights[name]):
                totals[place] += value * weight
        return totals

    def opinion(self, answer: Answer) -> Opinion:
        """Return the likeliest sentiment of ``answer``."""
        totals = self.scores(answer)
        top = max(totals)
        shares = [math.exp(total - top) for total in totals]
        best = shares.index(max(shares))
        return Opinion(CLASSES[best], shares[best] / sum(shares))


def read(path: Path) -> Model:
    """Read a model from ``path``: ``{"start": [3 numbers], "features": {name: [rarity, 3 weights]}}``."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    rows: dict[str, list[int]] = raw["features"]
    return Model(
        {name: row[0] / RARITY_UNIT for name, row in rows.items()},
        {name: [number / WEIGHT_UNIT for number in row[1:]] for name, row in rows.items()},
        [number / WEIGHT_UNIT for number in raw["start"]],
    )


def write(model: Model, path: Path) -> None:
    """Write ``model`` to ``path`` as :func:`read` reads it, one feature a line; what weighs nothing is left out."""
    rows = []
    for name in sorted(model.weights):
        weights = [round(weight * WEIGHT_UNIT) for weight in model.weights[name]]
        if any(abs(weight) >= LIGHTEST for weight in weights):
            numbers = [round(model.rarity[name] * RARITY_UNIT), *weights]
            rows.append(f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(numbers, separators=(',', ':'))}")
    start = json.dumps([round(weight * WEIGHT_UNIT) for weight in model.start])
    path.write_text(f'{{"start":{start},"features":{{\n' + ",\n".join(rows) + "\n}}\n", encoding="utf-8")


@cache
def load(path: Path = FILE) -> Model:
    """Return the model in ``path``, the product's own unless another is named, read once."""
    return read(path)
