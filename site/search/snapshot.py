"""What a process remembers of the index: the vectors, and how many entries use a word.

The database stays the truth: whatever is found here is read there before it is shown, so what is gone is gone at
once. Whether anything changed is asked at most every second, and only what changed is read.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from threading import Lock
from typing import Any

import numpy as np
from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Left

from search.folding import words_of
from search.memory import give_back
from search.models import SearchEntry
from search.nearness import Meanings, joined, packed

#: Seconds for which an answer about changes holds, and the longest time that a row takes from its stamp to its commit.
HOLDS = 1.0
OVERLAP = timedelta(seconds=30)
#: Characters of a page's text whose words count as the site's own.
LEAD = 600
#: Rows that are read at once: ten thousand would stay in the process's memory for ever.
CHUNK = 500


@dataclass(frozen=True)
class Snapshot:
    """One language's entries: which there are, what they mean, and how many use a word."""

    ids: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    meanings: Meanings = field(default_factory=Meanings)
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
    known, words = set(old.ids.tolist()), Counter(old.words)
    seen: list[int] = []
    fresh = []
    for chunk in _chunks(changed):
        seen += [row[0] for row in chunk]
        with_vector = [row for row in chunk if row[1]]
        fresh.append(packed([row[0] for row in with_vector], [bytes(row[1]) for row in with_vector]))
        _count(words, (row[2:] for row in chunk if row[0] not in known))
    if old.latest is None:
        give_back()
    alive = np.fromiter(rows.values_list("pk", flat=True), np.int64)
    meanings = old.meanings.with_changes(alive, seen, joined(fresh))
    return Snapshot(alive, meanings, words, state["size"], state["latest"])


def _chunks(changed: QuerySet[SearchEntry]) -> Iterator[list[Any]]:
    texts = ("folded_title", "folded_summary", Left("folded_body", LEAD))
    rows = changed.values_list("pk", "vector", *texts).iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _count(words: Counter[str], texts: Iterable[tuple[str, ...]]) -> None:
    """Count how many entries use each word. Entries that go are not taken off: it is a statistic."""
    for text in texts:
        words.update(set(words_of(" ".join(text))))
