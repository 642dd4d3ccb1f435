"""What the intake asks and answers."""

from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True)
class Policy:
    """``extensions`` are lower case without a dot; ``max_bytes`` is the largest size taken.

    ``from_staff``: without a virus scanner a colleague's file is taken and marked, a resident's is held back.
    """

    extensions: tuple[str, ...]
    max_bytes: int
    from_staff: bool = True


@dataclass(frozen=True)
class Accepted:
    """The file may be stored. ``file`` is the one to store: pictures come without their hidden data."""

    file: IO[bytes]
    extension: str
    size: int
    sha256: str
    scanned: bool


@dataclass(frozen=True)
class Refused:
    """The file is not stored. ``message`` says in plain words why, and what to do."""

    code: str
    message: str


@dataclass(frozen=True)
class Quarantined:
    """The file is kept apart until somebody releases it: it could not be scanned."""

    file: IO[bytes]
    extension: str
    size: int
    sha256: str
    code: str


Outcome = Accepted | Refused | Quarantined
