"""From the key that a form names to where its requests go now, and what is known of that place's health."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from core.services import Done, Outcome
from forms.delivery.base import Receiver
from forms.models import Connection, Delivery


def current_connection(key: str) -> Connection | None:
    """Return the connection that requests for ``key`` go to now: the last of those that replaced it."""
    connection = Connection.objects.filter(key=key).first()
    return connection.current() if connection else None


def receiver_of(connection: Connection) -> Receiver | None:
    """Return what a connector needs to speak to it; None when the named secret is not in the settings."""
    secret = settings.WAYMARK_CONNECTOR_SECRETS.get(connection.secret, "")
    if connection.secret and not secret:
        return None
    return Receiver(connection.key, connection.options, connection.mapping, secret)


def note_outcome(connection: Connection, outcome: Outcome) -> None:
    """Remember how the last try went. The first success, ever or after a failure, makes all that waits due at once."""
    now = timezone.now()
    row = Connection.objects.filter(pk=connection.pk)
    if not isinstance(outcome, Done):
        row.update(last_failure_at=now, last_code=outcome.code)
        return
    row.update(last_success_at=now)
    failed, succeeded = connection.last_failure_at, connection.last_success_at
    if succeeded is None or (failed and succeeded <= failed):
        waiting_for(connection).update(due_at=now)


def try_now(connection: Connection) -> int:
    """Make what waits due at once, since somebody changed where it goes; return how many rows."""
    return waiting_for(connection.current()).update(due_at=timezone.now())


def waiting_for(connection: Connection) -> QuerySet[Delivery]:
    """Return undelivered rows that go to this connection, also those named by one that it replaced."""
    return Delivery.objects.filter(connector__in=keys_of(connection), delivered_at=None, dead_at=None)


def refused_by(connection: Connection) -> QuerySet[Delivery]:
    """Return rows that were refused for good; of an erased request nothing is left to send."""
    rows = Delivery.objects.filter(connector__in=keys_of(connection), delivered_at=None, dead_at__isnull=False)
    return rows.filter(submission__erased_at=None)


def keys_of(connection: Connection) -> set[str]:
    """Return the names by which rows lead here: its own and those of all that it replaced."""
    keys, older = {connection.key}, list(connection.replaces.all())
    while older:
        before = older.pop()
        if before.key not in keys:
            keys.add(before.key)
            older += before.replaces.all()
    return keys
