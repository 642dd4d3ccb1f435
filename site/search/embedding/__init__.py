"""What texts mean, as vectors: behind one interface, since search works, worse, without it."""

from search.embedding.base import DIMENSIONS, Embedder, Vectors
from search.embedding.loading import current, forget

__all__ = ["DIMENSIONS", "Embedder", "Vectors", "current", "forget"]
