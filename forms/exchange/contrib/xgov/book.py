"""What the whole reading of one definition shares: the lists, the questions by their names in the source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms.engine.names import RESERVED_KEYS
from forms.exchange.base import RefusedError
from forms.exchange.contrib.xgov.lists import Choices, read_choices, read_lists
from forms.exchange.naming import Names, key_of
from forms.exchange.node import Node

#: One list may stand behind many questions; together they would not fit into an editor.
MOST_CHOICES = 5_000


@dataclass
class Asked:
    """A question as conditions refer to it."""

    key: str
    kind: str
    page: str
    choices: Choices | None = None


@dataclass
class Book:
    """``asked`` is keyed by what conditions may write: ``name``, ``section.name`` or a component's id."""

    root: Node
    lists: Mapping[str, Choices]
    keys: Names = field(default_factory=lambda: Names(*RESERVED_KEYS))
    asked: dict[str, Asked] = field(default_factory=dict)
    #: Each page's place in the path; filled when the pages are in order.
    rank: dict[str, int] = field(default_factory=dict)
    _offered: int = 0

    @classmethod
    def open(cls, root: Node) -> "Book":
        """Read what pages refer to."""
        return cls(root, read_lists(root))

    def enter(self, component: Node, page: Node, kind: str, choices: Choices | None = None) -> str:
        """Give a question its key and remember it under each of its names."""
        name = str(component.take("name") or "")
        section = str(page.peek("section") or "")
        key = self.keys.unique(key_of(name, "question"))
        asked = Asked(key, kind, str(page.peek("path")), choices)
        for known_as in (f"{section}.{name}" if section else name, name, str(component.take("id") or "")):
            if known_as:
                self.asked.setdefault(known_as, asked)
        return key

    def find(self, name: str) -> Asked | None:
        """Return the question that a condition names."""
        return self.asked.get(name)

    def choices_of(self, component: Node) -> Choices:
        """Return a component's choices: from a shared list, or its own."""
        found = self._choices_of(component)
        self._offered += len(found.entries)
        if self._offered > MOST_CHOICES:
            raise RefusedError(_("This form offers more than 5,000 choices in all."), component.pointer)
        return found

    def _choices_of(self, component: Node) -> Choices:
        values = component.child("values")
        name = component.take("list") or values.peek("list")
        if isinstance(values.value, dict) and values.peek("items"):
            return read_choices(values, "items")
        if isinstance(values.value, dict):
            values.mapped()
        found = self.lists.get(str(name or ""))
        if found is None:
            component.ledger.notes.append(
                _("A question at %(place)s has no list of choices.") % {"place": component.pointer}
            )
        return found or Choices()


def untold(value: Any) -> bool:
    """Return whether a value says nothing."""
    return value in (None, "", {}, [])
