"""Publish what is due, one revision at a time: a refusal stops only itself."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from accessibility.gate.words import as_comment
from core.services import PublishBlocked, queue_message

logger = logging.getLogger(__name__)


def publish_due(now: datetime) -> tuple[int, int]:
    """Publish revisions whose time has come; return how many went live and how many could not."""
    outcomes = [publish_one(revision) for revision in due(now)]
    return sum(outcomes), len(outcomes) - sum(outcomes)


def due(now: datetime) -> list[Revision]:
    """Return the revisions that should be live by now, oldest date first."""
    return list(Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"))


def publish_one(revision: Revision) -> bool:
    """Publish in one transaction. A refused revision loses its date, and its author and owner are told."""
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except PublishBlocked as error:
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        tell_people(revision, as_comment(error.findings))
        return False
    except Exception:
        # It keeps its date, so the next run tries again.
        logger.exception("Revision %s was due and could not be published", revision.pk)
        return False
    return True


def tell_people(revision: Revision, reasons: str) -> None:
    """Send the list to whoever wrote the revision and whoever owns the page."""
    owner = getattr(revision.content_object, "owner", None)
    addresses = {user.email for user in (revision.user, owner) if user is not None and user.email}
    for address in sorted(addresses):
        queue_message(
            channel="mail",
            to=address,
            subject=_("Not published: %(title)s") % {"title": revision.object_str},
            body=_("This was due to go live, but it has faults that shut people out. The draft is safe.")
            + f"\n\n{reasons}",
            idempotency_key=f"schedule-refused:{revision.pk}:{revision.created_at:%Y%m%d%H%M%S}:{address}"[:200],
        )
