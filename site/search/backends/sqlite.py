"""SQLite: FTS5 with a porter stemmer for words and a trigram table for misspellings (migration 0002)."""

from django.db import connection

from search.backends.base import SHORT, Hit, SearchBackend
from search.backends.likeness import most_alike, trigrams

# The plus keeps SQLite from asking the table of words once for each row of the language: 219 ms against 2 at 10,000.
_IN_LANGUAGE = "+rowid IN (SELECT id FROM search_searchentry WHERE language = %s)"
_BY_WORDS = f"""
    SELECT rowid, -bm25(search_words, 10.0, 4.0, 1.0) AS score FROM search_words
    WHERE search_words MATCH %s AND {_IN_LANGUAGE} ORDER BY score DESC, rowid LIMIT %s
"""  # noqa: S608 - only a constant is joined in
_COUNT = f"SELECT count(*) FROM search_words WHERE search_words MATCH %s AND {_IN_LANGUAGE}"  # noqa: S608 - only a constant is joined in
_BY_LIKENESS = f"""
    SELECT rowid, folded_title || ' ' || folded_summary FROM search_likeness
    WHERE search_likeness MATCH %s AND {_IN_LANGUAGE} ORDER BY rank LIMIT 200
"""  # noqa: S608 - only a constant is joined in
_BY_BEGINNING = """
    SELECT title FROM search_words JOIN search_searchentry ON search_searchentry.id = search_words.rowid
    WHERE search_words MATCH %s AND language = %s GROUP BY title ORDER BY min(length(title)), title LIMIT %s
"""


class SQLiteBackend(SearchBackend):
    """Words are quoted, so nothing in them is an operator of FTS5."""

    def by_words(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """See the base class; ranked by bm25."""
        if not words:
            return []
        with connection.cursor() as cursor:
            cursor.execute(_BY_WORDS, [_any_of(words), language, limit])
            return [Hit(*row) for row in cursor.fetchall()]

    def count(self, words: list[str], language: str) -> int:
        """See the base class."""
        if not words:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [_any_of(words), language])
            return int(cursor.fetchone()[0])

    def by_likeness(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """See the base class; the trigram table offers candidates, Python measures them."""
        runs = sorted({run for word in words for run in trigrams(word) if " " not in run})
        if not runs:
            return []
        with connection.cursor() as cursor:
            cursor.execute(_BY_LIKENESS, [" OR ".join(f'"{run}"' for run in runs), language])
            texts = dict(cursor.fetchall())
        return most_alike(words, texts, limit)

    def by_beginning(self, words: list[str], language: str, limit: int) -> list[str]:
        """See the base class."""
        if not words:
            return []
        all_of = " ".join(f'"{word}"' for word in words)
        with connection.cursor() as cursor:
            cursor.execute(_BY_BEGINNING, [f"folded_title : ({all_of}*)", language, limit])
            return [row[0] for row in cursor.fetchall()]


def _any_of(words: list[str]) -> str:
    """Return FTS5's expression for any of the words, short ones also as beginnings."""
    return " OR ".join(f'"{word}"*' if len(word) <= SHORT else f'"{word}"' for word in words)
