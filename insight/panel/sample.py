"""Draw invitations that mirror the city, and say who is missing. Pure: no database.

Quota sampling in five dimensions at once: from the members in random order, always the one who fills most of what is
still short. Who told nothing about a dimension counts in none of its groups.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insight.panel.tree import Tree

#: What a member told: {"ward": "Barton", ...}.
Profile = Mapping[str, str]
#: The city's shares: {"ward": {"Barton": 0.05, ...}, ...}; each dimension adds up to 1.
City = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Short:
    """A group of which fewer members could be invited than would mirror the city."""

    dimension: str
    group: str
    wanted: int
    got: int


@dataclass(frozen=True)
class Sample:
    """The places (in the list of members) of those to invite, and the groups that are short by a tenth or more."""

    chosen: tuple[int, ...]
    short: tuple[Short, ...]


def draw(members: Sequence[Profile], city: City, size: int, seed: str) -> Sample:
    """Return whom to invite; the same seed draws the same people from the same list."""
    size = min(size, len(members))
    order = list(range(len(members)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a draw that can be repeated and checked
    if not city:
        return Sample(tuple(order[:size]), ())
    told = [_told(members[at], city) for at in order]
    left = [{group: share * size for group, share in shares.items()} for shares in city.values()]
    wanted = [{group: max(1.0, n) for group, n in groups.items()} for groups in left]
    needs = [{group: n / wanted[level][group] for group, n in groups.items()} for level, groups in enumerate(left)]
    tree = Tree(told)
    chosen: list[int] = []
    while len(chosen) < size:
        rank = tree.take(needs)
        chosen.append(order[rank])
        for level, group in enumerate(told[rank]):
            if group:
                left[level][group] -= 1
                needs[level][group] = left[level][group] / wanted[level][group]
    return Sample(tuple(chosen), _short([members[at] for at in chosen], city, size))


def _told(member: Profile, city: City) -> list[str]:
    """Return a member's group in each dimension; empty where none of the city's groups was told."""
    return [group if (group := member.get(name, "")) in shares else "" for name, shares in city.items()]


def _short(chosen: Sequence[Profile], city: City, size: int) -> tuple[Short, ...]:
    found = []
    for dimension, shares in city.items():
        got = Counter(profile.get(dimension, "") for profile in chosen)
        for group, share in shares.items():
            wanted = round(share * size)
            if got[group] < 0.9 * wanted:
                found.append(Short(dimension, group, wanted, got[group]))
    return tuple(sorted(found, key=lambda short: short.got - short.wanted))
