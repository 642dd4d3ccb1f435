"""Which entries are near to a search in meaning: the vectors of one language, small enough for every process.

Each number takes one byte (a row's largest is 127), which changes no product by more than a hundredth. Products go
through ``einsum``: a matrix library's own threads wait for each other when the machine is busy, ten times as long.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from search.embedding import DIMENSIONS, Vectors

#: Rows that are widened at once.
PIECE = 2048


@dataclass(frozen=True)
class Near:
    """``values`` says how close each of ``ids`` is to a search, a cosine; ids ascend. What is not there is at 0."""

    ids: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    values: Any = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    def of(self, entry_id: int) -> float:
        """Return how close an entry is."""
        place = int(np.searchsorted(self.ids, entry_id))
        there = place < len(self.ids) and self.ids[place] == entry_id
        return float(self.values[place]) if there else 0.0

    def closest(self, most: int, least: float) -> list[int]:
        """Return at most ``most`` ids that are at least as close as ``least``, the closest first."""
        size = min(most, len(self.ids))
        if not size:
            return []
        places = np.argpartition(-self.values, size - 1)[:size]
        places = places[np.argsort(-self.values[places], kind="stable")]
        return [int(self.ids[place]) for place in places if self.values[place] >= least]


@dataclass(frozen=True)
class Meanings:
    """The vectors of entries, a row or more an entry, in the order of their ids."""

    owners: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    codes: Any = field(default_factory=lambda: np.zeros((0, DIMENSIONS), dtype=np.int8))
    scales: Any = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    def near(self, wanted: Vectors) -> Near:
        """Return each entry's best product with the rows of ``wanted``."""
        if not len(self.owners):
            return Near()
        best = np.empty(len(self.owners), dtype=np.float32)
        for start in range(0, len(self.owners), PIECE):
            wide = self.codes[start : start + PIECE].astype(np.float32)
            best[start : start + PIECE] = np.einsum("ij,kj->ki", wide, wanted).max(axis=0)
        ids, starts = np.unique(self.owners, return_index=True)
        return Near(ids, np.maximum.reduceat(best * self.scales, starts))

    def with_changes(self, alive: Any, changed: Iterable[int], fresh: "Meanings") -> "Meanings":
        """Return the rows of those entries that are alive and did not change, and the ``fresh`` ones."""
        kept = np.isin(self.owners, alive) & ~np.isin(self.owners, np.fromiter(changed, np.int64))
        owners = np.concatenate([self.owners[kept], fresh.owners])
        order = np.argsort(owners, kind="stable")
        codes = np.concatenate([self.codes[kept], fresh.codes])
        scales = np.concatenate([self.scales[kept], fresh.scales])
        return Meanings(owners[order], codes[order], scales[order])


def packed(ids: Sequence[int], stored: Sequence[bytes]) -> Meanings:
    """Return the meanings of entries as they are stored, float16 (see ``meaning.py``)."""
    rows = np.frombuffer(b"".join(stored), dtype=np.float16).reshape(-1, DIMENSIONS).astype(np.float32)
    counts = [len(each) // (2 * DIMENSIONS) for each in stored]
    scales = np.maximum(np.abs(rows).max(axis=1, initial=0.0), 1e-6) / 127
    codes = np.rint(rows / scales[:, None]).astype(np.int8)
    return Meanings(np.repeat(np.array(ids, dtype=np.int64), counts), codes, scales.astype(np.float32))


def joined(parts: Sequence[Meanings]) -> Meanings:
    """Return several as one."""
    if not parts:
        return Meanings()
    columns = zip(*((part.owners, part.codes, part.scales) for part in parts), strict=True)
    return Meanings(*(np.concatenate(column) for column in columns))
