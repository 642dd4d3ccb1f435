"""English words that the model knows whole: they are no misspellings, even where the site never uses them."""

from functools import cache

from search.embedding.wordpiece import VOCABULARY, numbers_of_pieces


@cache
def english_words() -> frozenset[str]:
    """Return the whole words of BERT's vocabulary; none where the file is missing."""
    try:
        pieces = numbers_of_pieces(VOCABULARY)
    except OSError:
        return frozenset()
    return frozenset(piece for piece in pieces if piece.isalpha() and piece.isascii())
