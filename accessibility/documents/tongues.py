"""Which language a text is in, told by its script and its small words. A guess: what rests on it warns or asks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from accessibility.documents.wordlists import SMALL_WORDS

#: Fewer words than this tell nothing.
ENOUGH_WORDS = 12
_SETS = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_TAG = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", re.IGNORECASE)
#: Scripts, and the languages that are written in them; Latin is every other.
_SCRIPTS = {
    "ARABIC": {"ar", "fa", "ur", "ps", "ku", "sd", "ug", "ckb", "az", "pa", "ms", "ks"},
    "HEBREW": {"he", "yi", "iw"},
    "CYRILLIC": {"ru", "uk", "bg", "sr", "be", "mk", "kk", "ky", "mn", "tg", "tt", "uz", "bs", "az", "ba", "cv", "sah"},
    "GREEK": {"el", "grc"},
    "CJK": {"zh", "ja", "ko", "yue"},
    "HIRAGANA": {"ja"},
    "KATAKANA": {"ja"},
    "HANGUL": {"ko"},
    "DEVANAGARI": {"hi", "mr", "ne", "sa", "kok"},
    "BENGALI": {"bn", "as"},
    "GURMUKHI": {"pa"},
    "GUJARATI": {"gu"},
    "TAMIL": {"ta"},
    "THAI": {"th"},
    "GEORGIAN": {"ka"},
    "ARMENIAN": {"hy"},
}


def is_tag(language: str) -> bool:
    """Return whether this is a well-formed language tag (BCP 47) of a real language."""
    return bool(_TAG.match(language)) and language.lower() not in ("none", "zxx", "und", "mul", "x-none")


def base(language: str) -> str:
    """Return the primary subtag of a language tag: ``en`` of ``en-GB``."""
    return language.lower().split("-")[0]


def guess(text: str, share: float = 0.2) -> str:
    """Return the language of a text (ISO 639-1), or an empty text where the guess would be a weak one.

    At least this ``share`` of the words must be small words of the language.
    """
    found = [word.lower() for word in _WORD.findall(text)]
    if len(found) < ENOUGH_WORDS:
        return ""
    scores = sorted(
        ((sum(word in words for word in found), language) for language, words in _SETS.items()), reverse=True
    )
    (best, language), (second, _other) = scores[0], scores[1]
    return language if best >= share * len(found) and best >= 1.6 * second and best >= 4 else ""


def foreign_script(text: str, language: str) -> str:
    """Return the name of the script that most letters are in, where the language is not written in it; else nothing."""
    letters = [letter for letter in text[:400] if letter.isalpha()]
    if len(letters) < 4 or text.isascii():
        return ""
    names = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in letters)
    script, count = names.most_common(1)[0]
    if script not in _SCRIPTS or count < 0.6 * len(letters):
        return ""
    return "" if base(language) in _SCRIPTS[script] else script


def differs(text: str, languages: Sequence[str]) -> bool:
    """Return whether a text is in another language than those it is marked with, the one for Latin letters first."""
    if all(foreign_script(text, language) for language in languages):
        return True
    marked = base(languages[0])
    told = guess(text) if marked in _SETS else guess(text, 0.35)
    return bool(told) and told != marked
