"""The gates, and one question to all of them."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from core.failures import log_failure
from core.publishing.findings import GateFinding

logger = logging.getLogger(__name__)

#: Takes the page or snippet that is about to go live. It changes nothing.
Gate = Callable[[Any], Iterable[GateFinding]]

_gates: dict[str, Gate] = {}


def register_gate(name: str, check: Gate) -> None:
    """Ask ``check`` before anything goes live; a second gate of that name is a ValueError."""
    if name in _gates:
        raise ValueError(f"A gate named {name!r} exists already.")
    _gates[name] = check


def gate_findings(obj: Model) -> list[GateFinding]:
    """Return what all gates find in ``obj``; a gate that cannot answer blocks, it is never silent."""
    return [finding for name, check in _gates.items() for finding in findings_of(name, check, obj)]


def findings_of(name: str, check: Gate, obj: Model) -> list[GateFinding]:
    """Return the findings of one gate."""
    try:
        return list(check(obj))
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the answer is not "pass"
        log_failure(logger, "Gate %s on %s %s", name, obj._meta.label, obj.pk, error=error)
        return [could_not_run(name)]


def could_not_run(name: str) -> GateFinding:
    """Return the blocking finding that stands for a gate that raised."""
    return GateFinding(
        rule=f"gate.{name}",
        message=_('The check "%(name)s" could not run, so nobody knows whether this may be published.')
        % {"name": name},
        how=_("Your draft is saved. Try again, and tell the web team if it happens again."),
    )
