"""A worker that sticks in the middle of a delivery, to be killed: ``python -m tests.core.stuck_worker WHEN MARKER``.

WHEN is ``before`` or ``after``: whether the supplier has the message when the worker sticks.
"""

import sys
import time
from pathlib import Path

import django


def main() -> None:
    """Sweep with a delivery that never ends."""
    django.setup()
    from core.models import OutgoingMessage
    from core.outbox import registry
    from core.services import sweep_outbox

    when, marker = sys.argv[1:]
    real = registry._outboxes[OutgoingMessage]

    def deliver(item: OutgoingMessage) -> None:
        if when == "after":
            real(item)
        Path(marker).touch()
        time.sleep(600)

    registry._outboxes[OutgoingMessage] = deliver
    sweep_outbox()


if __name__ == "__main__":
    main()
