"""Numbers written as words, from ``number_words.txt``: a language, a value, and the beginnings of the words for it."""

import re
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("number_words.txt")
#: Arabic writes "and", "with" and the article on to a word.
_START = r"(?<!\w)"
_BEFORE = {"zh": "", "ar": r"(?<!\w)(?:[وبلفك]|ال|بال|لل)?"}


@lru_cache(maxsize=1)
def number_words() -> dict[tuple[str, int], str]:
    """Return the beginnings of words, parted by spaces, by language and value."""
    lines = (line.split(" ", 2) for line in _FILE.read_text(encoding="utf-8").splitlines())
    return {(language, int(value)): beginnings for language, value, beginnings in lines}


def has_word(language: str, value: int, text: str) -> bool:
    """Return whether ``text`` holds a word for ``value`` in ``language``; False where the words are not known."""
    pattern = _pattern(language, value)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=512)
def _pattern(language: str, value: int) -> re.Pattern[str] | None:
    beginnings = number_words().get((language, value))
    if not beginnings:
        return None
    end = r"(?!\w)" if language == "en" else ""
    return re.compile(f"{_BEFORE.get(language, _START)}(?:{'|'.join(beginnings.split())}){end}", re.IGNORECASE)
