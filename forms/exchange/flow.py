"""From links between pages to one condition a page.

A page's first conditional link that holds wins, else its default link; a page without either ends the form. Pages
come in topological order from the start. What a page's condition must say is taken from its immediate dominator
(the last page that everybody passes before it): where all ways from there meet again, nothing need be added.
"""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from forms.exchange.base import RefusedError, Tree
from forms.exchange.logic import FALSE, LARGEST, TRUE, all_of, any_of, negate, size_of

#: Where every page that leads nowhere leads to. No page has this name: names of pages are not empty.
END = ""
#: A form with more pages is none that anybody finishes.
MOST_PAGES = 300


@dataclass(frozen=True)
class Links:
    """A page's ways on: ``conditional`` in their order, then ``default`` (None: the form ends here)."""

    conditional: Sequence[tuple[Tree, str]] = ()
    default: str | None = None

    @property
    def targets(self) -> list[str]:
        """Return each page that a link leads to, once; END stands for the page's own end."""
        names = [target for _condition, target in self.conditional]
        return list(dict.fromkeys([*names, END if self.default is None else self.default]))

    def ways(self) -> list[tuple[Tree, str]]:
        """Return each way with the full condition under which it is taken."""
        taken = [
            (all_of([condition, *(negate(earlier) for earlier, _target in self.conditional[:n])]), target)
            for n, (condition, target) in enumerate(self.conditional)
        ]
        rest = all_of(negate(condition) for condition, _target in self.conditional)
        return [*taken, (rest, END if self.default is None else self.default)]


def few_enough(pages: int) -> None:
    """Refuse a form with too many pages."""
    if pages > MOST_PAGES:
        raise RefusedError(_("This form has more than 300 pages. Split it into several forms."))


def in_order(start: str, links: Mapping[str, Links]) -> list[str]:
    """Return the pages that can be reached in topological order, ties by list order.

    Raises :class:`RefusedError` that names the pages of a cycle.
    """
    reached = _reached(start, links)
    onward = {name: [target for target in links[name].targets if target in reached] for name in reached}
    waiting = Counter(target for targets in onward.values() for target in targets)
    rank = {name: n for n, name in enumerate(links)}
    ready = [] if waiting[start] else [(rank[start], start)]
    order: list[str] = []
    while ready:
        name = heapq.heappop(ready)[1]
        order.append(name)
        for target in onward[name]:
            waiting[target] -= 1
            if not waiting[target]:
                heapq.heappush(ready, (rank[target], target))
    if len(order) < len(reached):
        around = ", ".join(name for name in links if name in reached and name not in order)
        raise RefusedError(
            _("These pages lead back to each other, so the form has no end: %(pages)s.") % {"pages": around}
        )
    return order


def show_ifs(start: str, links: Mapping[str, Links]) -> dict[str, Tree]:
    """Return for each page that can be reached the condition under which it is on the path."""
    order = in_order(start, links)
    above = _dominators(order, links)
    below = _dominators([END, *reversed(order)], _turned(order, links))
    shown: dict[str, Tree] = {start: TRUE}
    for name in order[1:]:
        whence = above[name]
        if name in _chain(whence, below):
            shown[name] = shown[whence]
        else:
            shown[name] = _small(all_of([shown[whence], _from(whence, name, order, links)]), name)
    return shown


def _from(whence: str, name: str, order: Sequence[str], links: Mapping[str, Links]) -> Tree:
    """Return the condition under which somebody on page ``whence`` gets to page ``name``."""
    between = order[order.index(whence) : order.index(name) + 1]
    reach: dict[str, Tree] = dict.fromkeys(between, FALSE)
    reach[whence] = TRUE
    for page in between[:-1]:
        for condition, target in links[page].ways():
            if target in reach:
                reach[target] = _small(any_of([reach[target], all_of([reach[page], condition])]), target)
    return reach[name]


def _small(tree: Tree, name: str) -> Tree:
    """Return a tree that a person could read; ways that cross each other again and again grow without end."""
    if size_of(tree) > LARGEST:
        message = _("So many ways lead to the page “%(page)s” that no condition can be written for it.")
        raise RefusedError(message % {"page": name})
    return tree


def _reached(start: str, links: Mapping[str, Links]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        fresh = [name for name in links[todo.pop()].targets if name in links and name not in found]
        found.update(fresh)
        todo.extend(fresh)
    return found


def _turned(order: Sequence[str], links: Mapping[str, Links]) -> dict[str, Links]:
    """Return the same pages with every way turned round, as unconditional links from the end."""
    back: dict[str, list[tuple[Tree, str]]] = {END: [], **{name: [] for name in order}}
    for name in order:
        for target in links[name].targets:
            back[target].append((TRUE, name))
    return {name: Links(conditional=ways) for name, ways in back.items()}


def _dominators(order: Sequence[str], links: Mapping[str, Links]) -> dict[str, str]:
    """Return each page's immediate dominator; ``order`` is topological and starts at the root."""
    rank = {name: n for n, name in enumerate(order)}
    found = {order[0]: order[0]}
    for name in order:
        for target in links[name].targets:
            if target in rank and rank[target] > rank[name]:
                found[target] = _common(name, found[target], found, rank) if target in found else name
    return found


def _common(one: str, other: str, found: Mapping[str, str], rank: Mapping[str, int]) -> str:
    while one != other:
        if rank[one] > rank[other]:
            one = found[one]
        else:
            other = found[other]
    return one


def _chain(name: str, found: Mapping[str, str]) -> set[str]:
    """Return all pages that everybody passes after ``name``."""
    chain = set()
    while found.get(name, name) != name:
        name = found[name]
        chain.add(name)
    return chain
