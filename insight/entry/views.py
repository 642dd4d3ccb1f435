"""The admin screen on which staff enter answers. Pressing twice stores once: each entry carries a number of its own."""

import uuid
from datetime import datetime, time
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from insight.entry.forms import BatchForm, slips
from insight.questions import VISIT_END
from insight.recording.ratings import Circumstances, add_comment, record_rating
from insight.types import Subject
from insight.voices.counting import count_ward

PERMISSION = "insight.add_importbatch"


class EntryView(WagtailAdminTemplateMixin, TemplateView):
    """One row or many: what is left empty is not stored."""

    template_name = "insight/admin/entry.html"
    page_title = gettext_lazy("Enter answers")
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in whoever may enter answers."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": str(self.page_title)}]

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
        stored = _store(batch.cleaned_data, [slip.cleaned_data for slip in told])
        words = ngettext("%(n)s answer is stored.", "%(n)s answers are stored.", stored)
        messages.success(request, words % {"n": stored})
        return HttpResponseRedirect(f"{reverse('insight_entry')}?service={batch.cleaned_data['service']}")


def _store(batch: dict[str, Any], answers: list[dict[str, Any]]) -> int:
    """Store each answer with its comment, scrubbed, and return how many there were."""
    subject = Subject("service", batch["service"], batch["service"])
    moment = timezone.make_aware(datetime.combine(batch["day"], time(12)))
    stored = 0
    for number, slip in enumerate(answers):
        if slip.get("value") is None:
            continue
        how = Circumstances(
            source="/insight/entry",
            once=f"{batch['batch']}:{number}",
            time=moment,
            alongside=partial(
                count_ward, slip.get("ward", ""), batch["channel"], VISIT_END.series, slip["value"], batch["day"]
            ),
        )
        rating = record_rating(
            value=slip["value"],
            scale="csat5",
            subject=subject,
            question_id=VISIT_END.id,
            locale="en",
            channel=batch["channel"],
            circumstances=how,
        )
        if slip["comment"] and rating.id:
            add_comment(rating.id, slip["comment"])
        stored += bool(rating.id)
    return stored
