"""Who decides whether residents get a file. Rooms above register it; with none at all, nothing is handed out."""

from collections.abc import Callable
from enum import StrEnum

from library.models import CustomDocument


class Decision(StrEnum):
    """``LAST_PASSED``: the newest file waits or failed, but the one before it passed and is still there."""

    CURRENT = "current"
    LAST_PASSED = "last_passed"
    WITHHELD = "withheld"


ServingCheck = Callable[[CustomDocument], Decision]
_checks: list[ServingCheck] = []


def register_serving_check(check: ServingCheck) -> None:
    """Let ``check`` decide; a second one is a ValueError, for two could disagree."""
    if _checks:
        raise ValueError("Somebody decides already which documents are served.")
    _checks.append(check)


def decide(document: CustomDocument) -> Decision:
    """Return what a resident gets."""
    return _checks[0](document) if _checks else Decision.WITHHELD
