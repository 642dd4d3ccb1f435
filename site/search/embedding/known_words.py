"""English words that the model knows whole: they are no misspellings, even where the site never uses them."""

from functools import cache

from search.embedding.wordpiece import VOCABULARY


@cache
def english_words() -> frozenset[str]:
    """Return the whole words of BERT's vocabulary; none where the file is missing."""
    try:
        lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line for line in lines if line.isalpha() and line.isascii())
