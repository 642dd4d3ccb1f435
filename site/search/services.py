"""The only door of search."""

from dataclasses import dataclass, field

from django.conf import settings

from search import backends
from search.folding import terms
from search.indexing import all_findable, key_of, write
from search.models import SearchEntry

#: More than anybody reads; the best come first.
SHOWN = 20


@dataclass(frozen=True)
class Results:
    """What a search found: at most SHOWN entries of ``total``, best first.

    ``language`` is theirs: English where the reader's language had nothing. ``guessed`` says that no word
    matched and that these only look alike.
    """

    entries: list[SearchEntry] = field(default_factory=list)
    total: int = 0
    language: str = settings.LANGUAGE_CODE
    guessed: bool = False


def find(query: str, language: str, limit: int = SHOWN) -> Results:
    """Return what fits ``query``, in ``language``, else in English. Any text is safe; none raises."""
    for wanted in dict.fromkeys([language, settings.LANGUAGE_CODE]):
        results = _find_in(query, wanted, limit)
        if results.total:
            return results
    return Results(language=language)


def rebuild() -> tuple[int, int]:
    """Write all entries anew and drop those of pages that are gone; return how many of each.

    The index keeps answering meanwhile: each row is replaced by itself.
    """
    kept = []
    for page in all_findable().specific().iterator():
        write(page)
        kept.append(key_of(page))
    stale = set(SearchEntry.objects.values_list("key", flat=True)) - set(kept)
    SearchEntry.objects.filter(key__in=stale).delete()
    return len(kept), len(stale)


def _find_in(query: str, language: str, limit: int) -> Results:
    engine, words = backends.current(), terms(query, language)
    hits = engine.by_words(words, language, limit)
    if hits:
        return Results(_entries(hits), engine.count(words, language), language)
    hits = engine.by_likeness(words, language, limit)
    return Results(_entries(hits), len(hits), language, guessed=True)


def _entries(hits: list[backends.Hit]) -> list[SearchEntry]:
    rows = SearchEntry.objects.in_bulk([hit.entry_id for hit in hits])
    return [rows[hit.entry_id] for hit in hits if hit.entry_id in rows]
