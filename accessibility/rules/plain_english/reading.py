"""The measures of a text."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import yaml

from accessibility.rules.plain_english.sentences import sentences, words

LONGEST_SENTENCE = 25
LONG_WORD = 6
PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w{2,}ed|made|done|given|taken|sent|paid|held|kept|shown|known|seen|found|told|written|built|put|set|met)\b",
    re.IGNORECASE,
)
WORD_TABLE = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True)
class Reading:
    """Measures of one text. With ``supported`` False nothing was measured and no score means anything."""

    language: str
    supported: bool
    words: int = 0
    sentences: int = 0
    ari: float = 0.0
    lix: float = 0.0
    long_sentences: list[str] = field(default_factory=list)
    passives: list[str] = field(default_factory=list)
    words_to_avoid: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=8192)
def plain_english(text: str, language: str) -> Reading:
    """Measure ``text``: Automated Readability Index (US school grade), LIX, long sentences, passives, officialese."""
    if language.split("-", maxsplit=1)[0] != "en":
        return Reading(language, supported=False)
    parts, found = sentences(text), words(text)
    if not found or not parts:
        return Reading(language, supported=True)
    length = len(found) / len(parts)
    letters = sum(len(re.sub(r"\W", "", word)) for word in found)
    return Reading(
        language,
        supported=True,
        words=len(found),
        sentences=len(parts),
        ari=4.71 * letters / len(found) + 0.5 * length - 21.43,
        lix=length + 100 * sum(len(word) > LONG_WORD for word in found) / len(found),
        long_sentences=[part for part in parts if len(words(part)) > LONGEST_SENTENCE],
        passives=[match[0] for match in PASSIVE.finditer(text)],
        words_to_avoid=_words_to_avoid(text),
    )


def _words_to_avoid(text: str) -> list[tuple[str, str]]:
    table, pattern = _table()
    return [(match[0], table[match[0].lower()]) for match in pattern.finditer(text)]


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    table: dict[str, str] = yaml.safe_load(WORD_TABLE.read_text(encoding="utf-8"))
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
