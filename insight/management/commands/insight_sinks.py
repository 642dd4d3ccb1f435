"""``manage.py insight_sinks [--again]``: how far each sink has come, and what it refused."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Max

from core.services import try_again
from insight.models import Event, SinkBatch
from insight.sinks.registry import sink_names


class Command(BaseCommand):
    """Print the state of the sinks; with ``--again``, send once more what was refused."""

    help = "Show how far each sink of WAYMARK_INSIGHT_SINKS has come."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the switch."""
        parser.add_argument("--again", action="store_true", help="send refused batches once more")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line a sink."""
        newest = Event.objects.aggregate(newest=Max("number"))["newest"] or 0
        for name in sink_names():
            rows = SinkBatch.objects.filter(sink=name)
            dead = rows.exclude(dead_at=None)
            if options["again"]:
                for row in dead:
                    try_again(row)
            reached = rows.exclude(delivered_at=None).aggregate(last=Max("last"))["last"] or 0
            waiting, refused = rows.filter(delivered_at=None, dead_at=None).count(), dead.count()
            self.stdout.write(f"{name}: arrived to {reached} of {newest}, {waiting} waiting, {refused} refused")
