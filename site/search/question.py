"""What a search asks for: the words typed, the words meant, and other words for the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from search.analysis import stem
from search.folding import MOST_CHARACTERS, fold, terms, words_of
from search.spelling import repair, split
from search.synonyms import Rule, expansions


@dataclass(frozen=True)
class Question:
    """``text`` is the search as it was typed, ``meant`` the same with slips repaired (equal where there are none).

    ``words`` are the words that carry meaning, repaired and folded; ``strange`` are those that nobody knows.
    """

    text: str
    meant: str
    language: str
    words: list[str]
    strange: list[str] = field(default_factory=list)
    others: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def repaired(self) -> bool:
        """Whether something was repaired."""
        return self.text != self.meant

    @property
    def stems(self) -> list[str]:
        """The words without their endings, each once."""
        return list(dict.fromkeys(stem(word, self.language) for word in self.words))


def understand(
    query: str, language: str, vocabulary: Mapping[str, int], *, exact: bool = False, extra: Iterable[Rule] = ()
) -> Question:
    """Return what ``query`` asks for; ``exact`` repairs nothing. Any text is safe."""
    typed = terms(query, language)
    mended = {} if exact else _mended(typed, vocabulary, language)
    words = [mended.get(word, word) for word in typed]
    parts = [*words, *_compounds(words, vocabulary)]
    stems_of = [stem(word, language) for word in words]
    return Question(
        text=query,
        meant=_rewritten(query, mended) if mended else query,
        language=language,
        words=list(dict.fromkeys(parts)),
        strange=[word for word in words if word not in vocabulary and stem(word, language) not in vocabulary],
        others=expansions(stems_of, language, extra),
    )


def _mended(typed: list[str], vocabulary: Mapping[str, int], language: str) -> dict[str, str]:
    """Return the repairs; a word that is two of the site's words joined is no slip."""
    doubtful = (word for word in typed if word not in vocabulary and not split(word, vocabulary))
    found = {word: repair(word, vocabulary, language) for word in doubtful}
    return {word: meant for word, meant in found.items() if meant}


def _compounds(words: list[str], vocabulary: Mapping[str, int]) -> list[str]:
    """Return neighbours joined where the site writes them as one, and unknown words parted where it does not."""
    joined = [one + other for one, other in pairwise(words) if one + other in vocabulary]
    parted = [split(word, vocabulary) or () for word in words if word not in vocabulary]
    return [*joined, *(part for pair in parted for part in pair)]


def _rewritten(query: str, mended: Mapping[str, str]) -> str:
    """Return the query in lower case with its repairs, as it is shown."""
    words = words_of(fold(query[:MOST_CHARACTERS]))
    return " ".join(mended.get(word, word) for word in words)
