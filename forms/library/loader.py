"""Make the standard questions that are missing; what staff changed stays as it is."""

from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from wagtail.models import Locale

from forms.demo.content import steps_of
from forms.models import SharedSteps

FILE = Path(__file__).parent / "standard.yaml"


def standard_entries() -> list[dict[str, Any]]:
    """Return the entries of the file: ``name`` and ``steps`` in the short form of ``forms.demo.content``."""
    entries: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return entries


def load_library() -> list[SharedSteps]:
    """Return what was made now, in the website's own language."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    there = set(SharedSteps.objects.filter(locale=locale).values_list("name", flat=True))
    return [
        SharedSteps.objects.create(name=entry["name"], locale=locale, steps=steps_of(entry["steps"]))
        for entry in standard_entries()
        if entry["name"] not in there
    ]
