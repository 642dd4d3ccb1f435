"""All checks by format. A rule that two checks claim for one format is a mistake at start."""

from typing import TypeVar

from accessibility.documents.base import Check, Kind
from accessibility.documents.wcag import RULES

C = TypeVar("C", bound=Check)

_CHECKS: dict[Kind, list[Check]] = {kind: [] for kind in Kind}


def register(check: type[C]) -> type[C]:
    """Class decorator: add the check to each of its formats. Raises ValueError on an unknown or doubled rule."""
    instance = check()
    for kind in instance.kinds:
        taken = {rule for other in _CHECKS[kind] for rule in other.rules}
        for rule in instance.rules:
            if rule not in RULES:
                raise ValueError(f"{check.__name__}: rule {rule} has no row in wcag.py")
            if rule in taken:
                raise ValueError(f"{check.__name__}: rule {rule} is already checked for {kind}")
        _CHECKS[kind].append(instance)
    return check


def checks_for(kind: Kind) -> tuple[Check, ...]:
    """Return the checks of a format in the order of their registration."""
    load()
    return tuple(_CHECKS[kind])


def load() -> None:
    """Import every module that registers checks."""
    from accessibility.documents import odf, ooxml, pdf  # noqa: F401 - importing registers
