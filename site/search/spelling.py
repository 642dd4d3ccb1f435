"""Repairs of what was mistyped, from the site's own words only."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from search.analysis import stem
from search.embedding.known_words import english_words
from search.folding import COMMON

#: Shorter words are not repaired: too many others are one letter away.
SHORTEST = 4
#: From this length on two slips are one word's; shorter ones are allowed one (Damerau 1964: 80 % of errors are one).
LONG = 7
#: Words that share this much of their letters in order look alike; so many of them are tried.
ALIKE, MOST_ALIKE = 0.7, 4


def repair(word: str, vocabulary: Mapping[str, int], language: str = "en") -> str | None:
    """Return the word of ``vocabulary`` (words and how often) that was meant, or None where ``word`` may stand.

    A word that the site uses, or that English has, is no slip. The first letter is nearly always right
    (Pollock and Zamora 1984), so only a word of the same beginning, or with its first two letters swapped, is meant.
    """
    if len(word) < SHORTEST or not word.isalpha() or _is_known(word, vocabulary, language):
        return None
    slips = 2 if len(word) >= LONG else 1
    near = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    meant = [(distance, -vocabulary[other], other) for other, distance, _ in near if _may_be(word, other)]
    if not meant or (language == "en" and _is_nearer_to_english(word, int(min(meant)[0]))):
        return None
    return min(meant)[2]


def alike(word: str, vocabulary: Mapping[str, int]) -> list[str]:
    """Return the words of the site that look most like one that nobody knows; none for a short word."""
    if len(word) < SHORTEST:
        return []
    near = process.extract(
        word, vocabulary.keys(), scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=MOST_ALIKE
    )
    return [other for other, _likeness, _place in near]


def split(word: str, vocabulary: Mapping[str, int]) -> tuple[str, str] | None:
    """Return the two words of the site that ``word`` joins: "flytipping" is "fly" and "tipping"."""
    cuts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    both = [cut for cut in cuts if cut[0] in vocabulary and cut[1] in vocabulary]
    return max(both, key=lambda cut: min(vocabulary[cut[0]], vocabulary[cut[1]])) if both else None


def _is_known(word: str, vocabulary: Mapping[str, int], language: str) -> bool:
    if word in vocabulary or word in COMMON or stem(word, language) in vocabulary:
        return True
    return language == "en" and (word in english_words() or stem(word) in english_words())


def _is_nearer_to_english(word: str, distance: int) -> bool:
    """Return whether ``word`` is a slip of an English word that the site does not use, rather than of one it does."""
    if distance <= 1:
        return False
    return process.extractOne(word, english_words(), scorer=OSA.distance, score_cutoff=distance - 1) is not None


def _may_be(word: str, other: str) -> bool:
    same = other[:1] == word[:1] or other[:2] == word[1::-1]
    return same and len(other) >= SHORTEST - 1 and other not in COMMON
