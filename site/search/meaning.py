"""What an entry means, as one vector: half its title, half its title with its text."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from search.embedding import Embedder, Vectors

#: Characters of text that are looked at: the model reads about a hundred words.
MOST_TEXT = 600


def text_of(title: str, summary: str, body: str) -> str:
    """Return the text that is looked at beside the title alone."""
    return f"{title}. {f'{summary} {body}'.strip()[:MOST_TEXT]}"


def name_of(text: str, embedder: Embedder) -> bytes:
    """Return what a vector was made from, so that it is made anew only when text or model change."""
    return sha256(f"{embedder.name}\n{text}".encode("utf-8", "replace")).digest()


def meanings(titles: Sequence[str], texts: Sequence[str], embedder: Embedder) -> list[bytes]:
    """Return the vectors of entries, ready to be stored.

    Their product with a search's vector is the mean of both cosines: measured better than the best of them.
    """
    both = embedder.embed([*titles, *texts])
    means = (both[: len(titles)] + both[len(titles) :]) / 2
    return [row.tobytes() for row in means.astype(np.float16)]


def closeness(stored: "np.ndarray[tuple[int, int], np.dtype[np.float16]]", wanted: Vectors) -> Vectors:
    """Return for each stored row its best product with the rows of ``wanted``. Rows are widened a piece at a time."""
    best = np.empty(len(stored), dtype=np.float32)
    for start in range(0, len(stored), 2048):
        piece = stored[start : start + 2048].astype(np.float32)
        best[start : start + 2048] = (piece @ wanted.T).max(axis=1)
    return best
