"""``manage.py audit ACTION``: results on stdout, progress on stderr. The actions stand in accessibility.commands."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from accessibility.commands import Console, subcommands


class Command(BaseCommand):
    """Exit status: 0 nothing found, 1 something found, 2 a check could not run."""

    help = "Check pages and documents for accessibility, or everything that is live for a pass of the publish gate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One subcommand an action."""
        actions = parser.add_subparsers(dest="action", required=True)
        for name, subcommand in subcommands().items():
            subcommand.add_arguments(actions.add_parser(name, help=subcommand.help))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the action and exit with its status."""
        console = Console(out=self.stdout.write, progress=self.stderr.write, live=self.stderr.isatty())
        sys.exit(subcommands()[options["action"]].run(options, console))
