"""Plural forms that stand for one number only, where a language may say it without the digit."""

import re

from translation.checks.base import Segment
from translation.checks.number_words import has_word, number_words

#: Endings of the Arabic dual, which says "two" by itself.
_DUAL = re.compile(r"\w{2,}(?:ان|ين|تا|تي|ا|ي)(?!\w)")


def says_count(segment: Segment) -> bool:
    """Return whether a form for one number says that number in words; True where its words are not known."""
    language, count = segment.language, segment.count
    if count is None:
        return False
    if (language, count) not in number_words():
        return True
    if language == "ar" and count == 2:
        return _DUAL.search(segment.target) is not None
    return has_word(language, count, segment.target)
