"""Small cells of a published table are hidden, and so is a second one, so that no total gives the first away.

The rule is the Office for National Statistics' for public tables: nothing under five, complementary suppression.
"""

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")
#: The smallest count that may be published.
SMALLEST = 5


def suppressed(row: Mapping[Key, int]) -> dict[Key, int | None]:
    """Return one row of a table whose total is published, with None for each count that must not be shown.

    A zero is shown: it tells nothing about anybody. One hidden cell alone could be worked out from the total, so
    the next smallest one goes with it.
    """
    hidden = {key for key, count in row.items() if 0 < count < SMALLEST}
    if len(hidden) == 1:
        others = [key for key, count in row.items() if key not in hidden and count]
        if others:
            hidden.add(min(others, key=lambda key: row[key]))
    return {key: None if key in hidden else count for key, count in row.items()}
