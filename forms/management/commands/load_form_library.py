"""``manage.py load_form_library``: the standard questions, once."""

from typing import Any

from django.core.management.base import BaseCommand

from forms.library import load_library


class Command(BaseCommand):
    """Run again it makes only what is missing."""

    help = "Make the standard questions (name, address, contact, for somebody else, needs) that are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was made."""
        made = load_library()
        self.stdout.write("\n".join(f"Made: {entry.name}" for entry in made) or "All standard questions are there.")
