"""``manage.py train_sentiment``: learn from what staff corrected."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from insight.models import Comment
from insight.recording.opinions import answer_of
from insight.sentiment.model import FILE, load, write

#: Fewer corrections than this teach a model the hand of one person.
FEWEST = 20


class Command(BaseCommand):
    """Move the product's coefficients towards the corrections and write them beside it."""

    help = "Train the sentiment model anew from the comments whose sentiment staff corrected."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to write."""
        parser.add_argument("--out", type=Path, help="file to write, by default WAYMARK_SENTIMENT_MODEL")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many corrections were learnt, and how often the model agreed with them before and after."""
        from insight.sentiment.train import retrain

        out = options["out"] or Path(getattr(settings, "WAYMARK_SENTIMENT_MODEL", "") or "")
        if out == Path():
            raise CommandError("Name the file: set WAYMARK_SENTIMENT_MODEL, or give --out FILE.")
        rows = Comment.objects.exclude(corrected=None).exclude(text="")
        pairs = [(answer_of(row), str(row.corrected)) for row in rows]
        if len(pairs) < FEWEST:
            raise CommandError(f"{len(pairs)} comments were corrected; it takes {FEWEST}. Correct more and try again.")
        before, answers, labels = load(FILE), [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        after = retrain(before, answers, labels)
        write(after, out)
        agreed = [sum(model.opinion(a).sentiment == s for a, s in pairs) for model in (before, after)]
        self.stdout.write(
            f"Learnt {len(pairs)} corrections. The model agreed with {agreed[0]} of them before and {agreed[1]} now."
        )
