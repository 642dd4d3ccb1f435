"""What a process remembers of the index: the vectors, and how many entries use a word.

The database stays the truth: whatever is found here is read there before it is shown, so what is gone is gone at
once. Whether anything changed is asked at most every second, and only what changed is read.
"""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

import numpy as np
from django.db.models import Count, Max
from django.db.models.functions import Left

from search.embedding import DIMENSIONS
from search.folding import words_of
from search.models import SearchEntry

#: Seconds for which an answer about changes holds, and the longest time that a row takes from its stamp to its commit.
HOLDS = 1.0
OVERLAP = timedelta(seconds=30)
#: Characters of a page's text whose words count as the site's own.
LEAD = 600

Matrix = "np.ndarray[tuple[int, int], np.dtype[np.float16]]"


@dataclass(frozen=True)
class Snapshot:
    """One language's entries. ``ids`` and the rows of ``vectors`` belong together; a zero row has no meaning yet."""

    ids: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    vectors: Any = field(default_factory=lambda: np.zeros((0, DIMENSIONS), dtype=np.float16))
    words: Counter[str] = field(default_factory=Counter)
    size: int = 0
    latest: datetime | None = None


@dataclass
class _Kept:
    snapshot: Snapshot = field(default_factory=Snapshot)
    asked_at: float = float("-inf")


_kept: dict[str, _Kept] = {}
_lock = Lock()


def snapshot_of(language: str) -> Snapshot:
    """Return what is known of a language, at most HOLDS seconds old."""
    kept = _kept.setdefault(language, _Kept())
    if time.monotonic() - kept.asked_at > HOLDS:
        with _lock:
            if time.monotonic() - kept.asked_at > HOLDS:
                kept.snapshot = _refreshed(kept.snapshot, language)
                kept.asked_at = time.monotonic()
    return kept.snapshot


def stale() -> None:
    """Ask again at the next search: this process has changed the index."""
    for kept in _kept.values():
        kept.asked_at = float("-inf")


def forget() -> None:
    """Remember nothing."""
    _kept.clear()


def _refreshed(old: Snapshot, language: str) -> Snapshot:
    rows = SearchEntry.objects.filter(language=language)
    state = rows.aggregate(size=Count("pk"), latest=Max("updated_at"))
    if (state["size"], state["latest"]) == (old.size, old.latest):
        return old
    changed = rows if old.latest is None else rows.filter(updated_at__gt=old.latest - OVERLAP)
    texts = ("folded_title", "folded_summary", Left("folded_body", LEAD))
    fresh = list(changed.values_list("pk", "vector", *texts))
    alive = rows.values_list("pk", flat=True)
    ids, vectors = _joined(old, [row[0] for row in fresh], [row[1] for row in fresh], np.fromiter(alive, np.int64))
    known = set(old.ids.tolist())
    words = _counted(old.words, (row[2:] for row in fresh if row[0] not in known))
    return Snapshot(ids, vectors, words, state["size"], state["latest"])


def _joined(old: Snapshot, fresh: list[int], raw: list[bytes | None], alive: Any) -> tuple[Any, Any]:
    """Return the old rows that are still there and did not change, then the fresh ones."""
    stays = np.isin(old.ids, alive) & ~np.isin(old.ids, np.array(fresh, dtype=np.int64))
    none = bytes(DIMENSIONS * 2)
    made = np.frombuffer(b"".join(bytes(each) if each else none for each in raw), dtype=np.float16)
    ids = np.concatenate([old.ids[stays], np.array(fresh, dtype=np.int64)])
    return ids, np.concatenate([old.vectors[stays], made.reshape(-1, DIMENSIONS)])


def _counted(old: Counter[str], texts: Iterable[tuple[str, ...]]) -> Counter[str]:
    """Return how many entries use each word. Entries that went are not taken off: it is a statistic."""
    words = Counter(old)
    for text in texts:
        words.update(set(words_of(" ".join(text))))
    return words
