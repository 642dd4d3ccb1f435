"""The word lists that tell people from places. Data, so that a council can add its own streets and wards."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of one list in small letters."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word.casefold() for line in lines if not line.startswith("#") for word in line.split())


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of one list, one a line, as words in small letters."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(line.casefold().split()) for line in lines if line and not line.startswith("#"))


TITLES = words("titles")
PLACE_WORDS = words("place_words")
SURNAME_PLACES = words("surname_places")
SMALL_PLACES = words("small_places")


def is_place_word(word: str) -> bool:
    """Return whether ``word`` (small letters) follows names of places, in the singular or plural."""
    return word in PLACE_WORDS or (word.endswith("s") and word[:-1] in PLACE_WORDS)
