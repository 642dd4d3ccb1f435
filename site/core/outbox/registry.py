"""Which models are outboxes, and how each row is delivered. Rooms add theirs from ``AppConfig.ready()``."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from core.models import OutboxItem
from core.outbox.outcome import Outcome

#: Takes a row of its own model. It must end within ``core.outbox.claim.LEASE``: use timeouts.
Deliver = Callable[[Any], Outcome]

#: Makes what deliveries of one sweep share, such as a connection, and closes it when the sweep ends.
Shared = Callable[[], AbstractContextManager[object]]

_outboxes: dict[type[OutboxItem], Deliver] = {}
_shared: list[Shared] = []


def register_outbox(model: type[OutboxItem], deliver: Deliver) -> None:
    """Let the sweep deliver rows of ``model`` with ``deliver``; a second registration is a ValueError."""
    if model in _outboxes:
        raise ValueError(f"{model._meta.label} has a delivery already.")
    _outboxes[model] = deliver


def outboxes() -> dict[type[OutboxItem], Deliver]:
    """Return all outboxes in the order of registration."""
    return dict(_outboxes)


def register_shared(make: Shared) -> None:
    """Keep what ``make()`` returns open for as long as each sweep lasts."""
    _shared.append(make)


def shared() -> ExitStack:
    """Return what deliveries share, opened; to be used in a ``with``."""
    with ExitStack() as stack:
        for make in _shared:
            stack.enter_context(make())
        return stack.pop_all()
