"""Forms that people left: told to insight once, by the clock, never by their browser."""

from datetime import datetime, timedelta

from django.utils import timezone

from core.services import UnsealError
from forms.models import Draft
from forms.runner.events import note
from forms.runner.journey import Journey

#: After so long without sending it, a form counts as left; who comes back and sends it later is counted as sent too.
LEFT_AFTER = timedelta(hours=24)
#: How far back a run looks: the clock may have stood still for a weekend.
LOOKED_AT = timedelta(days=4)


def tell_left(now: datetime | None = None) -> int:
    """Tell of each form that was started a day ago and not sent, with the step its owner stands at; return how many.

    A form that was told of before changes nothing.
    """
    last = (now or timezone.now()) - LEFT_AFTER
    rows = Draft.objects.filter(submitted_at=None, created_at__lte=last, created_at__gt=last - LOOKED_AT)
    told = 0
    for draft in rows.filter(version__tester=None).select_related("version").iterator(chunk_size=200):
        note("abandoned", draft, _step(draft))
        told += 1
    return told


def _step(draft: Draft) -> str:
    """Return where its owner stands; empty on the page to check and send, and where the answers cannot be opened."""
    try:
        waiting = Journey.open(draft).waiting
    except UnsealError:
        return ""
    return waiting.slug if waiting else ""
