"""The calendars that the demo's forms book from: makes what is missing, changes nothing that is there."""

from datetime import time
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from core.services import DemoContext
from forms.bookings.making import fill
from forms.models import OpeningPattern, Resource

FILE = Path(__file__).parent / "data" / "calendars.yaml"
FACTS = ("name", "place", "notice_hours", "ahead_days", "cutoff_hours")


def load_calendars(_context: DemoContext) -> None:
    """Make each calendar with its opening times, and the times of the days ahead."""
    for key, data in yaml.safe_load(FILE.read_text(encoding="utf-8")).items():
        if not Resource.objects.filter(key=key).exists():
            fill(_made(key, data), timezone.localdate())


def _made(key: str, data: dict[str, Any]) -> Resource:
    resource = Resource(key=key, **{name: data[name] for name in FACTS})
    resource.patterns = [
        OpeningPattern(weekday=day, starts=time.fromisoformat(at), minutes=row["minutes"], seats=row["seats"])
        for row in data["open"]
        for day in row["days"]
        for at in row["at"]
    ]
    resource.save()
    return resource
