"""Raking of counted cells, for example ward by channel: the rule of :func:`insight.stats.weights.rake` at any size."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insight.stats.weights import CEILING, EXPECTED, FEWEST

_ROUNDS, _CLOSE = 100, 1e-6

#: One group in each dimension, for example ("Barton", "web").
Cell = tuple[str, ...]


@dataclass(frozen=True)
class RakedCells:
    """Weighted and plain per cent of ``n`` answers, how many they are worth (Kish), and (dimension, group) unheard.

    Under 30 answers there are no per cent.
    """

    weights: Mapping[Cell, float]
    value: float | None
    plain: float | None
    n: int
    effective: float
    silent: tuple[tuple[int, str], ...]


def rake_cells(cells: Mapping[Cell, tuple[int, int]], shares: Sequence[Mapping[str, float]]) -> RakedCells:
    """Weight ``cells``, each (content, all), to ``shares``, one mapping a dimension that adds up to 1.

    Answers of a group that is in no share are left out. Weights are trimmed at ``CEILING`` and have the mean 1.
    """
    known = {
        cell: pair
        for cell, pair in cells.items()
        if pair[1] and all(shares[at].get(group) for at, group in enumerate(cell))
    }
    sizes = {cell: pair[1] for cell, pair in known.items()}
    n = sum(sizes.values())
    silent = _silent(sizes, shares, n)
    if n < FEWEST:
        return RakedCells({}, None, None, n, float(n), silent)
    weights = _trimmed(_raked(sizes, shares), sizes)
    mass = {cell: weights[cell] * size for cell, size in sizes.items()}
    worth = sum(mass.values()) ** 2 / sum(weights[cell] * mass[cell] for cell in mass)
    value = 100 * sum(weights[cell] * pair[0] for cell, pair in known.items()) / sum(mass.values())
    plain = 100 * sum(pair[0] for pair in known.values()) / n
    return RakedCells(weights, value, plain, n, worth, silent)


def _silent(sizes: Mapping[Cell, int], shares: Sequence[Mapping[str, float]], n: int) -> tuple[tuple[int, str], ...]:
    heard = {(at, group) for cell in sizes for at, group in enumerate(cell)}
    return tuple(
        (at, group)
        for at, listed in enumerate(shares)
        for group, share in listed.items()
        if n * share >= EXPECTED and (at, group) not in heard
    )


def _raked(sizes: Mapping[Cell, int], shares: Sequence[Mapping[str, float]]) -> dict[Cell, float]:
    weights = dict.fromkeys(sizes, 1.0)
    for _round in range(_ROUNDS):
        before = dict(weights)
        for at, listed in enumerate(shares):
            weights = _met(weights, sizes, at, listed)
        if max(abs(weights[cell] - before[cell]) for cell in weights) < _CLOSE:
            break
    return weights


def _met(weights: Mapping[Cell, float], sizes: Mapping[Cell, int], at: int, listed: Mapping[str, float]) -> dict:  # type: ignore[type-arg] # as weights
    """Scale each group of one dimension to its share of those that were heard."""
    sums: defaultdict[str, float] = defaultdict(float)
    for cell, weight in weights.items():
        sums[cell[at]] += weight * sizes[cell]
    whole, total = sum(listed[group] for group in sums), sum(sums.values())
    return {cell: weight * listed[cell[at]] / whole * total / sums[cell[at]] for cell, weight in weights.items()}


def _trimmed(weights: Mapping[Cell, float], sizes: Mapping[Cell, int]) -> dict[Cell, float]:
    """Cut what is above the ceiling and share it out among the others, so that the mean stays 1."""
    kept, total = dict(weights), float(sum(sizes.values()))
    while any(weight > CEILING for weight in kept.values()):
        cut = {cell for cell, weight in kept.items() if weight >= CEILING}
        rest = sum(kept[cell] * sizes[cell] for cell in kept if cell not in cut)
        if not rest:
            return dict.fromkeys(kept, 1.0)
        factor = (total - CEILING * sum(sizes[cell] for cell in cut)) / rest
        kept = {cell: CEILING if cell in cut else weight * factor for cell, weight in kept.items()}
    return kept
