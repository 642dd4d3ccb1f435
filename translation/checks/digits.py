"""Digits and marks of every script, made European before anything is compared."""

import unicodedata
from functools import lru_cache

#: Marks that only steer the direction of a line, and soft hyphens.
_INVISIBLE = {
    ord(mark): None for mark in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
}
_SIGNS = {"٪": "%", "٫": ".", "٬": ",", "﹪": "%", "％": "%", "．": ".", "：": ":", "＋": "+", "﹢": "+", "－": "-"}


def plain(text: str) -> str:
    """Return ``text`` with European digits and without invisible marks; letters stay as they are."""
    return "".join(_plain(letter) for letter in text.translate(_INVISIBLE))


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _SIGNS:
        return _SIGNS[letter]
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)
