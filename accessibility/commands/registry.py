"""Which actions ``manage.py audit`` has."""

from accessibility.commands.base import Subcommand

_subcommands: dict[str, Subcommand] = {}


def register_subcommand(subcommand: type[Subcommand]) -> type[Subcommand]:
    """Class decorator: add an action; a second one of that name is a ValueError."""
    made = subcommand()
    if made.name in _subcommands:
        raise ValueError(f"There is an action {made.name!r} already.")
    _subcommands[made.name] = made
    return subcommand


def subcommands() -> dict[str, Subcommand]:
    """Return all actions by name, in the order of the alphabet."""
    return dict(sorted(_subcommands.items()))
