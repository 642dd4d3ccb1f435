"""The script of a language: a translation is written in it, and in no third one."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from babel.core import get_global

from translation.checks.base import Finding, Segment
from translation.checks.marking import noop as _
from translation.checks.staying import translatable

CODE = "wrong-script"
#: ISO 15924 -> how Unicode names the letters of that script.
_LETTERS = {
    "Latn": {"LATIN"}, "Arab": {"ARABIC"}, "Beng": {"BENGALI"}, "Hans": {"CJK"}, "Hant": {"CJK", "BOPOMOFO"},
    "Cyrl": {"CYRILLIC"}, "Grek": {"GREEK"}, "Hebr": {"HEBREW"}, "Deva": {"DEVANAGARI"}, "Thai": {"THAI"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, "Kore": {"HANGUL", "CJK"}, "Geor": {"GEORGIAN"},
    "Armn": {"ARMENIAN"}, "Guru": {"GURMUKHI"}, "Gujr": {"GUJARATI"}, "Taml": {"TAMIL"}, "Telu": {"TELUGU"},
    "Knda": {"KANNADA"}, "Mlym": {"MALAYALAM"}, "Khmr": {"KHMER"}, "Laoo": {"LAO"}, "Mymr": {"MYANMAR"},
    "Sinh": {"SINHALA"}, "Ethi": {"ETHIOPIC"}, "Tibt": {"TIBETAN"}, "Orya": {"ORIYA"}, "Mong": {"MONGOLIAN"},
}  # fmt: skip
#: Letters of Arabic and of Urdu that the other does not use, and those that nearly every Urdu sentence has.
_ARABIC_ONLY, _URDU_ONLY = frozenset("ةيكىإ"), frozenset("ےٹڈڑںھہگپچ")
_URDU_SIGNS = frozenset("ےٹڈڑںھہگپچکی")
#: Signs that are letters to Unicode and belong to no language.
_SIGNS = frozenset("ªºµΩ×№℃ʹʼˈːـ")


def check_script(segment: Segment) -> Iterator[Finding]:
    """Yield a finding where letters of a script stand that is neither the language's nor the English text's."""
    wanted = _wanted(segment.locale)
    if not wanted:
        return
    english = frozenset(segment.source)
    foreign = [letter for letter in _letters(segment.translation.words) if letter not in english]
    scripts = Counter(script_of(letter) for letter in foreign)
    own = sum(scripts[script] for script in wanted)
    third = {script for script in scripts if script not in wanted and script != "LATIN"}
    if third:
        letters = "".join(dict.fromkeys(letter for letter in foreign if script_of(letter) in third))[:20]
        yield Finding(CODE, _("“%(letters)s” is not the script of this language."), {"letters": letters})
    elif not translatable(segment.english.words, segment.locale):
        return
    elif not own and (scripts["LATIN"] or "LATIN" not in wanted) and segment.target.strip():
        if "LATIN" not in wanted and segment.target != segment.source and _letters(segment.translation.words):
            yield Finding(CODE, _("Nothing of this is written in the script of this language."))
    elif "LATIN" not in wanted and scripts["LATIN"] > 2 * own + 12:
        yield Finding(CODE, _("Most of this is not written in the script of this language."))
    else:
        yield from _neighbour(segment, foreign)


def _neighbour(segment: Segment, letters: list[str]) -> Iterator[Finding]:
    """Arabic and Urdu share a script: their own letters tell them apart."""
    found = frozenset(letters)
    if segment.language == "ur" and not found & _URDU_SIGNS and (found & _ARABIC_ONLY) and len(letters) >= 12:
        yield Finding(CODE, _("This looks like Arabic, not Urdu."))
    if segment.language == "ar" and len(found & _URDU_ONLY) >= 2 and len(letters) >= 12:
        yield Finding(CODE, _("This looks like Urdu, not Arabic."))


def script_of(letter: str) -> str:
    """Return the first word of a letter's Unicode name: ``LATIN``, ``ARABIC``, ``CJK`` …"""
    return _script(letter)


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").replace("FULLWIDTH ", "").replace("HALFWIDTH ", "")
    return name.split(" ")[0]


def _letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalpha() and letter not in _SIGNS]


@lru_cache(maxsize=64)
def _wanted(code: str) -> frozenset[str]:
    """Return the scripts of a language; an unknown one has none, and is not judged."""
    parts = code.replace("-", "_").split("_")
    named = next((part.title() for part in parts[1:] if part.title() in _LETTERS), "")
    likely = get_global("likely_subtags")
    found = likely.get("_".join([parts[0].lower(), *[part.upper() for part in parts[1:2]]])) or likely.get(
        parts[0].lower(), ""
    )
    script = named or next((part for part in str(found).split("_") if part in _LETTERS), "")
    return frozenset(_LETTERS.get(script, ()))
