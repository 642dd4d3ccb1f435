"""Where a finding leads: another room may have a better way than to mend the document."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pointer:
    """A link for the author, with words that say what is there."""

    label: str
    url: str


#: Gives the pointer for a document by its id, or for none in particular.
Make = Callable[[int | None], Pointer]

_POINTERS: dict[str, list[Make]] = {}


def register_pointer(rule: str, make: Make) -> None:
    """Show a link under each finding of a rule."""
    _POINTERS.setdefault(rule, []).append(make)


def pointers_for(rule: str, document_id: int | None) -> tuple[Pointer, ...]:
    """Return the links of a rule."""
    return tuple(make(document_id) for make in _POINTERS.get(rule, ()))
