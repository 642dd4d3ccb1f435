"""Named conditions of both kinds, as trees: version 1 names fields, DEFRA V2 names ids."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.engine.numbers import read_count
from forms.exchange.base import RefusedError, Tree
from forms.exchange.contrib.xgov.book import Asked, Book
from forms.exchange.contrib.xgov.compare import compare
from forms.exchange.contrib.xgov.expressions import Field, UnreadableError, parse
from forms.exchange.contrib.xgov.lists import source_text
from forms.exchange.contrib.xgov.relative import relative_day
from forms.exchange.ledger import Outcome
from forms.exchange.logic import FALSE, LARGEST, TRUE, all_of, any_of, negate, size_of
from forms.exchange.node import Node

DEEPEST = 12
RELATIVE = ("RelativeDate", "RelativeTime")


class Conditions:
    """All named conditions; ``at`` a page gives one as a tree. A condition that cannot be read is false, as there.

    ``own_page`` says whether a condition sees the answers of the page it stands on: a link does, a page's own does not.
    """

    def __init__(self, book: Book, *, own_page: bool) -> None:
        self._book, self._own_page = book, own_page
        self._nodes: dict[str, Node] = {}
        for node in book.root.items("conditions"):
            for name in ("name", "id"):
                if node.peek(name):
                    self._nodes.setdefault(str(node.peek(name)), node)
        self._used: set[str] = set()
        #: Conditions may name each other: each is read once for a page.
        self._known: dict[tuple[str, str], Tree] = {}

    def knows(self, name: str) -> bool:
        """Return whether the file has a condition of that name or id."""
        return name in self._nodes

    def at(self, name: str, page: str) -> Tree:
        """Return the condition as it stands at ``page``: later questions have no answer yet.

        One that is not in the file is false on a link and no condition on a page, as in both engines.
        """
        if not self.knows(name):
            return FALSE if self._own_page else TRUE
        return self._named(name, page, 0)

    def close(self) -> None:
        """Enter the conditions that nothing uses."""
        for node in self._nodes.values():
            if node.pointer not in self._used:
                node.lost(_("No page or link uses this condition."))

    def _named(self, name: str, page: str, depth: int) -> Tree:
        node = self._nodes.get(name)
        if node is None or depth > DEEPEST:
            raise UnreadableError(name)
        self._used.add(node.pointer)
        if (name, page) not in self._known:
            self._known[name, page] = self._once(node, page, depth)
        return self._known[name, page]

    def _once(self, node: Node, page: str, depth: int) -> Tree:
        try:
            tree = _readable(self._read(node, page, depth))
        except UnreadableError as error:
            reason = _("It cannot be read at “%(part)s”, so it counts as false, as it does in the source.")
            node.downgraded(reason % {"part": str(error)[:60]})
            return FALSE
        node.mapped()
        return tree

    def _read(self, node: Node, page: str, depth: int) -> Tree:
        if isinstance(node.peek("items"), list):
            parts = [self._item(item, page, depth) for item in node.items("items")]
            return any_of(parts) if node.peek("coordinator") == "or" else all_of(parts)
        value = node.peek("value")
        if isinstance(value, str):
            return parse(value, lambda field, operator, wanted: self._field(field, operator, wanted, page))
        return self._group(node.child("value"), page, depth)

    def _group(self, group: Node, page: str, depth: int) -> Tree:
        """Return a list of items joined by each item's coordinator; and binds tighter than or (section 7)."""
        if depth > DEEPEST:
            raise UnreadableError("depth")
        alternatives: list[list[Tree]] = [[]]
        for n, item in enumerate(group.items("conditions")):
            if n and item.peek("coordinator") == "or":
                alternatives.append([])
            alternatives[-1].append(self._item(item, page, depth + 1))
        return any_of(all_of(parts) for parts in alternatives) if alternatives != [[]] else FALSE

    def _item(self, item: Node, page: str, depth: int) -> Tree:
        reference = item.peek("conditionName") or item.peek("conditionId")
        if reference:
            return self._named(str(reference), page, depth + 1)
        if isinstance(item.peek("conditions"), list):
            return self._group(item, page, depth)
        field = item.child("field")
        name = item.peek("componentId") or field.peek("name") or item.peek("componentName") or ""
        operator = str(item.peek("operator") or "")
        return self._values(str(name), operator, item, page)

    def _values(self, name: str, operator: str, item: Node, page: str) -> Tree:
        value = item.peek("value")
        if not isinstance(value, Mapping):
            return self._field(Field(name), operator, value, page)
        if value.get("type") in RELATIVE:
            operator, value = relative_day(operator, value)
            return self._field(Field(name), operator, value, page)
        if "itemId" in value:
            return self._referred(name, operator, value, page)
        return self._field(Field(name), operator, value.get("value"), page)

    def _referred(self, name: str, operator: str, value: Mapping[str, Any], page: str) -> Tree:
        """Return a comparison with items of a list by their ids (DEFRA V2's ListItemRef)."""
        wanted = value["itemId"] if isinstance(value["itemId"], list) else [value["itemId"]]
        choices = self._book.lists.get(str(value.get("listId")))
        texts = {choice.id: choice.source for choice in choices.entries} if choices else {}
        if any(str(item) not in texts for item in wanted):
            raise UnreadableError("itemId")
        base = "is" if operator == "is not" else "contains" if operator == "does not contain" else operator
        parts = [self._field(Field(name), base, texts[str(item)], page) for item in wanted]
        tree = all_of(parts) if value.get("itemsCoordinator") == "and" else any_of(parts)
        return tree if base == operator else negate(tree)

    def _field(self, field: Field, operator: str, value: Any, page: str) -> Tree:
        asked = self._book.find(field.name)
        if asked is None:
            raise UnreadableError(field.name)
        if field.length:
            return _length(asked, operator, value)
        tree = compare(asked, operator, value)
        return tree if self._is_answered(asked, page) else _without_answer(tree)

    def _is_answered(self, asked: Asked, page: str) -> bool:
        rank = self._book.rank
        asks, here = rank.get(asked.page, len(rank)), rank.get(page, -1)
        return asks < here or (self._own_page and asks == here)


def _readable(tree: Tree) -> Tree:
    if size_of(tree) > LARGEST:
        raise UnreadableError(str(size_of(tree)))
    return tree


def _length(asked: Asked, operator: str, value: Any) -> Tree:
    number = read_count(source_text(value))
    if number is None:
        raise UnreadableError(operator)
    names = {"is": ("has length", 0), "is more than": ("is longer than", 0), "is less than": ("is shorter than", 0),
             "is at least": ("is longer than", -1), "is at most": ("is shorter than", 1)}  # fmt: skip
    if operator not in names:
        raise UnreadableError(operator)
    name, step = names[operator]
    return compare(asked, name, number + step)


def _without_answer(tree: Tree) -> Tree:
    """Return what a tree gives while its questions have no answer."""
    from forms.engine import holds

    return TRUE if holds(tree, {}) else FALSE


def enter_use(node: Node, key: str, conditions: Conditions) -> str:
    """Return the name of the condition that a page or link uses, and enter it."""
    name = node.peek(key)
    if not name:
        node.child(key).mark(Outcome.MAPPED)
        return ""
    if not isinstance(name, str):
        raise RefusedError(_("A condition here is not the name of one."), f"{node.pointer}/{key}")
    if conditions.knows(name):
        node.take(key)
    else:
        node.child(key).downgraded(_("The file has no condition of this name: the link is never taken, a page always."))
    return name
