"""Words that stay as they are in a translation: names, abbreviations, and words that two languages share."""

import re
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

#: A word; options of commands (``--file``) and settings (``name=``) are none.
_WORD = re.compile(r"(?<![\w=-])[^\W\d_][\w'’.+#-]*(?![\w=])", re.UNICODE)
_ABBREVIATION = re.compile(r"^(?:[^a-z]{1,6}s?|.*[a-z][A-Z].*|.*[A-Z]{2,}.*|.*[._#+].+|[A-Za-z]|.*\d.*)$")
#: Language -> words that translators of free software mostly left as they are; ``*`` those of many languages, and
#: ``not pl`` those among them that Polish does translate.
_FILE = Path(__file__).with_name("staying.txt")


def translatable(text: str, locale: str) -> list[str]:
    """Return the words of an English text that a translation into ``locale`` would change."""
    return [word for word in _words(text) if not stays(word, locale)]


def stays(word: str, locale: str) -> bool:
    """Return whether a word is the same in both languages, or no word: an abbreviation, an identifier."""
    plain = word.rstrip(".'’-").casefold()
    return _ABBREVIATION.match(word.rstrip(".'’-")) is not None or plain in _shared(locale)


def _words(text: str) -> list[str]:
    return [found for found in _WORD.findall(text) if len(found.rstrip(".'’-")) > 1]


@lru_cache(maxsize=64)
def _shared(locale: str) -> frozenset[str]:
    language = locale.replace("_", "-").split("-")[0].lower()
    listed = _listed()
    common = listed.get("*", frozenset()) - listed.get(f"not {language}", frozenset())
    return common | listed.get(language, frozenset()) | _from_cldr(language)


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    lines = (line.split(":", 1) for line in _FILE.read_text(encoding="utf-8").splitlines() if ":" in line)
    return {language: frozenset(words.split()) for language, words in lines}


def _from_cldr(language: str) -> frozenset[str]:
    """Return names of languages, countries, months, days and units that CLDR spells alike in both languages."""
    try:
        own, english = Locale.parse(language), Locale.parse("en")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(_names(own) & _names(english))


def _names(locale: Locale) -> set[str]:
    found = [*locale.languages.values(), *locale.territories.values(), *locale.currencies.values()]
    for tables in (locale.months, locale.days):
        found += [name for use in tables.values() for width in use.values() for name in width.values()]
    return {word.rstrip(".").casefold() for name in found for word in _WORD.findall(str(name))}
