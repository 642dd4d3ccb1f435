"""``manage.py form_path SLUG --answers FILE``: the steps that these answers lead through, as JSON."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forms.compiler import build
from forms.engine import Answers, Schema, Step, pages_of_turn, path
from forms.engine.schema import items_in
from forms.exchange.answers import read_answers
from forms.exchange.base import RefusedError
from forms.exchange.parse import parse
from forms.models import FormPage, FormVersion


class Command(BaseCommand):
    """Answers are one JSON object: the key of a question to its answer, as drafts hold it or as people write it."""

    help = "Print the steps that a set of answers leads through."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("slug")
        parser.add_argument("--answers", type=Path, required=True, help="JSON file with answers by key")
        parser.add_argument("--locale", default="en", help="language of the form")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the path of the version that runs, or of the draft of a form that was never published."""
        schema = _schema(options["slug"], options["locale"])
        try:
            answers = parse(options["answers"].read_bytes())
        except OSError as error:
            raise CommandError(f"{options['answers']} cannot be read: {error.strerror}") from None
        except RefusedError as refusal:
            raise CommandError(refusal.message) from None
        unknown = set(answers) - {key for step in schema.steps for key in step.keys}
        if unknown:
            raise CommandError(f"These keys are not in the form: {', '.join(sorted(unknown))}")
        answers = read_answers(schema, answers)
        steps = path(schema, answers)
        found = {
            "steps": [_step(schema, step, answers) for step in steps],
            "exit": steps[-1].ends if steps else False,
        }
        self.stdout.write(json.dumps(found, indent=2, ensure_ascii=False))


def _step(schema: Schema, step: Step, answers: Answers) -> dict[str, Any]:
    """Return a step; one that repeats with the pages that each of its turns leads through."""
    found: dict[str, Any] = {"slug": step.slug, "title": step.title}
    if step.repeat:
        turns = (pages_of_turn(schema, step, answers, item) for item in items_in(answers, step))
        found["turns"] = [[page.slug for page in pages] for pages in turns]
    return found


def _schema(slug: str, locale: str) -> Schema:
    version = FormVersion.objects.running().filter(form_slug=slug, locale=locale).first()
    if version:
        return version.compiled
    page = FormPage.objects.filter(slug=slug, locale__language_code=locale).first()
    if page is None:
        raise CommandError(f"There is no form with the slug {slug} in {locale}.")
    return Schema.from_json(build(page.get_latest_revision_as_object()).schema)
