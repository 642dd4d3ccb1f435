"""Which language a text is in: three letters at a time, learnt from the real catalogues. Knows nothing of the site."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from tools.bench_languages.catalogues import catalogues, translated

#: So many letters a text needs before its language can be told.
ENOUGH = 60
_UNSEEN = 0.2


class Ear:
    """Tells the languages that it has heard apart."""

    def __init__(self, heard: Mapping[str, Iterable[str]]) -> None:
        self.models = {code: _learn(texts) for code, texts in heard.items()}

    def language_of(self, text: str) -> str | None:
        """Return the code of the most likely language, or None for a text that is too short."""
        if sum(letter.isalpha() for letter in text) < ENOUGH:
            return None
        parts = Counter(_parts(text))
        scores = {code: _score(parts, *model) for code, model in self.models.items()}
        return max(scores, key=lambda code: scores[code])


def ear(codes: Iterable[str]) -> Ear:
    """Return an ear for English and ``codes``."""
    heard: dict[str, list[str]] = {"en": []}
    for code in codes:
        heard[code] = []
        for catalogue in catalogues(code):
            for entry in translated(catalogue):
                heard[code].append(entry.msgstr)
                heard["en"].append(entry.msgid)
    return Ear(heard)


def _learn(texts: Iterable[str]) -> tuple[Counter[str], float]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_parts(text))
    return counts, float(sum(counts.values()) + _UNSEEN * len(counts))


def _score(parts: Mapping[str, int], counts: Mapping[str, int], total: float) -> float:
    return sum(times * math.log((counts.get(part, 0) + _UNSEEN) / total) for part, times in parts.items())


def _parts(text: str) -> Iterable[str]:
    """Yield the trigrams of the letters of a text."""
    words = "".join(letter if letter.isalpha() else " " for letter in text.casefold()).split()
    line = f" {' '.join(words)} "
    return (line[start : start + 3] for start in range(len(line) - 2))
