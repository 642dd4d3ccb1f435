"""Standard questions in an export: the same entry of the library here, or its steps written into the form."""

from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.contrib.waymark.document import SHARED_STEPS
from forms.exchange.ledger import Ledger, Outcome
from forms.models import SharedSteps


def found_or_inlined(entry: Any) -> list[Any]:
    """Return an entry as a list of entries that this site's editor has."""
    if not _is_shared(entry):
        return [entry]
    here = _here(entry)
    if here:
        return [{**entry, "value": here.pk}]
    steps = entry["value"].get("steps")
    return steps if isinstance(steps, list) else []


def settle_shared(ledger: Ledger, steps: list[Any]) -> None:
    """Enter the places for standard questions."""
    for n, entry in enumerate(steps):
        if _is_shared(entry):
            reason = "" if _here(entry) else _("These standard questions are not known here, so they became steps.")
            ledger.mark_below(f"/steps/{n}", Outcome.DOWNGRADED if reason else Outcome.MAPPED, reason)


def _is_shared(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("type") == SHARED_STEPS and isinstance(entry.get("value"), dict)


def _here(entry: dict[str, Any]) -> SharedSteps | None:
    name = entry["value"].get("name")
    return SharedSteps.objects.filter(name=name).first() if isinstance(name, str) else None
