"""What a delivery can come to."""

import re
from dataclasses import dataclass

CODE = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


def _check(code: str) -> None:
    if not CODE.fullmatch(code):
        raise ValueError("An outcome takes a code of letters, digits and _.:- only, never a text.")


@dataclass(frozen=True)
class Done:
    """It arrived; ``remote_ref`` is what the receiver calls it."""

    remote_ref: str = ""


@dataclass(frozen=True)
class Retry:
    """It did not arrive now and may later, for example in an outage; ``code`` says why."""

    code: str

    def __post_init__(self) -> None:
        _check(self.code)


@dataclass(frozen=True)
class Rejected:
    """The receiver will never take it; ``code`` says why. The row is dead and staff must look at it."""

    code: str

    def __post_init__(self) -> None:
        _check(self.code)


@dataclass(frozen=True)
class RecipientRefused(Rejected):
    """The receiver refuses this address, whatever is sent: ``smtp:550``, or ``smtp:550:5.1.1`` where it says why."""


Outcome = Done | Retry | Rejected
