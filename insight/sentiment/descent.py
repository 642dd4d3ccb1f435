"""L-BFGS with a backtracking line search: finds the lowest point of a smooth, convex function."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
#: How many steps are remembered.
MEMORY = 10
_ENOUGH, _SHORTEST, _CLOSE = 1e-4, 1e-6, 1e-5


def descend(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int) -> Floats:
    """Return where ``loss`` (value and slope) is least, after at most ``rounds`` steps from ``start``."""
    at = start
    value, slope = loss(at)
    steps: list[tuple[Floats, Floats]] = []
    for _round in range(rounds):
        direction = -_turned(slope, steps)
        length = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        fall = float((slope * direction).sum())
        while True:
            there = at + length * direction
            new_value, new_slope = loss(there)
            if new_value <= value + _ENOUGH * length * fall or length < _SHORTEST:
                break
            length /= 2
        moved, bent = there - at, new_slope - slope
        if float((moved * bent).sum()) > 0:
            steps = [*steps[-MEMORY + 1 :], (moved, bent)]
        gained = value - new_value
        at, value, slope = there, new_value, new_slope
        if gained <= _CLOSE * max(1.0, abs(value)):
            break
    return at


def _turned(slope: Floats, steps: list[tuple[Floats, Floats]]) -> Floats:
    """Return the slope times the inverse curvature that the remembered steps show (two-loop recursion)."""
    result, shares = slope.copy(), []
    for moved, bent in reversed(steps):
        share = float((moved * result).sum()) / float((moved * bent).sum())
        result -= share * bent
        shares.append(share)
    if steps:
        moved, bent = steps[-1]
        result *= float((moved * bent).sum()) / float((bent * bent).sum())
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        result += moved * (share - float((bent * result).sum()) / float((moved * bent).sum()))
    return result
