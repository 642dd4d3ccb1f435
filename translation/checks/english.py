"""Left in English: a translation that says what the English says, in English."""

import re
from collections.abc import Iterator

from translation.checks.base import ADVICE, CRITICAL, Finding, Segment
from translation.checks.marking import noop as _
from translation.checks.staying import translatable

CODE = "same-as-english"
#: English words that make no sentence in another language of the same script.
_SMALL = frozenset(
    [
        "the",
        "of",
        "and",
        "is",
        "this",
        "that",
        "with",
        "your",
        "you",
        "from",
        "have",
        "not",
        "been",
        "was",
        "which",
        "when",
        "please",
        "it",
        "its",
        "they",
        "their",
        "there",
        "here",
        "cannot",
        "must",
        "should",
        "would",
        "will",
        "what",
        "how",
        "who",
    ]
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
#: So many words of the English in a row are no name any more.
_RUN = 5


def check_english(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for a translation that is the English text, or still holds a good part of it."""
    if segment.language == "en" or not segment.target.strip():
        return
    target = _folded(segment.translation.words)
    words = translatable(segment.english.words, segment.locale)
    if not words:
        return
    if segment.english.words.split() == segment.translation.words.split():
        message = _("This is the English text. Translate it, or keep it in English on purpose.")
        yield Finding(CODE, message, severity=CRITICAL if len(words) > 1 else ADVICE)
    elif _sentence(target):
        yield Finding(CODE, _("This reads as English."))
    elif run := _copied(_WORD.findall(segment.english.words), target):
        yield Finding(CODE, _("“%(words)s” is still in English."), {"words": run})


def _folded(text: str) -> list[str]:
    return _lower(_WORD.findall(text))


def _sentence(words: list[str]) -> bool:
    """Return whether every fourth word, and two at the least, are small words of English."""
    small = [word for word in words if word in _SMALL]
    return len(set(small)) >= 2 and 4 * len(small) >= len(words)


def _copied(english: list[str], target: list[str]) -> str:
    """Return the first run of English words that stands in the translation, else nothing. Names may stand in it."""
    there = {tuple(target[at : at + _RUN]) for at in range(len(target) - _RUN + 1)}
    runs = (english[at : at + _RUN] for at in range(len(english) - _RUN + 1))
    return next((" ".join(run) for run in runs if tuple(_lower(run)) in there and _is_text(run)), "")


def _is_text(run: list[str]) -> bool:
    """Return whether a run is no name: it holds a small word, and another one in small letters."""
    return bool(set(run) & _SMALL) and any(word.islower() and word not in _SMALL for word in run)


def _lower(run: list[str]) -> list[str]:
    return [word.casefold() for word in run]
