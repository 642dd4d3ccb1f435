"""How well texts fit the words of somebody who may not know ours. No list of words of any language is needed."""

import re
from collections.abc import Sequence

WORD = re.compile(r"\w+")
#: Shorter words seldom say what somebody needs.
SHORTEST = 3
#: What more than this share of all texts holds says nothing about any of them.
COMMON = 1 / 3


def scores(asked: str, texts: Sequence[str]) -> list[float]:
    """Return how well each text fits; nought where it does not. A rare word counts more than a frequent one."""
    # A word is found where another begins with it: "repair" in "repairs", but not "rent" in "parents".
    begins = [f" {' '.join(WORD.findall(text.casefold()))}" for text in texts]
    total = [0.0] * len(begins)
    words = dict.fromkeys(WORD.findall(asked.casefold()))
    holders = {word: [number for number, text in enumerate(begins) if f" {word}" in text] for word in words}
    telling = [word for word in holders if len(word) >= SHORTEST and len(holders[word]) <= len(begins) * COMMON]
    for word in telling or holders:
        for number in holders[word]:
            total[number] += 1 / len(holders[word])
    return total
