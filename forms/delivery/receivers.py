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
    """Remember how the last try went. The first success after a failure makes all that waits due at once."""
    now = timezone.now()
    row = Connection.objects.filter(pk=connection.pk)
    if not isinstance(outcome, Done):
        row.update(last_failure_at=now, last_code=outcome.code)
        return
    row.update(last_success_at=now)
    failed, succeeded = connection.last_failure_at, connection.last_success_at
    if failed and (succeeded is None or succeeded <= failed):
        waiting_for(connection).update(due_at=now)


def waiting_for(connection: Connection) -> QuerySet[Delivery]:
    """Return undelivered rows that go to this connection, also those named by one that it replaced."""
    keys, older = {connection.key}, list(connection.replaces.all())
    while older:
        before = older.pop()
        if before.key not in keys:
            keys.add(before.key)
            older += before.replaces.all()
    return Delivery.objects.filter(connector__in=keys, delivered_at=None, dead_at=None)
