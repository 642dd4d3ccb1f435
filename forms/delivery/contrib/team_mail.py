"""Tell the owning team by e-mail that a request waits in the inbox. The answers stay where they are sealed."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.services import Done, Outcome, Rejected, queue_message
from forms.delivery.base import Connector, Handover
from forms.delivery.filing import team_address
from forms.delivery.needs import needs_of


class TeamMail(Connector):
    """Neither the subject nor the text holds anything that a resident wrote."""

    slug = "team-mail"

    def deliver(self, handover: Handover) -> Outcome:
        """Queue the e-mail; the same key queues it once."""
        submission, address = handover.submission, team_address(handover.submission)
        if not address:
            return Rejected("no-team")
        with translation.override(settings.LANGUAGE_CODE):
            path = reverse("onlineforms_inbox:read", args=[submission.pk])
            facts = {
                "submission": submission,
                "schema": submission.version.schema,
                "needs": needs_of(submission),
                "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
            }
            message = queue_message(
                channel="mail",
                to=address,
                subject=_("New request %(reference)s") % {"reference": submission.reference},
                body=render_to_string("emails/forms/team.txt.jinja", facts),
                idempotency_key=f"forms.team:{handover.idempotency_key}",
            )
        return Done(str(message.pk))
