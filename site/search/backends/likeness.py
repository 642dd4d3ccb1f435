"""How alike two words look, by shared runs of three letters, as PostgreSQL's pg_trgm counts them."""

from collections.abc import Mapping

from search.backends.base import Hit

#: A word must share this part of its runs with another to count as a misspelling of it.
ALIKE = 0.4


def trigrams(word: str) -> set[str]:
    """Return the runs of three letters in a word, with two blanks before it and one behind."""
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def similarity(one: str, other: str) -> float:
    """Return shared runs by all runs, 0 to 1."""
    first, second = trigrams(one), trigrams(other)
    return len(first & second) / len(first | second)


def likeness(words: list[str], text: str) -> float:
    """Return the sum over ``words`` of the best likeness with a word of ``text``, those under ALIKE left out."""
    candidates = text.split()
    best = (max((similarity(word, other) for other in candidates), default=0.0) for word in words)
    return sum(value for value in best if value >= ALIKE)


def most_alike(words: list[str], texts: Mapping[int, str], limit: int) -> list[Hit]:
    """Return the entries, given as ``{id: text}``, that have a word like one of ``words``, the most alike first."""
    hits = [Hit(entry_id, likeness(words, text)) for entry_id, text in texts.items()]
    return sorted((hit for hit in hits if hit.score), key=lambda hit: (-hit.score, hit.entry_id))[:limit]
