"""What an author typed, before it goes into a file."""

from accessibility.documents.base import Refused
from accessibility.documents.tongues import is_tag
from accessibility.documents.words import LONG_ALT, is_poor_alt, is_poor_title, opens_poorly

LONG_TITLE = 300


def one_line(text: str) -> str:
    """Return the words in one line, without letters that XML and PDF cannot hold."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def a_title(text: str) -> str:
    """Return a title. Raises :class:`Refused` when it is none: empty, a file's name, too long."""
    title = one_line(text)
    if not title or len(title) > LONG_TITLE or is_poor_title(title):
        raise Refused("poor_title")
    return title


def a_language(text: str) -> str:
    """Return a language tag. Raises :class:`Refused` when it is none."""
    if not is_tag(text):
        raise Refused("poor_language")
    return text


def an_alternative(text: str) -> str:
    """Return words for a picture. Raises :class:`Refused` when they say nothing, or too much."""
    words = one_line(text)
    if not words or len(words) > LONG_ALT or is_poor_alt(words) or opens_poorly(words, "en"):
        raise Refused("poor_alternative")
    return words
