"""What a connector is: one way to hand a request to the people or the system that will do it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from django.utils.functional import Promise

from core.services import Outcome
from forms.delivery.envelope import envelope_of, fields_of, only_mapped
from forms.models import Submission


class Capability(StrEnum):
    """What a connector can do besides taking a request."""

    STATUS_PUSH = "status-push"
    STATUS_POLL = "status-poll"
    HEALTH = "health"


@dataclass(frozen=True)
class Receiver:
    """Where to: ``options`` as the connector's schema has them, ``secret`` the value, never stored with them."""

    key: str
    options: Mapping[str, Any] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    secret: str = ""


@dataclass(frozen=True)
class Handover:
    """One request on its way; the same ``idempotency_key`` twice must have one effect at the receiver."""

    submission: Submission
    idempotency_key: str
    receiver: Receiver

    @cached_property
    def envelope(self) -> dict[str, Any]:
        """Return the request as envelope version 1, see ``schemas/envelope-v1.json``; mapped answers where it maps."""
        return only_mapped(envelope_of(self.submission), self.receiver.mapping)

    @cached_property
    def fields(self) -> dict[str, str]:
        """Return the answers as text under the receiver's own names."""
        return fields_of(self.envelope, self.receiver.mapping)


@dataclass(frozen=True)
class Report:
    """What a receiver says of a request: ``status`` is one of ours; residents read ``text``.

    ``at`` is the receiver's own time of the change; None where it does not say, which is not "now".
    """

    remote_ref: str
    status: str
    at: datetime | None
    event_id: str = ""
    text: str = ""


class InboundRefusedError(Exception):
    """What came in cannot be believed or read; ``status`` is the HTTP status that says so."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code, self.status = code, status


class Connector(ABC):
    """A supplier may be changed for another: nothing outside ``delivery/contrib`` knows which one is used."""

    slug: ClassVar[str]
    #: What staff read when they choose it; a connector without a name is built in and cannot be chosen.
    name: ClassVar[str | Promise] = ""
    #: JSON Schema of the options (draft 2020-12).
    options_schema: ClassVar[Mapping[str, Any]] = {"type": "object", "additionalProperties": False}
    capabilities: ClassVar[frozenset[Capability]] = frozenset()

    @abstractmethod
    def deliver(self, handover: Handover) -> Outcome:
        """Hand over within a minute. Codes of outcomes are ours, never a supplier's text."""

    def fetch_status(self, remote_ref: str, receiver: Receiver) -> Report | None:
        """Ask how a request stands (``STATUS_POLL``); None when the receiver does not know it. OSError on an outage."""
        raise NotImplementedError(f"{self.slug} cannot be asked.")

    def read_inbound(self, headers: Mapping[str, str], body: bytes, receiver: Receiver) -> Report:  # noqa: ARG002 - the contract
        """Verify, then read what the receiver sent us (``STATUS_PUSH``); ``headers`` have lower-case names.

        Raises InboundRefusedError.
        """
        raise InboundRefusedError("no-push", status=404)

    def healthcheck(self, receiver: Receiver) -> str:
        """Return an empty text when the receiver answers (``HEALTH``), else a code that says what is wrong."""
        raise NotImplementedError(f"{self.slug} has no check of its health.")
