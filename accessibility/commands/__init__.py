"""The actions of ``manage.py audit``, one module each; importing registers them."""

from accessibility.commands import benchmark, document, invariants, page, site
from accessibility.commands.base import Console, Subcommand
from accessibility.commands.registry import register_subcommand, subcommands

__all__ = ["Console", "Subcommand", "register_subcommand", "subcommands"]
__all__ += [module.__name__.rpartition(".")[2] for module in (benchmark, document, invariants, page, site)]
