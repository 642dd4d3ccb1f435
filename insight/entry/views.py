"""The admin screen on which staff enter answers. Pressing twice stores once: each entry carries a number of its own."""

import uuid
from collections import Counter
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from core.staff_screen import StaffScreen
from insight.entry.forms import BatchForm, slips
from insight.questions import VISIT_END
from insight.recording.ratings import Circumstances, add_comment, record_rating
from insight.types import NOWHERE, Subject
from insight.voices.counting import count_answer, groups_of

PERMISSION = "insight.add_importbatch"


class EntryView(StaffScreen, TemplateView):
    """One row or many: what is left empty is not stored."""

    template_name = "insight/admin/entry.html"
    page_title = gettext_lazy("Enter answers")
    header_icon = "edit"
    permission = PERMISSION

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add both forms, empty unless they came back with faults."""
        first = {"day": timezone.localdate(), "batch": uuid.uuid4(), "service": self.request.GET.get("service", "")}
        forms = {"batch": BatchForm(initial=first), "slips": slips()}
        return super().get_context_data(**{**forms, **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Store all answers, or show everything again with what is wrong."""
        batch, told = BatchForm(request.POST), slips(request.POST)
        if not (batch.is_valid() and told.is_valid()):
            return self.render_to_response(self.get_context_data(batch=batch, slips=told), status=422)
        stored, known, failed = _store(batch.cleaned_data, [slip.cleaned_data for slip in told])
        if failed:
            messages.error(request, _not_stored(failed))
            return self.render_to_response(self.get_context_data(batch=batch, slips=told), status=503)
        words = ngettext("%(n)s answer is stored.", "%(n)s answers are stored.", stored)
        if stored or not known:
            messages.success(request, words % {"n": stored})
        if known:
            messages.warning(request, _told_before(known))
        return HttpResponseRedirect(f"{reverse('insight_entry')}?service={batch.cleaned_data['service']}")


def _not_stored(failed: int) -> str:
    words = ngettext(
        "%(n)s answer could not be stored. Press the button again in a few minutes.",
        "%(n)s answers could not be stored. Press the button again in a few minutes.",
        failed,
    )
    return words % {"n": failed}


def _told_before(known: int) -> str:
    """Return what to say of answers of an entry that came twice, changed or not: what is stored stays as it is."""
    words = ngettext(
        "%(n)s answer of this entry was stored before and stays as it was. Use a new, empty screen for more answers.",
        "%(n)s answers of this entry were stored before and stay as they were. "
        "Use a new, empty screen for more answers.",
        known,
    )
    return words % {"n": known}


def _store(batch: dict[str, Any], answers: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Store each answer with its comment, scrubbed; return how many were new, stored before, and not to be stored."""
    found: Counter[str] = Counter()
    for number, slip in enumerate(answers):
        if slip.get("value") is None:
            continue
        try:
            found["new" if _stored(batch, number, slip) else "known"] += 1
        except DatabaseError:
            found["failed"] += 1
    return found["new"], found["known"], found["failed"]


@transaction.atomic
def _stored(batch: dict[str, Any], number: int, slip: dict[str, Any]) -> bool:
    """Store one answer with its comment and return whether it is new. Raises DatabaseError, and then stored neither."""
    new: list[int] = []

    def alongside() -> None:
        count_answer(_groups(slip), batch["channel"], VISIT_END.series, slip["value"], batch["day"])
        new.append(number)

    rating = record_rating(
        value=slip["value"],
        scale="csat5",
        subject=Subject("service", batch["service"], batch["service"]),
        question_id=VISIT_END.id,
        locale="en",
        channel=batch["channel"],
        circumstances=Circumstances(
            source="/insight/entry",
            once=f"{batch['batch']}:{number}",
            time=timezone.make_aware(datetime.combine(batch["day"], time(12))),
            alongside=alongside,
            campaign=batch["campaign"],
        ),
    )
    if not rating.id or (new and slip["comment"] and not add_comment(rating.id, slip["comment"])):
        raise DatabaseError("An answer of an entry was not stored.")
    return bool(new)


def _groups(slip: dict[str, Any]) -> dict[str, str]:
    """Return what a slip counts for; a ward that was chosen stands above that of the postcode."""
    area = slip.get("postcode", NOWHERE)
    return groups_of(replace(area, ward=slip.get("ward") or area.ward), slip["tenant"])
