"""The words that every format shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from forms.exchange.clean import shown
from forms.exchange.ledger import Ledger

Tree = Mapping[str, Any]


class RefusedError(Exception):
    """A definition cannot be imported at all. ``pointer`` is the place in the file (RFC 6901), empty for the whole."""

    def __init__(self, message: str, pointer: str = "", elements: Mapping[str, int] | None = None) -> None:
        message = shown(message)
        super().__init__(message)
        self.message, self.pointer = message, shown(pointer)
        #: For an unknown format: what the file holds, as the name of a part to how often it is there.
        self.elements: Mapping[str, int] = {shown(name): count for name, count in (elements or {}).items()}


@dataclass
class PlainStep:
    """One step of an imported form. Questions are dicts with ``kind`` and the fields of that kind's block."""

    slug: str
    title: str
    questions: list[dict[str, Any]]
    show_if: Tree | None = None
    #: How the source names this page; empty for a step that we add, such as the declaration.
    origin: str = ""
    #: Further fields of the step's block, such as ``repeat``.
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass
class PlainForm:
    """A form between its source and our page. ``facts`` are fields of ``FormPage`` that the source gives."""

    title: str
    steps: list[PlainStep]
    facts: dict[str, Any] = field(default_factory=dict)
    #: Our own export has the editor's JSON already, instead of ``steps``.
    blocks: list[dict[str, Any]] | None = None
    #: What the form refers to, by name: promise, team, service.
    named: dict[str, dict[str, str]] = field(default_factory=dict)
    #: The author's examples, as fields of ``FormExample``.
    examples: list[dict[str, str]] = field(default_factory=list)
    #: Keys of connections that this site has.
    connections: list[str] = field(default_factory=list)


class Format(Protocol):
    """One format of form definitions."""

    @property
    def slug(self) -> str:
        """Return the name on the command line."""
        ...

    @property
    def title(self) -> str:
        """Return the name that people read."""
        ...

    def claims(self, data: Mapping[str, Any]) -> bool:
        """Return whether a parsed file is of this format, by its shape and never by its name."""
        ...

    def read(self, data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
        """Return the form and enter every element into the ledger. Raises :class:`RefusedError`."""
        ...
