"""Tell somebody who paid and left that nothing came of it, and that nothing was charged."""

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from core.services import InvalidMessageError, queue_message
from forms.models import Draft, Payment
from forms.payments.ledger import CHANGED
from forms.payments.money import in_pounds
from forms.runner.later import new_return_url


@transaction.atomic
def tell_not_taken(payment: Payment) -> None:
    """Queue one e-mail with a link to carry on, if the draft knows an address."""
    draft = payment.draft
    address = _address(draft) if draft else ""
    if draft is None or not address:
        return
    with translation.override(draft.version.locale):
        facts = {
            "schema": draft.version.schema,
            "amount": in_pounds(payment.amount),
            "changed": payment.code == CHANGED,
            "url": new_return_url(draft, address),
        }
        try:
            queue_message(
                channel="mail",
                to=address,
                subject=_("We could not send your form"),
                body=render_to_string("emails/forms/not_taken.txt.jinja", facts),
                html=render_to_string("emails/forms/not_taken.html.jinja", facts),
                idempotency_key=f"forms.not-taken:{payment.pk}",
            )
        except InvalidMessageError:
            return


def _address(draft: Draft) -> str:
    question = draft.version.compiled.mapped("email")
    answers = draft.open_content().get("answers") or {}
    answer = answers.get(question.key, "") if question else ""
    return answer if isinstance(answer, str) else ""
