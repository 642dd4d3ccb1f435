"""Lists of choices: shared by name or id, or written inside a component."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.ledger import Outcome
from forms.exchange.naming import Names, key_of
from forms.exchange.node import Node


@dataclass(frozen=True)
class Choice:
    """One choice: our ``option`` (value, label, hint), the ``source`` value as text, its item ``id`` in DEFRA V2."""

    option: dict[str, str]
    source: str
    id: str = ""
    #: Components that the source shows beside this choice when it is picked.
    reveals: tuple[Node, ...] = ()


@dataclass
class Choices:
    """The choices of one list; ``number`` says that the source compares them as numbers."""

    entries: list[Choice] = field(default_factory=list)
    number: bool = False

    def options(self) -> list[dict[str, str]]:
        """Return the options of our block."""
        return [choice.option for choice in self.entries]


def source_text(value: Any) -> str:
    """Return a value of the source as text, as its conditions compare it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def read_lists(root: Node) -> dict[str, Choices]:
    """Return all lists by name and by id."""
    found: dict[str, Choices] = {}
    for node in root.items("lists"):
        choices = read_choices(node, "items")
        for name in ("name", "id"):
            value = node.take(name)
            if value:
                found[str(value)] = choices
        if node.peek("title") is not None:
            node.child("title").lost(_("Residents never see the name of a list."))
    return found


def read_choices(node: Node, key: str) -> Choices:
    """Return the choices of a list or of a component's own ``values``."""
    names = Names()
    kind = node.take("type") or node.take("valueType")
    return Choices([_choice(item, names) for item in node.items(key)], number=kind == "number")


def _choice(item: Node, names: Names) -> Choice:
    label = item.text("text") or item.text("label")
    value = item.take("value")
    source = source_text(label if value is None else value)
    hint = _hint(item)
    item.mark(Outcome.MAPPED)
    _not_kept(item)
    option = {"value": names.unique(key_of(source, "choice")), "label": label or source, "hint": hint}
    reveals = [*item.child("conditional").items("components"), *item.items("children")]
    return Choice(option, source, str(item.take("id") or ""), tuple(reveals))


def _hint(item: Node) -> str:
    """Return the words below a choice; DEFRA V2 keeps them in an object of their own."""
    if isinstance(item.peek("hint"), dict) and "text" in item.peek("hint"):
        item.child("hint").mark(Outcome.MAPPED)
        item.child("hint").take("id")
        return item.child("hint").text("text")
    return item.text("description") or item.text("hint") if item.peek("hint") or item.peek("description") else ""


def _not_kept(item: Node) -> None:
    if item.peek("condition"):
        item.child("condition").lost(_("A choice that is shown on a condition is shown always."))
