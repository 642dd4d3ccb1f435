"""Which connectors there are, and how the outbox finds the one of a delivery."""

from collections.abc import Iterator

from core.services import Outcome, Rejected, Retry, code_of
from forms.delivery.base import Connector, Handover, Receiver
from forms.delivery.receivers import current_connection, note_outcome, receiver_of
from forms.models import Delivery

_connectors: dict[str, Connector] = {}


def register_connector(connector: Connector) -> None:
    """Offer a connector under its slug; a second one of that slug is a ValueError."""
    if connector.slug in _connectors:
        raise ValueError(f"A connector named {connector.slug!r} exists already.")
    _connectors[connector.slug] = connector


def connector_named(slug: str) -> Connector | None:
    """Return a connector that staff may choose, or None."""
    connector = _connectors.get(slug)
    return connector if connector and connector.name else None


def connectors_to_choose() -> Iterator[Connector]:
    """Yield what staff may choose, in the order of registration."""
    yield from (connector for connector in _connectors.values() if connector.name)


def deliver(delivery: Delivery) -> Outcome:
    """Deliver one row; a connection or connector that is not there or not in use now may be again later."""
    if delivery.submission.erased_at:
        return Rejected("erased")
    built_in = _connectors.get(delivery.connector)
    if built_in and not built_in.name:
        return built_in.deliver(Handover(delivery.submission, delivery.idempotency_key, Receiver(delivery.connector)))
    connection = current_connection(delivery.connector)
    if connection is None or not connection.enabled:
        return Retry("connection-not-in-use" if connection else "no-connector")
    connector = connector_named(connection.connector)
    if connector is None:
        return Retry("no-connector")
    receiver = receiver_of(connection)
    if receiver is None:
        return Retry("no-secret")
    Delivery.objects.filter(pk=delivery.pk).update(taken_by=connection.key)
    try:
        outcome = connector.deliver(Handover(delivery.submission, delivery.idempotency_key, receiver))
    except Exception as error:
        note_outcome(connection, Retry(code_of(error)))
        raise
    note_outcome(connection, outcome)
    return outcome
