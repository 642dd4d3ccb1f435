"""Members as a tree of what they told, one level a dimension: who fills most is found without asking everybody.

A branch is left out when even the neediest groups of the levels below it cannot make up for what it lacks (branch and
bound, Land and Doig, 1960), or when it can only be equal and everybody in it comes later in the draw's order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: By how much two sums of the same parts may differ.
CLOSE = 1e-9

#: What each group of a level needs; what is not told, "", needs nothing.
Needs = Sequence[Mapping[str, float]]


@dataclass
class _Node:
    """``first`` is the lowest rank of the members under it; ``ranks`` are those of a leaf, the first one last."""

    first: int = 0
    below: dict[str, "_Node"] = field(default_factory=dict)
    ranks: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Work ``first`` out again."""
        self.first = self.ranks[-1] if self.ranks else min(node.first for node in self.below.values())


class Tree:
    """Members by their place in the draw's order, the lowest first, with the groups that each told, by level."""

    def __init__(self, members: Sequence[Sequence[str]]) -> None:
        self._root = _Node()
        self._alive = [Counter(groups) for groups in zip(*members, strict=True)]
        for rank in reversed(range(len(members))):
            node = self._root
            for group in members[rank]:
                node.first = rank
                node = node.below.setdefault(group, _Node())
            node.first = rank
            node.ranks.append(rank)

    def take(self, needs: Needs) -> int:
        """Take out and return who fills most of ``needs``; of equals the one with the lowest rank."""
        orders = [
            sorted(((need.get(group, 0.0), group) for group, n in alive.items() if n), reverse=True)
            for need, alive in zip(needs, self._alive, strict=True)
        ]
        search = _Search(orders)
        search.look(0, self._root, 0.0)
        self._drop(search.path)
        return search.rank

    def _drop(self, path: Sequence[str]) -> None:
        nodes = [self._root]
        for level, group in enumerate(path):
            self._alive[level][group] -= 1
            nodes.append(nodes[-1].below[group])
        nodes[-1].ranks.pop()
        for node, group in zip(reversed(nodes[:-1]), reversed(path), strict=True):
            child = node.below[group]
            if child.ranks or child.below:
                child.settle()
            else:
                del node.below[group]


class _Search:
    """The best leaf so far: how much it fills, its first member, and the way to it."""

    def __init__(self, orders: Sequence[Sequence[tuple[float, str]]]) -> None:
        self._orders = orders
        #: What the levels from here on can fill at most.
        self._rest = [sum(order[0][0] for order in orders[level:]) for level in range(len(orders) + 1)]
        self._filled, self.rank = float("-inf"), -1
        self.path: tuple[str, ...] = ()
        self._way = [""] * len(orders)

    def look(self, level: int, node: _Node, filled: float) -> None:
        """Look under ``node``, to which the way so far leads."""
        if level == len(self._orders):
            self._filled, self.rank, self.path = filled, node.first, tuple(self._way)
            return
        rest = filled + self._rest[level + 1]
        for need, group in self._orders[level]:
            if need + rest < self._filled - CLOSE:
                return  # and so do all that follow
            child = node.below.get(group)
            if child is not None and self._may_win(need + rest, child):
                self._way[level] = group
                self.look(level + 1, child, filled + need)

    def _may_win(self, most: float, node: _Node) -> bool:
        return most > self._filled + CLOSE or (most >= self._filled - CLOSE and node.first < self.rank)
