"""Words that grew: what comments of the last weeks say far more often than those before, and no theme covers.

The measure is the log-likelihood ratio (T. Dunning, Computational Linguistics 19, 1993). Pure: no database.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from insight.sentiment.themes import themes

#: A word must be written by so many people: fewer could point at one of them.
FEWEST = 5
#: 15.1 is the ratio that chance reaches once in ten thousand words.
CLEAR = 15.1
MOST = 10
_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words that say nothing of a topic.
COMMON = frozenset(
    word
    for line in (
        "about after again also another because been before being can't could didn't does doing don't even every from",
        "have having here into just like made make many more most much need never only other over people really should",
        "since some still such than that their them then there these they thing this time told very want well were",
        "what when where which while will with without would your",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class Topic:
    """A word, how many comments hold it now, and how many of as many would have held it before."""

    word: str
    now: int
    usual: float


def grown(recent: Iterable[str], before: Iterable[str]) -> list[Topic]:
    """Return the words that grew most, clearest first. Comments lost personal data before they were stored."""
    (now, n), (then, m) = _counted(recent), _counted(before)
    found = []
    for word, count in now.items():
        usual = then[word] / m * n if m else 0.0
        if count >= FEWEST and count > usual and _ratio(count, then[word], n, m) >= CLEAR and not themes(word):
            found.append(Topic(word, count, usual))
    return sorted(found, key=lambda topic: (topic.usual - topic.now, topic.word))[:MOST]


def _counted(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Return in how many texts each word stands, and how many texts there are."""
    counts: Counter[str] = Counter()
    n = 0
    for text in texts:
        n += 1
        counts.update({word for word in _WORD.findall(text.casefold()) if word not in COMMON})
    return counts, n


def _ratio(a: int, b: int, n: int, m: int) -> float:
    """Return the log-likelihood ratio of ``a`` in ``n`` texts against ``b`` in ``m``."""
    if not m:
        return 0.0
    share = (a + b) / (n + m)
    return 2 * sum(k * math.log(k / (size * share)) for k, size in ((a, n), (b, m)) if k)
