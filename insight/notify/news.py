"""The daily job that writes to those who asked. What an action says goes out once it is published, done or refused."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.services import UnsealError, queue_message
from insight.models import Action, Subscription
from insight.models.action import ANSWERED
from insight.notify.asking import retain

#: One action in each of its languages.
Languages = dict[str, Action]


def tell(now: datetime | None = None) -> int:
    """Queue one message for each confirmed address whose page has news, and delete those; return how many.

    What :func:`retain` deletes goes first: nobody is written to after their time.
    """
    moment = now or timezone.now()
    retain(moment)
    told = 0
    for versions in _answered(timezone.localdate(moment)):
        action = _in(settings.LANGUAGE_CODE, versions)
        if action.page is None or action.told_on is None:
            continue
        rows = Subscription.objects.filter(page=str(action.page.translation_key), confirmed_at__isnull=False)
        for row in rows.filter(created_at__date__lte=action.told_on):
            told += _told(row, _in(row.locale, versions))
    return told


def _answered(today: date) -> list[Languages]:
    """Return what is published as done or refused, each action once with all its languages."""
    found: dict[UUID, Languages] = {}
    rows = Action.objects.filter(published_on__lte=today, state__in=ANSWERED, page__isnull=False)
    for action in rows.select_related("page", "locale"):
        found.setdefault(action.translation_key, {})[action.locale.language_code] = action
    return list(found.values())


def _in(language: str, versions: Mapping[str, Action]) -> Action:
    """Return an action in ``language``, else in English, else in the language that it has."""
    return versions.get(language) or versions.get(settings.LANGUAGE_CODE) or next(iter(versions.values()))


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
