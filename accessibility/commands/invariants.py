"""``audit invariants``: everything live must have passed the gate under today's rules."""

from argparse import ArgumentParser
from typing import Any

from accessibility.commands.base import CLEAN, FOUND, Console
from accessibility.commands.registry import register_subcommand
from accessibility.gate.invariants import check_invariants


@register_subcommand
class AuditInvariants:
    """Prints what is live and would be refused."""

    name = "invariants"
    help = "everything live must have passed the gate under today's rules"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take none."""

    def run(self, options: dict[str, Any], console: Console) -> int:  # noqa: ARG002 - the shape of every action
        """Look at everything live and print what should not be there."""
        run = check_invariants()
        for miss in run.misses:
            owner = miss["owner"] or "nobody"
            faults = " ".join(miss["faults"])
            console.out(
                f"{miss['kind']} {miss['object_id']} [{miss['locale']}] {miss['name']} (owner: {owner}): {faults}"
            )
        console.out(f"{run.checked} live, {len(run.misses)} without a pass.")
        return FOUND if run.misses else CLEAN
