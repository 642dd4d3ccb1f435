"""Check many files: several sealed processes at once, each answer stored as it comes, nothing done twice."""

from accessibility.documents.batch.run import Done, check_all
from accessibility.documents.batch.sources import Item, from_library, from_paths
from accessibility.documents.batch.stored import forget_unchecked, keep, known_answers

__all__ = ["Done", "Item", "check_all", "forget_unchecked", "from_library", "from_paths", "keep", "known_answers"]
