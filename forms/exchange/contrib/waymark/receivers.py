"""Connections in an export are keys: what they lead to stays with the site."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.ledger import Ledger, Outcome
from forms.models import Connection


def settle_connections(ledger: Ledger, data: Mapping[str, Any]) -> list[str]:
    """Enter each key of a connection and return those that this site has."""
    entries = data.get("connections")
    named = entries if isinstance(entries, list) else []
    here = set(
        Connection.objects.filter(key__in=[key for key in named if isinstance(key, str)]).values_list("key", flat=True)
    )
    known = []
    for n, key in enumerate(named):
        if isinstance(key, str) and key in here:
            ledger.mark(f"/connections/{n}", Outcome.MAPPED)
            known.append(key)
        else:
            reason = _("This connection is not known here. Add it, then name it in the form.")
            ledger.mark_below(f"/connections/{n}", Outcome.LOST, reason)
    return list(dict.fromkeys(known))
