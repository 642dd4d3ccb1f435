"""How well an entry fits a question. Scores are added, not ranks: measured better, and each part can be shown.

Measured on the public queries of the Local Government Service List; weights stand on a flat top, where half or twice
of each changes little, so they are not fitted to that list.
"""

import math
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from search.analysis import stem
from search.folding import words_of
from search.question import Question

#: How much each part weighs beside meaning, which weighs 1.
WORDS, LIKENESS, OTHER_WORDS, DEMAND, FRESHNESS = 0.2, 0.15, 0.2, 0.03, 0.01
#: A word in the text counts this part of the same word in the title.
IN_TEXT, LIKE_IN_TEXT = 0.5, 0.4
NEW = timedelta(days=30)
#: Forms, films and Easy Read often bear their service's name; the service tells who may ask, what it costs, and leads
#: to all of them.
BEHIND = {"onlineforms.formpage": -0.1, "services.howtovideopage": -0.1, "services.easyreadpage": -0.1}


@dataclass(frozen=True)
class Why:
    """The parts of a score, for editors: each is what it added."""

    meaning: float = 0.0
    words: float = 0.0
    likeness: float = 0.0
    synonyms: float = 0.0
    demand: float = 0.0
    freshness: float = 0.0
    kind: float = 0.0
    best_bet: float = 0.0

    @property
    def score(self) -> float:
        """The sum."""
        return float(sum(getattr(self, part.name) for part in fields(self)))

    def as_dict(self) -> dict[str, float]:
        """Return the parts that added something, rounded."""
        parts = ((part.name, round(getattr(self, part.name), 4)) for part in fields(self))
        return {name: value for name, value in parts if value}


@dataclass(frozen=True)
class Candidate:
    """What is known of an entry when it is ranked. Texts are folded; ``closeness`` is a cosine, 0 where unknown."""

    entry_id: int
    title: str
    text: str
    closeness: float = 0.0
    demand: float = 0.0
    published_at: datetime | None = None
    kind: str = ""


@dataclass(frozen=True)
class _Looked:
    title: Container[str]
    text: Container[str]

    def share(self, wanted: Mapping[str, float], in_text: float) -> float:
        """Return the weight of ``wanted`` that is found, by all of it: 0 to 1."""
        whole = sum(wanted.values())
        found = sum(weight * self._part(item, in_text) for item, weight in wanted.items())
        return found / whole if whole else 0.0

    def _part(self, item: str, in_text: float) -> float:
        if item in self.title:
            return 1.0
        return in_text if item in self.text else 0.0


class Ranker:
    """Judges candidates for one question. ``frequency`` says how many of ``size`` entries use a word."""

    def __init__(self, question: Question, frequency: Mapping[str, int], size: int, now: datetime) -> None:
        self.language, self.now = question.language, now
        rare = _Rarity(frequency, size)
        self.words = {stem(word, self.language): rare.of(word) for word in question.words}
        self.runs = dict.fromkeys(runs_of(question.words), 1.0)
        self.others = [{part: rare.of(part) for part in other} for other in question.others]

    def judge(self, candidate: Candidate) -> Why:
        """Return the parts of a candidate's score."""
        title, text = words_of(candidate.title), words_of(candidate.text)
        said = _Looked(self._stems(title), self._stems(text))
        looks = _Looked(_line(title), _line(text))
        others = max((said.share(other, IN_TEXT) for other in self.others), default=0.0)
        return Why(
            meaning=max(candidate.closeness, 0.0),
            words=WORDS * said.share(self.words, IN_TEXT),
            likeness=LIKENESS * looks.share(self.runs, LIKE_IN_TEXT),
            synonyms=OTHER_WORDS * others,
            demand=DEMAND * candidate.demand,
            freshness=FRESHNESS * self._is_new(candidate.published_at),
            kind=BEHIND.get(candidate.kind, 0.0),
        )

    def _stems(self, words: list[str]) -> set[str]:
        return {stem(word, self.language) for word in set(words)}

    def _is_new(self, published_at: datetime | None) -> bool:
        return published_at is not None and self.now - published_at < NEW


class _Rarity:
    """Robertson and Sparck Jones' inverse document frequency, always positive as in Lucene's BM25."""

    def __init__(self, frequency: Mapping[str, int], size: int) -> None:
        self.frequency, self.size = frequency, size

    def of(self, word: str) -> float:
        """Return the weight of a word or stem."""
        used = min(self.frequency.get(word, 0), self.size)
        return math.log(1 + (self.size - used + 0.5) / (used + 0.5))


def _line(words: list[str]) -> str:
    """Return words as one line in which each of their runs of letters stands, the blanks around them included."""
    return f" {' '.join(words)} "


def runs_of(words: Iterable[str]) -> set[str]:
    """Return the runs of three letters in words, with a blank before and after each."""
    padded = [f" {word} " for word in words]
    return {word[start : start + 3] for word in padded for start in range(len(word) - 2)}
