"""A place in the source: reading a value through it enters the value into the ledger."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from forms.engine.numbers import read_count
from forms.exchange.clean import one_line, plain
from forms.exchange.ledger import Ledger, Outcome, escape


class Node:
    """A value of the source with its JSON pointer."""

    def __init__(self, ledger: Ledger, value: Any, pointer: str = "") -> None:
        self.ledger, self.value, self.pointer = ledger, value, pointer

    def child(self, key: str) -> "Node":
        """Return the member of that name; its value is None when there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(self.ledger, value, f"{self.pointer}/{escape(key)}")

    def items(self, key: str = "") -> "list[Node]":
        """Return the objects of a list, below ``key`` or here; what is not an object stays unread, so it is lost."""
        node = self.child(key) if key else self
        entries = node.value if isinstance(node.value, list) else []
        nodes = (Node(self.ledger, entry, f"{node.pointer}/{n}") for n, entry in enumerate(entries))
        return [entry for entry in nodes if isinstance(entry.value, dict)]

    def members(self) -> "Iterator[Node]":
        """Yield each member of an object."""
        if isinstance(self.value, dict):
            yield from (self.child(key) for key in self.value)

    def peek(self, key: str) -> Any:
        """Return a member's value without entering it."""
        return self.child(key).value

    def take(self, key: str) -> Any:
        """Return a member's value and enter it, with all below, as mapped."""
        node = self.child(key)
        node.mapped()
        return node.value

    def text(self, key: str, longest: int = 200) -> str:
        """Return a member as one line of plain text.

        Mark-up is taken out and too long text is cut; both are entered as downgraded. Of a text in several
        languages English, else the first, is taken; the others are lost.
        """
        node = self.child(key)
        if isinstance(node.value, dict):
            node = node.in_one_language()
        text, reason = _tidy(node.value, longest)
        node.mark(Outcome.DOWNGRADED if reason else Outcome.MAPPED, reason)
        return text

    def in_one_language(self) -> "Node":
        """Return the English text of an object by language, or the first; enter the others as lost."""
        chosen = "en" if "en" in self.value else next(iter(self.value), "")
        for other in self.members():
            if other.pointer != self.child(chosen).pointer:
                other.lost(
                    _("Another language becomes a translation of the form's page, which you make in the editor.")
                )
        return self.child(chosen)

    def whole(self, key: str) -> int | None:
        """Return a member as a whole number of 0 or more and enter it, or None."""
        value = self.peek(key)
        number = int(value) if isinstance(value, int | float) else read_count(value) if isinstance(value, str) else None
        if number is None or isinstance(value, bool) or number < 0:
            return None
        self.take(key)
        return number

    def mark(self, outcome: Outcome, reason: str = "") -> None:
        """Enter this one element."""
        self.ledger.mark(self.pointer, outcome, reason)

    def mapped(self) -> None:
        """Enter this element and all below as mapped."""
        self.ledger.mark_below(self.pointer, Outcome.MAPPED)

    def downgraded(self, reason: str) -> None:
        """Enter this element and all below as downgraded."""
        self.ledger.mark_below(self.pointer, Outcome.DOWNGRADED, reason)

    def lost(self, reason: str) -> None:
        """Enter this element and all below as lost."""
        self.ledger.mark_below(self.pointer, Outcome.LOST, reason)


def _tidy(value: Any, longest: int) -> tuple[str, str]:
    """Return the text and why it is not quite the source's."""
    if isinstance(value, bool | int | float):
        value = str(value)
    if not isinstance(value, str):
        return "", ""
    text = one_line(plain(value))
    if len(text) > longest:
        cut = _("It was longer than %(longest)s characters and was cut.") % {"longest": longest}
        return text[:longest].rstrip(), cut
    if text != one_line(value):
        return text, _("Mark-up and characters that cannot be shown were taken out.")
    return text, ""
