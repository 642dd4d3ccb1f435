"""An address is used only after its owner confirmed it by the link that we mailed. The link works once."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.services import UnsealError, queue_message
from insight.models import Subscription

SALT = "insight.news"
#: Who does not confirm is deleted then, and the link is worth nothing any more.
UNCONFIRMED = timedelta(days=7)
#: Nobody is kept for longer, heard or not.
KEPT = timedelta(days=90)


@transaction.atomic
def ask(row: Subscription) -> bool:
    """Queue the message with the link; False for an address that does not open, which is deleted."""
    try:
        address = row.opened()
    except UnsealError:
        row.delete()
        return False
    row.asked_at = timezone.now()
    row.save(update_fields=["asked_at"])
    with override(row.locale):
        path = reverse("insight:tell_me_confirm", args=[signing.dumps(str(row.pk), salt=SALT)])
        lines = [
            _("Somebody asked to hear from us once, about a page of our website. If it was you, confirm it here:"),
            f"{settings.WAGTAILADMIN_BASE_URL}{path}",
            _("If it was not you, do nothing. We delete the address in 7 days."),
        ]
        queue_message(
            channel="mail",
            to=address,
            subject=_("Confirm that you want to hear from us"),
            body="\n\n".join(lines),
            idempotency_key=f"insight.news.confirm:{row.pk}",
        )
    return True


def waiting_for(token: str) -> Subscription | None:
    """Return the row that a link would confirm; None for one that was used, is too old or is not ours."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=UNCONFIRMED)
    except signing.BadSignature:
        return None
    return Subscription.objects.filter(pk=pk, confirmed_at=None).first()


def confirm(token: str) -> bool:
    """Use a link; False when it was used before, is too old or is not ours."""
    row = waiting_for(token)
    now = timezone.now()
    return bool(row and Subscription.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=now))


def retain(now: datetime | None = None) -> int:
    """Ask those who were never asked, delete those who did not confirm or waited for too long; return how many went."""
    moment = now or timezone.now()
    old = Subscription.objects.filter(created_at__lt=moment - KEPT)
    never = Subscription.objects.filter(confirmed_at=None, asked_at__lt=moment - UNCONFIRMED)
    count = int(old.delete()[0]) + int(never.delete()[0])
    for row in Subscription.objects.filter(confirmed_at=None, asked_at=None):
        ask(row)
    return count
