"""Reading order against what the page looks like (WCAG 1.3.2; PDF3).

Where the tags come in another order than the eye would take, column by column or line by line, something is likely to
be wrong. Two ways to read a page are tried and the better one counts: a guess, so it warns or asks and never blocks.
"""

from collections import defaultdict
from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.pdf.layout import BBox
from accessibility.documents.pdf.lists import is_inside
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

#: Agreement of two orders (Kendall's tau: 1 the same, -1 the reverse) below which we warn, and below which we ask.
WARN_BELOW, ASK_BELOW = 0.4, 0.75
#: Fewer blocks than this have no order to speak of; more are not compared.
FEWEST, MOST = 5, 120
_BLOCKS = frozenset(("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table", "BlockQuote", "Figure", "TOC"))
_APART = frozenset(("Table", "L", "TOC", "Figure", "Note", "FENote", "Aside", "Caption", "Form", "Art"))


@register
class ReadingOrder:
    """The tags follow the page."""

    rules = ("WM-PDF-READING-ORDER", "WM-PDF-READING-ORDER-ASK")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pages on which they do not, and those on which it is hard to tell."""
        wrong, unclear = [], []
        for page, blocks in sorted(_by_page(opened).items()):
            if FEWEST <= len(blocks) <= MOST:
                agreement = max(_tau(blocks, columns_first=True), _tau(blocks, columns_first=False))
                place = Location(page=page)
                if agreement < WARN_BELOW:
                    wrong.append(place)
                elif agreement < ASK_BELOW:
                    unclear.append(place)
        yield from gather("WM-PDF-READING-ORDER", wrong)
        yield from gather("WM-PDF-READING-ORDER-ASK", unclear)


def _by_page(opened: OpenedPdf) -> dict[int, list[BBox]]:
    """Return the places of the blocks of each page in the order of the tags."""
    found: dict[int, list[BBox]] = defaultdict(list)
    for index, element in enumerate(opened.elements):
        if element.type in _BLOCKS and not is_inside(opened, index, _APART):
            block = opened.layout.block(index)
            if block.bbox and block.page and (block.text or block.has_picture):
                found[block.page].append(block.bbox)
    return found


def _tau(blocks: list[BBox], *, columns_first: bool) -> float:
    """Return how well the order of the blocks agrees with the order in which the eye takes them."""
    rank = {index: position for position, index in enumerate(_cut(blocks, columns_first=columns_first))}
    pairs = [(rank[i] < rank[j]) for i in range(len(blocks)) for j in range(i + 1, len(blocks))]
    return 2 * sum(pairs) / len(pairs) - 1


def _cut(blocks: list[BBox], *, columns_first: bool) -> list[int]:
    """Return the indexes of the blocks as they are read: the page is cut at its gaps, again and again (XY-cut)."""
    done: list[int] = []
    waiting = [list(range(len(blocks)))]
    while waiting:
        group = waiting.pop()
        down = _split(group, [(-blocks[i][3], -blocks[i][1]) for i in group])
        across = _split(group, [(blocks[i][0], blocks[i][2]) for i in group])
        parts = (across or down) if columns_first else (down or across)
        if len(group) == 1 or not parts:
            done += sorted(group, key=lambda i: (-blocks[i][3], blocks[i][0]))
        else:
            waiting += reversed(parts)
    return done


def _split(group: list[int], spans: list[tuple[float, float]]) -> list[list[int]]:
    """Return the group cut at the gaps between spans, or nothing when there is no gap."""
    order = sorted(range(len(group)), key=lambda position: spans[position])
    parts: list[list[int]] = []
    end = float("-inf")
    for position in order:
        start, stop = spans[position]
        if not parts or start >= end - 1:
            parts.append([])
        parts[-1].append(group[position])
        end = max(end, stop)
    return parts if len(parts) > 1 else []
