"""The daily job that writes to those who asked. What an action says goes out once it is published, done or refused."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.services import UnsealError, queue_message
from insight.models import Action, Subscription

#: Who has heard nothing for so long is not kept any longer.
KEPT = timedelta(days=365)
_ANSWERED = (Action.State.DONE, Action.State.WONT)


def tell(now: datetime | None = None) -> int:
    """Queue one message for each address whose page has news, delete those addresses and old ones; return how many."""
    moment = now or timezone.now()
    Subscription.objects.filter(created_at__lt=moment - KEPT).delete()
    told = 0
    for action in Action.objects.filter(
        published_on__lte=timezone.localdate(moment), state__in=_ANSWERED, page__isnull=False
    ):
        if action.page is None:
            continue
        rows = Subscription.objects.filter(
            page=str(action.page.translation_key), created_at__date__lte=action.published_on
        )
        for row in rows:
            told += _told(row, action)
    return told


@transaction.atomic
def _told(row: Subscription, action: Action) -> bool:
    """Queue the message and delete the address in one transaction: it is sent, or the address is still there."""
    try:
        address = row.opened()
    except UnsealError:
        row.delete()
        return False
    with override(row.locale):
        lines = [
            _("You told us about our website. This is what we did."),
            _("You said: %(said)s") % {"said": action.said},
        ]
        if action.state == Action.State.WONT:
            lines[0] = _("You told us about our website. This is why we will not do what was asked.")
            lines += [_("Why not: %(reason)s") % {"reason": action.reason}]
        else:
            lines += [_("We did: %(did)s") % {"did": action.did}]
        lines += [
            _("We have now deleted your address. This is the only message that you get."),
        ]
        queue_message(
            channel="mail",
            to=address,
            subject=_("You said, we did"),
            body="\n\n".join(lines),
            idempotency_key=f"insight.news:{row.pk}",
        )
    row.delete()
    return True
