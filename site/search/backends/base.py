"""What every engine does. The same tests run against each."""

from abc import ABC, abstractmethod
from typing import NamedTuple

#: Words this short are also matched as beginnings: "bin" finds "bins", "rec" finds "recycling".
SHORT = 3


class Hit(NamedTuple):
    """An entry's id and how well it fits; higher is better, comparable within one answer only."""

    entry_id: int
    score: float


class SearchBackend(ABC):
    """Finds entries of one language for folded words, see :func:`search.folding.terms`."""

    @abstractmethod
    def by_words(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """Return entries with any of the words, best first; a word in a title counts ten times one in the text."""

    @abstractmethod
    def count(self, words: list[str], language: str) -> int:
        """Return how many entries have any of the words."""

    @abstractmethod
    def by_likeness(self, words: list[str], language: str, limit: int) -> list[Hit]:
        """Return entries whose title or summary has a word that looks like one of ``words``: for misspellings."""

    @abstractmethod
    def by_beginning(self, words: list[str], language: str, limit: int) -> list[str]:
        """Return titles that have all of the words, the last one as a beginning: what somebody may be typing."""
