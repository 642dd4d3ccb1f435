"""A newsletter whose time came while something was wrong with it: it stays, and whoever scheduled it is told."""

import logging
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from core.services import InvalidMessageError, queue_message
from updates.models import Newsletter

logger = logging.getLogger(__name__)


@transaction.atomic
def hold_back(row: Newsletter, faults: Sequence[str]) -> None:
    """Make it a draft again where it is still scheduled, and write why to whoever believes that it has left."""
    scheduled = Newsletter.objects.filter(pk=row.pk, state=Newsletter.State.SCHEDULED)
    if not scheduled.update(state=Newsletter.State.DRAFT) or not row.sent_by or not row.sent_by.email:
        return
    words = _("The newsletter “%(subject)s” was not sent at its time. It is a draft again. Mend this, then send it:")
    try:
        queue_message(
            channel="mail",
            to=row.sent_by.email,
            subject=_("Your newsletter was not sent"),
            body="\n\n".join([words % {"subject": row.subject}, *faults]),
            idempotency_key=f"updates.held:{row.pk}:{row.send_at}",
        )
    except InvalidMessageError as error:
        logger.warning("Nobody was told of newsletter %s: %s", row.pk, error)
