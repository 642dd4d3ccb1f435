"""All checks by format. A rule that two checks claim for one format is a mistake at start."""

from importlib import import_module
from typing import TypeVar

from accessibility.documents.base import Check, Kind
from accessibility.documents.wcag import RULES

C = TypeVar("C", bound=Check)

#: The package that holds the checks of each format. Comma-separated values have none.
_HOMES = {
    Kind.PDF: "pdf", Kind.DOCX: "ooxml", Kind.PPTX: "ooxml", Kind.XLSX: "ooxml", Kind.ODT: "odf", Kind.ODS: "odf",
    Kind.ODP: "odf",
}  # fmt: skip
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
    """Return the checks of a format in the order of their registration.

    Only its own package is imported: the sealed process begins anew for each file, and the others cost it a quarter of
    its time.
    """
    if home := _HOMES.get(kind):
        import_module(f"accessibility.documents.{home}")
    return tuple(_CHECKS[kind])


def load() -> None:
    """Import every module that registers checks."""
    for kind in _HOMES:
        checks_for(kind)
