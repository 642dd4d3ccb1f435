"""The Wilson score interval of a share (E. B. Wilson, JASA 22, 1927)."""

import math
from typing import NamedTuple

#: The 97.5th percentile of the normal distribution: intervals hold 95 %.
Z95 = 1.959963984540054


class Interval(NamedTuple):
    """Where the true value lies, in the unit of the value it belongs to."""

    low: float
    high: float


def wilson(successes: int, n: int, z: float = Z95) -> Interval:
    """Return the interval of ``successes / n`` as shares between 0 and 1; nothing heard gives 0 to 1.

    Raises ValueError when ``successes`` does not lie between 0 and ``n``.
    """
    if n < 0 or not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is not a share.")
    if n == 0:
        return Interval(0.0, 1.0)
    share, squared = successes / n, z * z
    centre = (share + squared / (2 * n)) / (1 + squared / n)
    half = z * math.sqrt(share * (1 - share) / n + squared / (4 * n * n)) / (1 + squared / n)
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return Interval(low, high)
