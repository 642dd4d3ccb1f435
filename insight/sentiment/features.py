"""From an answer to what the model looks at: its words, parts of words, the question, the rating and its length.

No Django and no numpy: scoring is plain Python. A feature is a name such as ``w:not helpful``; what stands before the
colon is its group, and each group of words is brought to length one on its own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "words"
#: Groups that count words; everything else is there or not.
COUNTED = ("w", "n", "c", "q")
_WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+|[.!?,;:]")
_STOPS = frozenset(".!?,;:")
_NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "cannot",
        "cant",
        "dont",
        "didnt",
        "wasnt",
        "isnt",
        "wont",
        "without",
        "hardly",
        "nobody",
        "neither",
        "nor",
        "nothing",
    ]
)
#: How many words after a negation are marked.
REACH = 3
#: Answers such as "nothing" to "How could we improve?".
_NOTHING = re.compile(
    r"\W*(?:nothing|none|no\b|n/?a\b|nope|not (?:a thing|much|really)|can'?t think|cannot think|don'?t change|"
    r"keep (?:it|up|doing)|all (?:good|fine)|as is)"
)


class Answer(NamedTuple):
    """``rating`` runs from 1 (worst) to 5 (best); 0 stands for none. ``kind`` is that of the question."""

    text: str
    kind: str
    rating: int


def features(answer: Answer) -> Iterator[tuple[str, float]]:
    """Yield (name, how often or how much) of everything that the model may know about ``answer``."""
    low = answer.text.casefold().replace("’", "'")
    tokens = _WORD.findall(low)
    plain = [token for token in tokens if token not in _STOPS]
    kind = answer.kind
    counts: Counter[str] = Counter()
    counts.update(f"w:{word}" for word in plain)
    counts.update(f"w:{one} {two}" for one, two in pairwise(plain))
    marked = list(_marked(tokens))
    counts.update(f"n:{word}" for word in marked)
    counts.update(f"n:{one} {two}" for one, two in pairwise(marked))
    counts.update(f"c:{part}" for part in _parts(plain))
    counts.update(f"q:{kind}={word}" for word in plain)
    yield from counts.items()
    yield from _side(answer.rating, kind, low, plain, marked)


def _side(rating: int, kind: str, low: str, plain: list[str], marked: list[str]) -> Iterator[tuple[str, float]]:
    size = min(int(math.log2(len(plain) + 1)), 6)
    nothing = says_nothing(low)
    yield f"s:rating {rating}", 1.0
    yield f"s:question {kind}", 1.0
    yield f"s:rating {rating} {kind}", 1.0
    yield f"s:size {size}", 1.0
    yield f"s:size {size} {kind}", 1.0
    if nothing:
        yield "s:nothing", 1.0
        yield f"s:nothing {kind} {min(size, 3)}", 1.0
        yield f"s:nothing rating {rating}", 1.0
    yield from tone(marked)


def tone(marked: list[str]) -> Iterator[tuple[str, float]]:
    """Yield how many words of praise and of complaint there are; a negation before a word turns it round."""
    good = bad = 0
    for word in marked:
        base = word.removesuffix("_n")
        turned = word != base
        praise, complaint = base in lexicon("praise"), base in lexicon("complaint")
        good += (praise and not turned) or (complaint and turned)
        bad += (complaint and not turned) or (praise and turned)
    for name, count in (("good", good), ("bad", bad)):
        if count:
            yield f"t:{name}", math.log2(1 + count)
    yield f"t:sum {max(-2, min(2, good - bad))}", 1.0
    if good and bad:
        yield "t:both", 1.0


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a word list of the package."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def weighed(found: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the values that the model multiplies: known features only, each group of words at length one."""
    values: dict[str, float] = {}
    squares: Counter[str] = Counter()
    for name, count in found.items():
        if name not in rarity:
            continue
        group = name[0]
        if group in COUNTED:
            values[name] = (1 + math.log(count)) * rarity[name]
            squares[group] += values[name] ** 2  # type: ignore[assignment] # sums, not counts
        else:
            values[name] = count
    lengths = {group: math.sqrt(total) for group, total in squares.items()}
    return {name: value / lengths.get(name[0], 1.0) for name, value in values.items()}


def _marked(tokens: list[str]) -> Iterator[str]:
    """Yield the words; those after a negation, up to the end of its clause, end in ``_n``."""
    left = 0
    for token in tokens:
        if token in _STOPS:
            left = 0
            continue
        yield f"{token}_n" if left else token
        left = REACH if token in _NEGATIONS or token.endswith("n't") else max(0, left - 1)


def _parts(words: list[str]) -> Iterator[str]:
    """Yield pieces of two to five letters, a space standing for the edge of the word."""
    for word in words:
        padded = f" {word} "
        for size in range(2, 6):
            for at in range(max(1, len(padded) - size + 1)):
                yield padded[at : at + size]


def says_nothing(text: str) -> bool:
    """Return whether ``text`` begins like an answer to "How could we improve?" that asks for nothing."""
    return bool(_NOTHING.match(text.casefold().replace("’", "'")))


def tone_of(text: str) -> int:
    """Return 1 when ``text`` holds more words of praise than of complaint, -1 for fewer, 0 for as many."""
    tokens = _WORD.findall(text.casefold().replace("’", "'"))
    counts = dict(tone(list(_marked(tokens))))
    good, bad = counts.get("t:good", 0.0), counts.get("t:bad", 0.0)
    return (good > bad) - (good < bad)
