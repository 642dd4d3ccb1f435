"""What a sink must do."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.services import Outcome


@dataclass(frozen=True)
class Batch:
    """``events`` are CloudEvents 1.0 as JSON values, in the order of the store; ``key`` is the same on each try."""

    key: str
    events: Sequence[Mapping[str, Any]]


class InsightSink(ABC):
    """One place that wants all events. A new kind is one subclass in ``contrib/`` and one line in the registry.

    The contract, which ``tests/insight/test_sinks.py`` holds each kind to: Done only when the receiver has the whole
    batch; the same key again has one effect; Retry on an outage; Rejected when it will never be taken, so that the
    next batch goes on; no text of the receiver is kept.
    """

    def __init__(self, options: Mapping[str, str]) -> None:
        self.options = options

    @abstractmethod
    def send(self, batch: Batch) -> Outcome:
        """Hand over ``batch`` within a minute."""
