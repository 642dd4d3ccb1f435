"""Write the whole index anew. It answers meanwhile: each row is replaced by itself."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from core.services import Findable, findable_sources
from search import snapshot
from search.index.writing import write
from search.models import SearchEntry

CHUNK = 128


class Rebuilt(NamedTuple):
    """How many entries were written, and how many went since nobody can find their things any more."""

    written: int
    removed: int


def rebuild(progress: Callable[[int], None] | None = None) -> Rebuilt:
    """Write all entries and drop those of things that are gone; tell ``progress`` how many are written so far."""
    before = set(SearchEntry.objects.values_list("key", flat=True))
    kept: set[str] = set()
    rows = (row for source in findable_sources() for row in source.everything())
    for chunk in _chunks(rows):
        write(chunk)
        kept |= {row.key for row in chunk}
        if progress:
            progress(len(kept))
    # Only what stood there before: a page that went live meanwhile has been written by its signal.
    SearchEntry.objects.filter(key__in=before - kept).delete()
    snapshot.stale()
    return Rebuilt(len(kept), len(before - kept))


def _chunks(rows: Iterator[Findable]) -> Iterator[list[Findable]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
