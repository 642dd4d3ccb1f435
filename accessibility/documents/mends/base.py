"""The words that every mend shares."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from accessibility.documents.base import Kind, Refused

T = TypeVar("T")


class Asks(StrEnum):
    """What the author gives before the press: nothing, or words of one kind."""

    NOTHING = ""
    TITLE = "title"
    LANGUAGE = "language"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True)
class Wish:
    """One press: which mend, for which rule, at which of the finding's places (from 0), with the words typed."""

    mend: str
    rule: str
    spot: int = 0
    text: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return plain data for the sealed process."""
        return {"mend": self.mend, "rule": self.rule, "spot": self.spot, "text": self.text}


@dataclass(frozen=True)
class Change:
    """What a mend changed: a sentence with ``{names}`` for the message catalogues, and what stands for them."""

    sentence: str
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mended:
    """The new file and what is different in it."""

    data: bytes
    changes: tuple[Change, ...]


class Mend(Protocol):
    """One class a mend. Raises :class:`accessibility.documents.base.Refused` when this file does not allow it."""

    @property
    def id(self) -> str:
        """Return its name in addresses and records."""
        ...

    @property
    def label(self) -> str:
        """Return the words on its button."""
        ...

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the rules whose findings it mends."""
        ...

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the formats that it can write."""
        ...

    @property
    def asks(self) -> Asks:
        """Return what the author gives."""
        ...

    @property
    def each(self) -> bool:
        """Return whether it mends one place a press, rather than all of them."""
        ...

    def allows(self, place: dict[str, Any]) -> bool:
        """Return whether a place of a finding (see ``Location.as_json``) is one that it can mend."""
        ...

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the new file."""
        ...


def at(found: Sequence[T], spot: int) -> T:
    """Return what stands at a spot of a finding. Raises :class:`Refused` when the file has no such place any more."""
    if not 0 <= spot < len(found):
        raise Refused("nothing_to_mend")
    return found[spot]


class Everywhere:
    """What most mends have in common: they mend whatever their rules find."""

    asks = Asks.NOTHING
    each = False

    def allows(self, place: dict[str, Any]) -> bool:  # noqa: ARG002 - others look at the place
        """Return True: any place will do."""
        return True
