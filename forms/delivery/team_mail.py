"""Write to whoever looks after a request now. Neither subject nor text holds anything that a resident wrote."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise

from core.services import queue_message
from forms.delivery.filing import team_address
from forms.models import Submission


def tell_team(
    submission: Submission, *, subject: Promise, template: str, key: str, facts: Mapping[str, Any] | None = None
) -> None:
    """Queue one mail in the caller's transaction; none where no team looks after the request, and for a trial.

    ``subject`` has a place for ``%(reference)s``; ``template`` is the text, which gets the request, its ``url``
    and ``facts``.
    """
    address = team_address(submission)
    if not address or submission.is_test:
        return
    with translation.override(settings.LANGUAGE_CODE):
        url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('onlineforms_inbox:read', args=[submission.pk])}"
        queue_message(
            channel="mail",
            to=address,
            subject=str(subject) % {"reference": submission.reference},
            body=render_to_string(template, {**(facts or {}), "submission": submission, "url": url}),
            idempotency_key=key,
        )
