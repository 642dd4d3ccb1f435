"""Weight answers so that wards and channels count as they stand in the city, and say what that costs.

Raking: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11, 1940. Effective size: L. Kish,
Survey Sampling, 1965. A weight above ``CEILING`` is trimmed: a handful of people must not speak for a ward.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CEILING = 5.0
#: A group is without a voice when this many answers were to be expected and none came.
EXPECTED = 10
#: Below this many answers there is no figure (``scores.MINIMUM``).
FEWEST = 30
_ROUNDS, _CLOSE = 50, 1e-6

#: One answer's groups, for example {"ward": "Barton", "channel": "web"}.
Groups = Mapping[str, str]
#: The city's shares of each group, for example {"ward": {"Barton": 0.05, ...}, "channel": {...}}; they add up to 1.
Targets = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Weighted:
    """One weight an answer (mean 1), the number of answers they are worth, and the groups nobody spoke for."""

    weights: tuple[float, ...]
    effective: float
    silent: tuple[tuple[str, str], ...]


def rake(answers: Sequence[Groups], targets: Targets) -> Weighted:
    """Return weights under which the answers' shares meet ``targets`` in every dimension, as far as the trim allows."""
    weights = [1.0] * len(answers)
    for _round in range(_ROUNDS):
        before = list(weights)
        for dimension, shares in targets.items():
            weights = _met(weights, [answer.get(dimension, "") for answer in answers], shares)
        if max((abs(a - b) for a, b in zip(weights, before, strict=True)), default=0.0) < _CLOSE:
            break
    weights = _trimmed(weights)
    return Weighted(tuple(weights), effective_size(weights), silent(answers, targets))


@dataclass(frozen=True)
class WeightedCells:
    """One weight a group, the weighted and the plain per cent of ``n`` answers, what they are worth, who is silent."""

    weights: Mapping[str, float]
    value: float | None
    plain: float | None
    n: int
    effective: float
    silent: tuple[str, ...]


def weighted_cells(answers: Mapping[str, tuple[int, int]], used: Mapping[str, int]) -> WeightedCells:
    """Post-stratify counts by one dimension: ``answers`` are (content, all) a group, ``used`` how big the group is.

    The same rule as :func:`rake`, for counts of any size. Groups of unknown size are left out; under 30 answers there
    is no figure. A group is silent when ``EXPECTED`` of the answers should have been its own and none was.
    """
    heard = {group: pair for group, pair in answers.items() if pair[1] and used.get(group)}
    n, whole = sum(pair[1] for pair in heard.values()), sum(used[group] for group in heard)
    everybody = sum(used.values())
    mute = tuple(
        group for group, size in used.items() if group not in heard and everybody and n * size / everybody >= EXPECTED
    )
    if n < FEWEST:
        return WeightedCells({}, None, None, n, float(n), mute)
    weights = {group: min(CEILING, used[group] / whole / (pair[1] / n)) for group, pair in heard.items()}
    total = sum(weights[group] * pair[1] for group, pair in heard.items())
    squares = sum(weights[group] ** 2 * pair[1] for group, pair in heard.items())
    value = 100 * sum(weights[group] * pair[0] for group, pair in heard.items()) / total
    plain = 100 * sum(pair[0] for pair in heard.values()) / n
    return WeightedCells(weights, value, plain, n, total**2 / squares, mute)


def effective_size(weights: Sequence[float]) -> float:
    """Return Kish's effective number of answers: the square of the sum over the sum of squares."""
    squares = sum(weight * weight for weight in weights)
    return sum(weights) ** 2 / squares if squares else 0.0


def silent(answers: Sequence[Groups], targets: Targets) -> tuple[tuple[str, str], ...]:
    """Return (dimension, group) of groups that should have been heard ``EXPECTED`` times or more and never were."""
    missing: list[tuple[str, str]] = []
    for dimension, shares in targets.items():
        heard = Counter(answer.get(dimension, "") for answer in answers)
        expected = {group: share * len(answers) for group, share in shares.items()}
        missing += [(dimension, group) for group, n in expected.items() if n >= EXPECTED and not heard[group]]
    return tuple(missing)


def weighted_share(content: Sequence[bool], weights: Sequence[float]) -> float | None:
    """Return the weighted per cent of content answers, None without answers."""
    total = sum(weights)
    return 100 * sum(w for yes, w in zip(content, weights, strict=True) if yes) / total if total else None


def _met(weights: list[float], groups: list[str], shares: Mapping[str, float]) -> list[float]:
    """Scale each group to its share of those that were heard; answers of unknown group keep their weight."""
    sums: Counter[str] = Counter()
    for group, weight in zip(groups, weights, strict=True):
        sums[group] += weight  # type: ignore[assignment] # a counter of weights, not of things
    heard = {group: share for group, share in shares.items() if sums[group]}
    known = sum(float(sums[group]) for group in heard)
    whole = sum(heard.values())
    factor = {group: share / whole * known / float(sums[group]) for group, share in heard.items()}
    return [weight * factor.get(group, 1.0) for group, weight in zip(groups, weights, strict=True)]


def _trimmed(weights: list[float]) -> list[float]:
    """Cut what is above the ceiling and share it out among the others, so that the mean stays 1."""
    if not weights:
        return weights
    kept, total = list(weights), float(len(weights))
    while True:
        cut = [weight >= CEILING for weight in kept]
        rest = sum(weight for weight, high in zip(kept, cut, strict=True) if not high)
        if not rest:
            return [1.0] * len(kept)
        factor = (total - CEILING * sum(cut)) / rest
        kept = [CEILING if high else weight * factor for weight, high in zip(kept, cut, strict=True)]
        if all(weight <= CEILING for weight in kept):
            return kept
