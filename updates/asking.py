"""Keep what somebody asked for until the address's owner confirms it. Nothing that is seen says whether it is known."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.services import UnsealError, keyed_hash, queue_message, take_token
from updates.addresses import address_hash
from updates.kinds import Topic
from updates.links import manage_token, new_token, whole_address
from updates.models import Ask, Subscriber
from updates.models.ask import LASTS
from updates.pages import council_name

#: Messages to one address that nobody there asked for: a stranger can cause so many in a day, and no more.
MOST_A_DAY = 3
UNCONFIRMED = timedelta(days=7)


@transaction.atomic
def ask(channel: str, address: str, topics: list[Topic], frequency: str, language: str) -> None:
    """Send the owner of a tidy ``address`` a link that confirms ``topics``; do nothing once too many were sent."""
    if not _may_write(address_hash(channel, address)):
        return
    new = Subscriber(channel=channel, language=language, frequency=frequency)
    new.keep(address)
    values = {name: getattr(new, name) for name in ("id", "channel", "language", "frequency", "address")}
    row, _created = Subscriber.objects.get_or_create(address_hash=new.address_hash, defaults=values)
    if row.confirmed_at is None and row.language != language:
        # Who has not confirmed yet reads what they asked in last.
        Subscriber.objects.filter(pk=row.pk, confirmed_at=None).update(language=language)
        row.language = language
    send_link(row, [[topic.kind, topic.key] for topic in topics], frequency)


def ask_again(old: Ask) -> None:
    """Send a new link for what an old one asked for."""
    if _may_write(old.subscriber.address_hash):
        send_link(old.subscriber, old.topics, old.frequency)


def send_link(row: Subscriber, topics: list[list[str]], frequency: str) -> Ask:
    """Store a confirmation and queue the message with its link."""
    token, token_hash = new_token()
    made = Ask.objects.create(subscriber=row, token_hash=token_hash, topics=topics, frequency=frequency)
    with override(row.language):
        link = whole_address("confirm", token)
        _queue(row, _("Confirm that you want updates"), _confirm_words(row, link), f"updates.ask:{made.pk}")
    return made


def send_manage_link(row: Subscriber) -> None:
    """Send a confirmed subscriber a new link to their topics; do nothing once too many were sent."""
    if row.confirmed_at is None or not _may_write(row.address_hash):
        return
    with override(row.language):
        lines = [
            _("Change or stop your updates from %(council)s here:") % {"council": council_name()},
            whole_address("manage", manage_token(row.pk)),
            _("If you did not ask for this, you can ignore it."),
        ]
        key = keyed_hash(f"{row.pk}:{timezone.now().isoformat()}", purpose="updates.manage")
        _queue(row, _("Your link to change your updates"), lines, f"updates.manage:{key}")


def _may_write(hashed: str) -> bool:
    return take_token("updates.address", hashed, limit=MOST_A_DAY, seconds=24 * 3600)


def _confirm_words(row: Subscriber, link: str) -> list[str]:
    council = {"council": council_name()}
    if row.channel == Subscriber.Channel.SMS:
        return [_("%(council)s: confirm here that you want updates:") % council + f" {link}"]
    return [
        _("Somebody asked for updates from %(council)s to this address. If it was you, confirm it here:") % council,
        link,
        _("The link works once, for %(days)s days.") % {"days": LASTS.days},
        _("If it was not you, do nothing. We delete an address that nobody confirms in 7 days."),
    ]


def _queue(row: Subscriber, subject: str, lines: list[str], key: str) -> None:
    try:
        address = row.opened()
    except UnsealError:
        return
    body = "\n\n".join(lines)
    channel = Subscriber.Channel(row.channel)
    if channel == Subscriber.Channel.SMS:
        queue_message(channel="sms", to=address, subject=subject, body=body, idempotency_key=key)
    else:
        queue_message(channel="mail", to=address, subject=subject, body=body, idempotency_key=key)
