"""What a payment provider is. Amounts are whole pence; errors carry codes of ours, never a provider's text."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.functional import Promise

from forms.models.payment import PaymentState


class ProviderError(Exception):
    """The provider did not do what was asked; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ProviderDownError(ProviderError):
    """It did not answer, or not now: the same may work later."""


class ProviderRefusedError(ProviderError):
    """It will never do it."""


class NoticeRefusedError(Exception):
    """A notice that cannot be believed or read; ``status`` is the HTTP status that says so."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code, self.status = code, status


@dataclass(frozen=True)
class Account:
    """Where the money goes; ``secret`` and ``notice_secret`` are values, never stored with the rest."""

    key: str
    options: Mapping[str, Any] = field(default_factory=dict)
    secret: str = ""
    notice_secret: str = ""


@dataclass(frozen=True)
class Order:
    """What is to be paid. The same ``key`` twice is one payment."""

    amount: int
    reference: str
    description: str
    return_url: str
    key: str
    language: str = "en"


@dataclass(frozen=True)
class Record:
    """What the provider knows of a payment; ``next_url`` is where its payer goes on, while there is a way on."""

    provider_ref: str
    state: PaymentState
    amount: int
    next_url: str = ""
    refunded: int = 0


class Provider(ABC):
    """A supplier may be changed for another: nothing outside ``payments/contrib`` knows which one is used."""

    slug: ClassVar[str]
    name: ClassVar[str | Promise]
    #: JSON Schema of the options (draft 2020-12).
    options_schema: ClassVar[Mapping[str, Any]] = {"type": "object", "additionalProperties": False}

    @abstractmethod
    def create(self, order: Order, account: Account) -> Record:
        """Begin a payment whose money is authorised and not taken, where the provider can do that."""

    @abstractmethod
    def look_up(self, provider_ref: str, account: Account) -> Record | None:
        """Return how a payment stands; None when the provider does not know it."""

    @abstractmethod
    def capture(self, provider_ref: str, account: Account) -> None:
        """Take the money; a second time is no error."""

    @abstractmethod
    def cancel(self, provider_ref: str, account: Account) -> None:
        """Let go of a payment that was not taken; a second time is no error."""

    @abstractmethod
    def refund(self, provider_ref: str, amount: int, before: int, key: str, account: Account) -> None:
        """Give ``amount`` back, ``before`` of which went back earlier; the same ``key`` twice is one refund."""

    @abstractmethod
    def read_notice(self, headers: Mapping[str, str], body: bytes, account: Account) -> str:
        """Return the reference in a signed notice that something changed. Raises NoticeRefusedError.

        A notice is no truth: whoever gets it asks the provider. So it may come twice, late or in any order.
        """
