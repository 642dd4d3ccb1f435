"""Wagtail's command, with each publication by itself; this app stands before Wagtail so that this one is found."""

from typing import Any

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from accessibility.gate.schedule import publish_due


class Command(WagtailCommand):
    """Publish what is due and passes the gate, then let Wagtail take down what has expired."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; with ``--dryrun`` only print."""
        if not options["dryrun"]:
            published, refused = publish_due(timezone.now())
            self.stdout.write(f"Published: {published}. Not published: {refused}.")
        super().handle(*args, **options)
