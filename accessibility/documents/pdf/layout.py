"""What each tag looks like on the page: its words, its place, the size and weight of its letters."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from accessibility.documents.pdf.content import Contents, Kind, Piece
from accessibility.documents.pdf.structure import Element

#: A gap wider than this part of the letters' size is a space.
SPACE = 0.18
#: Pieces whose letters stand higher or lower than this part of their size are on other lines.
LINE = 0.5
BBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A tag with all below it, on the page where it begins. ``size`` is that of most letters, in points."""

    text: str = ""
    page: int | None = None
    bbox: BBox | None = None
    size: float = 0.0
    is_bold: bool = False
    has_picture: bool = False


class Layout:
    """The blocks of a tagged file, read when they are first asked for."""

    def __init__(
        self,
        elements: list[Element],
        children: list[list[int]],
        marks: dict[tuple[int, int], int],
        contents: Contents,
    ) -> None:
        self._elements, self._children, self._contents = elements, children, contents
        self._own: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for mark, owner in marks.items():
            self._own[owner].append(mark)
        self._pieces: dict[int, dict[int, list[Piece]]] = {}
        self._blocks: dict[int, Block] = {}

    def block(self, index: int) -> Block:
        """Return what the element at an index looks like."""
        if index not in self._blocks:
            self._blocks[index] = _block(list(self._below(index)))
        return self._blocks[index]

    def own_text(self, index: int) -> str:
        """Return the words that the element itself holds, without those of elements below it."""
        return joined([piece for mark in self._own[index] for piece in self._marked(*mark)])

    def has_own(self, index: int) -> bool:
        """Return whether the element itself holds something that is drawn."""
        return any(self._marked(*mark) for mark in self._own[index])

    @cached_property
    def body(self) -> tuple[float, bool]:
        """Return size and weight of most letters in the file."""
        letters: Counter[tuple[float, bool]] = Counter()
        for number in range(1, self._contents.pages + 1):
            for piece in self._contents.page(number):
                if piece.kind is Kind.TEXT and not piece.is_artifact:
                    letters[round(piece.size * 2) / 2, piece.is_bold] += len(piece.text)
        return letters.most_common(1)[0][0] if letters else (0.0, False)

    def _below(self, index: int) -> Iterator[tuple[int, Piece]]:
        """Yield the pieces of an element and of those below it with their pages, in the order of the tags."""
        waiting = [index]
        while waiting:
            current = waiting.pop()
            for page, mcid in self._own[current]:
                for piece in self._marked(page, mcid):
                    yield page, piece
            waiting += reversed(self._children[current])

    def _marked(self, page: int, mcid: int) -> list[Piece]:
        """Return the pieces of one mark."""
        if page > self._contents.pages:
            return []
        if page not in self._pieces:
            by_mark: dict[int, list[Piece]] = defaultdict(list)
            for piece in self._contents.page(page):
                if piece.mcid is not None:
                    by_mark[piece.mcid].append(piece)
            self._pieces[page] = by_mark
        return self._pieces[page].get(mcid, [])


def _block(found: list[tuple[int, Piece]]) -> Block:
    """Return a block out of its pieces."""
    if not found:
        return Block()
    first = found[0][0]
    here = [piece for page, piece in found if page == first and piece.area]
    letters: Counter[tuple[float, bool]] = Counter()
    for _, piece in found:
        if piece.kind is Kind.TEXT and piece.text.strip():
            letters[round(piece.size * 2) / 2, piece.is_bold] += len(piece.text.strip())
    size, _ = letters.most_common(1)[0][0] if letters else (0.0, False)
    return Block(
        text=joined([piece for _, piece in found]),
        page=first,
        bbox=around(here),
        size=size,
        is_bold=bool(letters) and all(bold for _, bold in letters),
        has_picture=any(piece.kind is Kind.IMAGE for piece in here),
    )


def around(pieces: list[Piece]) -> BBox | None:
    """Return the smallest place that holds all pieces, None for none."""
    if not pieces:
        return None
    boxes = [piece.bbox for piece in pieces]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def joined(pieces: list[Piece]) -> str:
    """Return the words of pieces of text, with a space where the page shows one."""
    text, before = "", None
    for piece in pieces:
        if piece.kind is not Kind.TEXT or not piece.text:
            continue
        if before is not None and _is_apart(before, piece):
            text += " "
        text += piece.text
        before = piece
    return " ".join(text.split())


def _is_apart(before: Piece, piece: Piece) -> bool:
    """Return whether a reader sees a space or a new line between two pieces."""
    size = max(before.size, piece.size, 1.0)
    gap = piece.bbox[0] - before.bbox[2]
    return abs(piece.bbox[1] - before.bbox[1]) > LINE * size or gap > SPACE * size or gap < -size
