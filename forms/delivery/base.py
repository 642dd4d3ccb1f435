"""What a connector is: one way to hand a request to the people or the system that will do it."""

from abc import ABC, abstractmethod
from typing import ClassVar

from core.services import Outcome
from forms.models import Submission


class Connector(ABC):
    """A supplier may be changed for another: nothing outside ``delivery/contrib`` knows which one is used."""

    slug: ClassVar[str]

    @abstractmethod
    def deliver(self, submission: Submission, idempotency_key: str) -> Outcome:
        """Hand over; the same key twice must have one effect. Errors are codes, never a supplier's text."""
