"""What was read from a file, before anything is stored."""

from dataclasses import dataclass

from forms.exchange.base import PlainForm
from forms.exchange.ledger import Ledger


@dataclass
class Reading:
    """A definition that was read, and what became of each of its elements."""

    format: str
    form: PlainForm
    ledger: Ledger
