"""What staff do about an action that a provider refused, and the word on the dashboard that there is one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from core.services import member_of_staff, stuck
from forms.inbox.access import permitted
from forms.models import PaymentAction, RefundDue
from forms.models.payment import refused_actions
from forms.models.refund_due import open_dues
from forms.payments.dues import settle_due
from forms.payments.refusals import ask_again, settle
from forms.payments.staff.access import REFUND, VIEW


@require_POST
@permitted(VIEW, REFUND)
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask the provider again to take or let go of the money."""
    action = get_object_or_404(PaymentAction, pk=pk)
    if ask_again(action, member_of_staff(request)):
        messages.success(request, _("We ask the provider again now. If it refuses again, it stands here."))
    else:
        messages.error(request, _("Somebody dealt with this since you opened the page."))
    return _back(action)


@require_POST
@permitted(VIEW, REFUND)
def dealt_with(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take it off the list of what needs somebody; who did so is written down."""
    action = get_object_or_404(PaymentAction, pk=pk)
    settle(action, member_of_staff(request))
    messages.success(request, _("Noted: it is dealt with."))
    return _back(action)


@require_POST
@permitted(VIEW, REFUND)
def due_dealt_with(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a refund that was to be decided on off the list: no more goes back, or it went another way."""
    due = get_object_or_404(RefundDue.objects.select_related("payment"), pk=pk)
    if settle_due(due, member_of_staff(request)):
        messages.success(request, _("Noted: it is dealt with."))
    else:
        messages.error(request, _("Somebody dealt with this since you opened the page."))
    return _back(due)


def _back(about: PaymentAction | RefundDue) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("onlineforms_payments:read", args=[about.payment_id]))


class RefusedPanel(Component):
    """On the dashboard of those who look after payments: a provider refused something, or does not answer."""

    name = "refused_payments"
    template_name = "forms/admin/payments/panel.html"
    order = 55

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return how many payments need somebody, how many wait too long, how many refunds to decide; 0 for others."""
        if not parent_context["request"].user.has_perm(VIEW):
            return {"count": 0, "waiting": 0, "dues": 0}
        refused, waiting = (rows.values("payment").distinct() for rows in (refused_actions(), stuck(PaymentAction)))
        return {"count": refused.count(), "waiting": waiting.count(), "dues": open_dues().count()}


def add_refused(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it above Wagtail's own panels."""
    panels.append(RefusedPanel())
