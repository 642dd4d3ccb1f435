"""What is told, before it is stored."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from insight.models import Event
from insight.models.event import Standing
from insight.recording import schemas
from insight.recording.identifiers import time_ordered_id


@dataclass(frozen=True)
class Fact:
    """An event before it is stored. ``name`` is the schema's, for example ``form.completed``."""

    name: str
    source: str
    subject: str
    data: dict[str, Any]
    version: int = 1
    standing: str = Standing.COUNTED
    service: str = ""
    event_id: str = field(default_factory=time_ordered_id)
    time: datetime = field(default_factory=timezone.now)

    @property
    def key(self) -> tuple[str, str]:
        """Return what may be stored once only: where it comes from and what it is called there."""
        return (self.source, self.event_id)

    def event(self) -> Event:
        """Return the row that it becomes."""
        return Event(
            event_id=self.event_id,
            source=self.source,
            type=f"{schemas.TYPE_PREFIX}{self.name}.v{self.version}",
            time=self.time,
            subject=self.subject,
            dataschema=f"/schemas/insight/{self.name}/v{self.version}.json",
            standing=self.standing,
            service=self.service,
            data=self.data,
        )
