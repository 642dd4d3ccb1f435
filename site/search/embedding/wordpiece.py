"""WordPiece, the tokenizer that BERT's models were taught with (Wu et al. 2016, arXiv:1609.08144), uncased."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

#: BERT's uncased vocabulary (Apache-2.0): its line is the number of a piece.
VOCABULARY = Path(__file__).parent / "vocabulary.txt"
#: What the model was taught to read at most, its two marks included.
MOST_TOKENS = 128
#: A longer word is not looked up: it is no word.
MOST_LETTERS = 100
UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
# Each sign that is no letter, digit or blank stands alone, and so does each Chinese character.
_PIECE = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\w\s]|_"
)


@cache
def numbers_of_pieces(file: Path) -> dict[str, int]:
    """Return the pieces of a vocabulary with their numbers, read once: a process keeps 30,000 words only once.

    OSError where there is no such file.
    """
    pieces = file.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(pieces) if piece}


class WordPiece:
    """Cuts text into pieces of a vocabulary, a piece a line of ``file``; KeyError where the file is none of BERT's."""

    def __init__(self, file: Path) -> None:
        self.numbers = numbers_of_pieces(file)
        self.unknown, self.start, self.end = (self.numbers[mark] for mark in (UNKNOWN, START, END))
        self._of_word = lru_cache(maxsize=4096)(self._cut)

    def numbers_of(self, text: str) -> list[int]:
        """Return the numbers of the pieces of ``text`` between the two marks, at most MOST_TOKENS."""
        found: list[int] = []
        for word in _PIECE.findall(_plain(text[: MOST_TOKENS * MOST_LETTERS])):
            found += self._of_word(word)
            if len(found) >= MOST_TOKENS - 2:
                break
        return [self.start, *found[: MOST_TOKENS - 2], self.end]

    def _cut(self, word: str) -> list[int]:
        """Return the longest pieces from left to right; one unknown piece for a word that has no such cut."""
        if len(word) > MOST_LETTERS:
            return [self.unknown]
        found, at = [], 0
        while at < len(word):
            end = self._longest(word, at)
            if end == at:
                return [self.unknown]
            found.append(self.numbers[_piece(word, at, end)])
            at = end
        return found

    def _longest(self, word: str, at: int) -> int:
        ends = range(len(word), at, -1)
        return next((end for end in ends if _piece(word, at, end) in self.numbers), at)


def _piece(word: str, at: int, end: int) -> str:
    return f"##{word[at:end]}" if at else word[at:end]


def _plain(text: str) -> str:
    """Return ``text`` in lower case, without accents and control characters, as the model was taught."""
    spread = unicodedata.normalize("NFD", text.lower())
    return "".join(" " if sign in "\t\n\r" else sign for sign in spread if _is_kept(sign))


def _is_kept(sign: str) -> bool:
    return sign in "\t\n\r" or unicodedata.category(sign) not in {"Mn", "Cc", "Cf", "Cs", "Co"}
