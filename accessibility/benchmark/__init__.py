"""How many labelled pages the engines judge rightly: what is found, and how much is false alarm."""

from accessibility.benchmark.labels import Case, read_labels
from accessibility.benchmark.score import Score, score

__all__ = ["Case", "Score", "read_labels", "score"]
