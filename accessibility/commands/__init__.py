"""The actions of ``manage.py audit``, one module each; importing registers them."""

from accessibility.commands import document, invariants, page
from accessibility.commands.base import Console, Subcommand
from accessibility.commands.registry import register_subcommand, subcommands

__all__ = ["Console", "Subcommand", "document", "invariants", "page", "register_subcommand", "subcommands"]
