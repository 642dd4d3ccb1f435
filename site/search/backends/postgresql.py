"""PostgreSQL: a weighted tsvector column for words, pg_trgm for misspellings (migration 0002)."""

from django.db import connection

from search.backends.base import SHORT, Hit, SearchBackend
from search.backends.likeness import ALIKE, most_alike

#: The stemmers that PostgreSQL brings for the site's languages. The generated column in migration 0002 says the same.
CONFIGURATIONS = {"en": "english", "ar": "arabic"}

_BY_WORDS = """
    SELECT id, ts_rank('{0.1, 0.2, 0.4, 1.0}', words, query, 1) AS score
    FROM (
        SELECT id, words, query FROM search_searchentry, to_tsquery(%s::regconfig, %s) AS query
        WHERE words @@ query AND language = %s LIMIT 1000
    ) AS candidates ORDER BY score DESC, id LIMIT %s
"""
_COUNT = """
    SELECT count(*) FROM search_searchentry, to_tsquery(%s::regconfig, %s) AS query
    WHERE words @@ query AND language = %s
"""
# The trigram indexes offer candidates for one word at a time; only so many of them are looked at.
_LIKE = """
    SELECT id, folded_title || ' ' || folded_summary FROM search_searchentry
    WHERE language = %s AND (folded_title %%> %s OR folded_summary %%> %s) LIMIT 200
"""
_BY_BEGINNING = """
    SELECT title FROM search_searchentry
    WHERE words @@ (
        to_tsquery(%s::regconfig, %s) && (to_tsquery(%s::regconfig, %s) || to_tsquery('simple', %s))
    ) AND language = %s
    GROUP BY title ORDER BY min(length(title)), title LIMIT %s
"""


class PostgreSQLBackend(SearchBackend):
    """Words hold letters and digits only, so nothing in them is an operator of ``to_tsquery``."""

    def by_words(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """See the base class; ranked by ts_rank, long texts counted down."""
        if not words:
            return []
        with connection.cursor() as cursor:
            cursor.execute(_BY_WORDS, [_configuration(language), _any_of(words), language, limit])
            return [Hit(*row) for row in cursor.fetchall()]

    def count(self, words: list[str], language: str) -> int:
        """See the base class."""
        if not words:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [_configuration(language), _any_of(words), language])
            return int(cursor.fetchone()[0])

    def by_likeness(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """See the base class; the trigram index offers candidates, Python measures them as for SQLite."""
        if not words:
            return []
        with connection.cursor() as cursor:
            cursor.execute("SET pg_trgm.word_similarity_threshold = %s", [ALIKE])
            texts: dict[int, str] = {}
            for word in words:
                cursor.execute(_LIKE, [language, word, word])
                texts.update(cursor.fetchall())
        return most_alike(words, texts, limit)

    def by_beginning(self, words: list[str], language: str, limit: int) -> list[str]:
        """See the base class; A is the weight of titles in the column of words. Only the last word may go on."""
        if not words:
            return []
        configuration, last = _configuration(language), words[-1]
        whole = " & ".join(f"{word}:A" for word in words[:-1])
        given: list[str | int] = [configuration, whole, configuration, f"{last}:A", f"{last}:*A", language, limit]
        with connection.cursor() as cursor:
            cursor.execute(_BY_BEGINNING, given)
            return [row[0] for row in cursor.fetchall()]


def _configuration(language: str) -> str:
    return CONFIGURATIONS.get(language.partition("-")[0], "simple")


def _any_of(words: list[str]) -> str:
    """Return the expression for any of the words, short ones also as beginnings."""
    return " | ".join(f"{word}:*" if len(word) <= SHORT else word for word in words)
