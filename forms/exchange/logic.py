"""Condition trees, built so that they stay as flat as their meaning allows.

A tree is ``{"all": [...]}``, ``{"any": [...]}``, ``{"not": tree}`` or a comparison; see ``forms.engine.conditions``.
"""

from collections.abc import Iterable

from forms.exchange.base import Tree

#: The engine counts a deeper condition as false.
DEEPEST = 18
#: A condition with more comparisons than this is none that a person could read.
LARGEST = 200
TRUE: Tree = {"all": []}
FALSE: Tree = {"any": []}
#: Comparisons that are each other's exact opposite in the engine, also for a question without an answer.
OPPOSITES = {"is": "is_not", "contains": "not_contains", "answered": "unanswered"}
OPPOSITES.update({value: key for key, value in OPPOSITES.items()})


def leaf(key: str, op: str, value: str = "") -> Tree:
    """Return one comparison."""
    return {"key": key, "op": op, "value": value}


def all_of(trees: Iterable[Tree]) -> Tree:
    """Return a tree that holds when all do."""
    return _join("all", trees, absorbing=FALSE)


def any_of(trees: Iterable[Tree]) -> Tree:
    """Return a tree that holds when any does."""
    return _join("any", trees, absorbing=TRUE)


def negate(tree: Tree) -> Tree:
    """Return the opposite, pushed down to the comparisons as far as they have an exact opposite."""
    if "not" in tree:
        return tree["not"]  # type: ignore[no-any-return] # a branch of a tree is a tree
    if "all" in tree:
        return any_of(negate(branch) for branch in tree["all"])
    if "any" in tree:
        return all_of(negate(branch) for branch in tree["any"])
    opposite = OPPOSITES.get(tree["op"])
    return {**tree, "op": opposite} if opposite else {"not": tree}


def depth_of(tree: Tree | None) -> int:
    """Return how many levels a tree has; a comparison has one."""
    if not tree:
        return 0
    branches = [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]
    return 1 + max(map(depth_of, branches), default=0)


def size_of(tree: Tree) -> int:
    """Return how many comparisons a tree has."""
    if "key" in tree:
        return 1
    return sum(map(size_of, [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]))


def is_flat(tree: Tree | None) -> bool:
    """Return whether the editor's one list, all or any, can hold the tree."""
    if not tree or "key" in tree:
        return True
    return "not" not in tree and all("key" in branch for branch in tree.get("all", tree.get("any", ())))


def _join(name: str, trees: Iterable[Tree], *, absorbing: Tree) -> Tree:
    branches: list[Tree] = []
    for tree in trees:
        branches.extend(branch for branch in tree.get(name, [tree]) if branch not in branches)
    if absorbing in branches or any(negate(branch) in branches for branch in branches if "key" in branch):
        return absorbing
    return branches[0] if len(branches) == 1 else {name: branches}
