"""What a model of meaning does."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: Numbers a text.
DIMENSIONS = 384
#: A row a text.
Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns English texts into vectors whose products say how alike the texts are in meaning."""

    #: Names model and version: vectors of another one cannot be compared.
    name: str

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a row of DIMENSIONS a text, each of length 1."""
