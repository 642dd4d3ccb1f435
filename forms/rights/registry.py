"""Other rooms of the forms, such as payments, say here what they hold about a request and how it is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from forms.models import Submission


@dataclass(frozen=True)
class Holding:
    """``collect`` returns what JSON can hold for the person; ``erase`` forgets it and returns how many rows."""

    name: str
    collect: Callable[[Submission], list[dict[str, Any]]]
    erase: Callable[[Submission], int]


@dataclass(frozen=True)
class PersonHolding:
    """What another room holds about a contact that names no request; both take it as staff typed it.

    ``forgotten`` is what staff are told after an erasure.
    """

    name: str
    collect: Callable[[str], list[dict[str, Any]]]
    erase: Callable[[str], int]
    forgotten: str | Promise


_holdings: dict[str, Holding] = {}
_of_persons: dict[str, PersonHolding] = {}


def register_holding(holding: Holding) -> None:
    """Add it to every copy for a person and to every erasure; a second one of that name is a ValueError."""
    if holding.name in _holdings:
        raise ValueError(f"A holding named {holding.name!r} exists already.")
    _holdings[holding.name] = holding


def holdings() -> list[Holding]:
    """Return all in the order of registration."""
    return list(_holdings.values())


def register_person_holding(holding: PersonHolding) -> None:
    """Add it to what a person is given and to what is erased for them; a second one of that name is a ValueError."""
    if holding.name in _of_persons:
        raise ValueError(f"A holding named {holding.name!r} exists already.")
    _of_persons[holding.name] = holding


def held_elsewhere(contact: str) -> dict[str, list[dict[str, Any]]]:
    """Return what other rooms hold about a contact, by their names; empty where they hold nothing."""
    found = {name: holding.collect(contact) for name, holding in _of_persons.items()}
    return {name: rows for name, rows in found.items() if rows}


def erase_elsewhere(contact: str) -> list[PersonHolding]:
    """Let other rooms forget a contact, and return those that had something to forget."""
    return [holding for holding in _of_persons.values() if holding.erase(contact)]
