"""One spelling for words that people type in different ways, done once in Python so that all engines agree."""

import re
import unicodedata

#: More words than this add time and no meaning; more characters are not even looked at.
MOST_WORDS = 24
MOST_CHARACTERS = 400

# Frequent English words that say nothing about a service. "not", "no" and "off" stay: they do.
_COMMON_WORDS = """
    a an and are as at be been by can could do does for from had has have he her his how i if in into is it its me my
    of on or our she should so that the their them there these they this to us was we were what when where which who
    why will with would you your
"""
COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents or control characters: "Café" becomes "cafe"."""
    spread = unicodedata.normalize("NFKD", without_controls(text.casefold()))
    return "".join(mark for mark in spread if not unicodedata.combining(mark))


def without_controls(text: str) -> str:
    """Return ``text`` with a blank for each control character, and without marks that only steer the script."""
    return "".join(_shown(sign, unicodedata.category(sign)) for sign in text)


def _shown(sign: str, category: str) -> str:
    if category == "Cf":
        return ""
    return " " if category.startswith("C") else sign


def words_of(text: str) -> list[str]:
    """Return the words of a folded text: runs of letters and digits, apostrophes dropped."""
    return _WORD.findall(text.replace("'", "").replace("’", ""))


def terms(query: str, language: str = "en") -> list[str]:
    """Return the words of a query that carry meaning, folded, each once, in the order typed.

    Operators, quotes and signs of any engine are not words, so nothing that is typed can be syntax.
    """
    words = list(dict.fromkeys(words_of(fold(query[:MOST_CHARACTERS]))))[:MOST_WORDS]
    if language != "en":
        return words
    return [word for word in words if word not in COMMON and len(word) > 1] or words
