"""Many series watched at once: hold the share of false alarms among all alarms.

Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995.
"""

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")
#: At most this share of what is reported on one day is expected to be false.
RATE = 0.05


def discoveries(chances: Mapping[Key, float], rate: float = RATE) -> set[Key]:
    """Return the keys that stand out: the largest k chances with chance(k) <= rate * k / number of series."""
    ordered = sorted(chances, key=lambda key: chances[key])
    kept = 0
    for place, key in enumerate(ordered, start=1):
        if chances[key] <= rate * place / len(ordered):
            kept = place
    return set(ordered[:kept])
