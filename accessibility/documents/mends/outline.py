"""Which level a line that only looks like a heading should have: told by its size and by the headings round it."""

from collections.abc import Sequence
from dataclasses import dataclass

DEEPEST = 6


@dataclass(frozen=True)
class Row:
    """A heading in reading order: its level (0: it only looks like one) and the size of its letters."""

    level: int
    size: float


def outline(rows: Sequence[Row]) -> list[int]:
    """Return a level for each row. Real headings keep theirs; no level that was not left out before is left out now.

    Below a real heading of the first level, which mostly is the title, nothing else becomes one.
    """
    found: list[int] = []
    above: list[tuple[int, float]] = []
    for index, row in enumerate(rows):
        if row.level:
            while above and above[-1][0] >= row.level:
                above.pop()
            level = row.level
        else:
            level = _level(above, row.size)
            after = rows[index + 1].level if index + 1 < len(rows) else 0
            titled = any(one.level == 1 for one in rows[:index])
            level = min(max(level, after - 1, 2 if titled else 1), found[-1] + 1 if found else 1, DEEPEST)
        above.append((level, row.size))
        found.append(level)
    return found


def _level(above: list[tuple[int, float]], size: float) -> int:
    """Return the level under what is larger, beside what is as large; what is smaller is closed."""
    beside = 0
    while above and above[-1][1] <= size:
        level, other = above.pop()
        beside = level if other == size else 0
    return beside or (above[-1][0] + 1 if above else 1)
