"""Write entries: a row a live thing and language, with what it means."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from core.services import Findable
from search import embedding, snapshot
from search.folding import fold
from search.meaning import meanings, name_of, sentences_of, text_of
from search.models import SearchEntry

#: Enough for any page; PostgreSQL holds at most 1 MB of words a row.
MOST_BODY = 200_000
_TEXTS = ["page_id", "language", "kind", "url", "title", "summary", "folded_title", "folded_summary", "folded_body"]
_COLUMNS = [*_TEXTS, "thing", "published_at", "lgsl_id", "updated_at"]
_MEANING = ["vector", "vector_of"]


def replace(key: str, found: Iterable[Findable]) -> None:
    """Let ``found`` be all that there is of the thing named ``key`` and its parts."""
    rows = list(found)
    mine = Q(key=key) | Q(key__startswith=f"{key}#")
    SearchEntry.objects.filter(mine).exclude(key__in=[row.key for row in rows]).delete()
    write(rows)
    snapshot.stale()


def write(found: Sequence[Findable]) -> None:
    """Write entries by their keys. A meaning is worked out only where the text is new: it takes most of the time."""
    entries = [_entry(row) for row in found]
    known = dict(SearchEntry.objects.filter(key__in=[row.key for row in found]).values_list("key", "vector_of"))
    new = _meant([entry for entry in entries if entry.language == "en"], known)
    _save([entry for entry in entries if entry.key in new], [*_COLUMNS, *_MEANING])
    _save([entry for entry in entries if entry.key not in new], _COLUMNS)


def _save(entries: list[SearchEntry], columns: list[str]) -> None:
    if entries:
        SearchEntry.objects.bulk_create(entries, update_conflicts=True, unique_fields=["key"], update_fields=columns)


def _entry(row: Findable) -> SearchEntry:
    return SearchEntry(
        key=row.key,
        page_id=row.page_id,
        language=row.language,
        kind=row.kind,
        url=row.url,
        title=row.title,
        summary=row.summary,
        folded_title=fold(row.title),
        folded_summary=fold(row.summary),
        folded_body=fold(row.body)[:MOST_BODY],
        thing=row.thing,
        published_at=row.published_at,
        lgsl_id=row.lgsl_id,
    )


def _meant(entries: list[SearchEntry], known: Mapping[str, bytes | memoryview | None]) -> set[str]:
    """Give a meaning to the entries that need a new one; return their keys."""
    embedder = embedding.current() if entries else None
    if embedder is None:
        return set()
    texts = {entry.key: text_of(entry.title, entry.summary, entry.folded_body) for entry in entries}
    names = {key: name_of(text, embedder) for key, text in texts.items()}
    new = [entry for entry in entries if bytes(known.get(entry.key) or b"") != names[entry.key]]
    if new:
        sentences = [sentences_of(entry.title, entry.summary, entry.folded_body) for entry in new]
        vectors = meanings([entry.title for entry in new], [texts[entry.key] for entry in new], sentences, embedder)
        for entry, vector in zip(new, vectors, strict=True):
            entry.vector, entry.vector_of = vector, names[entry.key]
    return {entry.key for entry in new}
