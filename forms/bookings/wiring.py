"""What bookings add to the registries."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from core.services import register_job
from forms.bookings.holding import HOLDING
from forms.bookings.making import make_due
from forms.bookings.seats import release_run_out
from forms.bookings.waiting import offer_seats
from forms.compiler import register_supplier
from forms.models import Resource
from forms.rights.registry import register_holding


def connect() -> None:
    """Serve questions that book a time, and run what follows; ``FormsConfig.ready`` calls it once."""
    register_supplier("slot", _look)
    register_holding(HOLDING)
    register_job("forms.holds", timedelta(minutes=1), release_run_out)
    register_job("forms.waiting", timedelta(minutes=1), offer_seats)
    register_job("forms.slots", timedelta(hours=6), make_due)


def _look(question: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong when the calendar of a question is not there."""
    key = question["limits"].get("resource", "")
    if Resource.objects.filter(key=key).exists():
        return None
    how = _("Make the calendar under Booking calendars, or use the key of one that is there.")
    return _("There is no booking calendar “%(key)s”.") % {"key": key}, how
