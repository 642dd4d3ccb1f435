"""Which models are outboxes, and how each row is delivered. Rooms add theirs from ``AppConfig.ready()``."""

from collections.abc import Callable
from typing import Any

from core.models import OutboxItem
from core.outbox.outcome import Outcome

#: Takes a row of its own model. It must end within ``core.outbox.claim.LEASE``: use timeouts.
Deliver = Callable[[Any], Outcome]

_outboxes: dict[type[OutboxItem], Deliver] = {}


def register_outbox(model: type[OutboxItem], deliver: Deliver) -> None:
    """Let the sweep deliver rows of ``model`` with ``deliver``; a second registration is a ValueError."""
    if model in _outboxes:
        raise ValueError(f"{model._meta.label} has a delivery already.")
    _outboxes[model] = deliver


def outboxes() -> dict[type[OutboxItem], Deliver]:
    """Return all outboxes in the order of registration."""
    return dict(_outboxes)
