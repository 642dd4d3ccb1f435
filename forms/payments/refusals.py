"""What a provider refused to do, as work for staff: what happened, what to do, until somebody deals with it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import User
from core.services import queue_message, record_event, try_again
from forms.delivery.filing import team_address
from forms.models import Payment, PaymentAction, Submission
from forms.models.payment import refused_actions
from forms.payments.money import in_pounds

CAPTURE, CANCEL, REFUND = PaymentAction.CAPTURE, PaymentAction.CANCEL, PaymentAction.REFUND
HAPPENED: dict[str, str | Promise] = {
    CAPTURE: gettext_lazy("We could not take %(amount)s of the payment %(reference)s: the provider refused."),
    CANCEL: gettext_lazy("We could not let go of %(amount)s of the payment %(reference)s: the provider refused."),
    REFUND: gettext_lazy("We could not give back %(amount)s of the payment %(reference)s: the provider refused."),
}
NEXT_STEP: dict[str, str | Promise] = {
    CAPTURE: gettext_lazy(
        "The request stands, and nothing was charged. Ask the provider how the payment stands and try again."
        " If it refuses again, agree with the resident how they pay."
    ),
    CANCEL: gettext_lazy(
        "No request came of this payment. Ask the provider how it stands and try again:"
        " nobody may be charged for nothing."
    ),
    REFUND: gettext_lazy(
        "The resident does not have the money yet. Give it back again on the payment's page, or another way,"
        " and tell them when."
    ),
}


@dataclass(frozen=True)
class Refusal:
    """One refused action in words. ``again``: the same may be asked again; a refund is made anew instead."""

    action: PaymentAction
    happened: str
    todo: str
    again: bool


def refusals(rows: "QuerySet[PaymentAction]") -> list[Refusal]:
    """Return the words of each row, oldest first."""
    return [_in_words(action) for action in rows.select_related("payment").order_by("dead_at")]


def refusals_of(case: Submission) -> list[Refusal]:
    """Return what is to be done about the payments of a request."""
    return refusals(refused_actions().filter(payment__submission=case))


def tell_team(action: PaymentAction) -> None:
    """Write to the team of the form, in the caller's transaction; without a team it stands on the dashboard alone."""
    address = _team_address(action.payment)
    if not address:
        return
    with translation.override(settings.LANGUAGE_CODE):
        found = _in_words(action)
        path = reverse("onlineforms_payments:read", args=[action.payment_id])
        queue_message(
            channel="mail",
            to=address,
            subject=_("Payment %(reference)s needs a look") % {"reference": action.payment.reference},
            body=f"{found.happened}\n\n{found.todo}\n\n{_address_line(path)}\n",
            idempotency_key=f"forms.refused:{action.pk}:{action.due_at:%s}",
        )


def settle(action: PaymentAction, staff: User) -> None:
    """Note that staff dealt with it; it is work no longer."""
    refused_actions().filter(pk=action.pk).update(settled_at=timezone.now())
    record_event(verb="payment.settle", obj=action.payment, actor=staff)


def ask_again(action: PaymentAction, staff: User) -> bool:
    """Queue a refused capture or cancellation again; False for a refund, which is made anew, and for what waits."""
    if action.kind == REFUND or not refused_actions().filter(pk=action.pk).exists():
        return False
    record_event(verb="payment.again", obj=action.payment, actor=staff)
    return try_again(action)


def _in_words(action: PaymentAction) -> Refusal:
    facts = {"amount": in_pounds(action.amount or action.payment.amount), "reference": action.payment.reference}
    return Refusal(action, str(HAPPENED[action.kind]) % facts, str(NEXT_STEP[action.kind]), action.kind != REFUND)


def _team_address(payment: Payment) -> str:
    if payment.submission:
        return team_address(payment.submission)
    team = payment.draft.version.schema["team"] if payment.draft else None
    return str(team["email"]) if team else ""


def _address_line(path: str) -> str:
    return _("Look at it here: %(url)s") % {"url": f"{settings.WAGTAILADMIN_BASE_URL}{path}"}
