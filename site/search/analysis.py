"""What words are looked up as: folded, and without their endings where Snowball knows the language."""

from functools import lru_cache
from threading import local

import Stemmer

from search.folding import fold, words_of

#: Snowball's stemmers (Porter, snowballstem.org) by language code; other languages keep their words whole.
STEMMERS = {"en": "english", "ar": "arabic", "pl": "polish", "fr": "french", "es": "spanish", "pt": "portuguese"}
_of_thread = local()


@lru_cache(maxsize=60_000)
def stem(word: str, language: str = "en") -> str:
    """Return a folded word without its ending: "permits" and "permit" are the same."""
    name = STEMMERS.get(language.partition("-")[0])
    return str(_stemmer(name).stemWord(word)) if name else word


def stems(text: str, language: str = "en") -> list[str]:
    """Return the stems of a text that is folded already, in order."""
    return [stem(word, language) for word in words_of(text)]


def phrase(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the stems of a text as it was typed."""
    return tuple(stems(fold(text), language))


def _stemmer(name: str) -> "Stemmer.Stemmer":
    """Return this thread's stemmer: one must not be used by two at a time."""
    kept = _of_thread.__dict__
    if name not in kept:
        kept[name] = Stemmer.Stemmer(name)
    return kept[name]
