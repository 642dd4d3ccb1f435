"""What an entry means: a few vectors, one for each of its first sentences, each with its title and its whole text."""

import re
from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from search.embedding import Embedder, Vectors

#: Characters of text that are looked at: the model reads about a hundred words.
MOST_TEXT = 600
#: Sentences that get a vector of their own, at most; shorter ones say too little.
MOST_SENTENCES, SHORTEST, LONGEST = 3, 16, 200
#: How much title, text and sentence weigh in a vector. Measured: a page is asked for by one of the things it says.
TITLE, TEXT, SENTENCE = 0.25, 0.25, 0.5
#: Names this way of making vectors: another one makes all of them anew.
RECIPE = "title, text and sentence"
_END = re.compile(r"(?<=[.;!?])\s+")


def text_of(title: str, summary: str, body: str) -> str:
    """Return the text that is looked at beside the title alone."""
    return f"{title}. {f'{summary} {body}'.strip()[:MOST_TEXT]}"


def sentences_of(title: str, summary: str, body: str) -> list[str]:
    """Return the first sentences with the title before each; none where the text has but one: it says the same."""
    parts = _END.split(f"{summary} {body}".strip()[:MOST_TEXT])
    told = [part[:LONGEST] for part in parts if len(part) >= SHORTEST][:MOST_SENTENCES]
    return [f"{title}: {part}" for part in told] if len(told) > 1 else []


def name_of(text: str, embedder: Embedder) -> bytes:
    """Return what a vector was made from, so that it is made anew only when text, model or recipe change."""
    return sha256(f"{embedder.name}\n{RECIPE}\n{text}".encode("utf-8", "replace")).digest()


def meanings(
    titles: Sequence[str], texts: Sequence[str], sentences: Sequence[Sequence[str]], embedder: Embedder
) -> list[bytes]:
    """Return the vectors of entries, ready to be stored: float16, a row a sentence, one row where there is none.

    The product of a row with a search's vector is the weighted mean of three cosines.
    """
    flat = [sentence for each in sentences for sentence in each]
    made = embedder.embed([*titles, *texts, *flat])
    size, at = len(titles), 2 * len(titles)
    found = []
    for place, own in enumerate(sentences):
        title, text = made[place], made[size + place]
        told: Vectors = made[at : at + len(own)] if own else text[None]
        at += len(own)
        found.append((TITLE * title + TEXT * text + SENTENCE * told).astype(np.float16).tobytes())
    return found
