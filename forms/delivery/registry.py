"""Which connectors there are, and how the outbox finds the one of a delivery."""

from core.services import Outcome, Retry
from forms.delivery.base import Connector
from forms.models import Delivery

_connectors: dict[str, Connector] = {}


def register_connector(connector: Connector) -> None:
    """Offer a connector under its slug; a second one of that slug is a ValueError."""
    if connector.slug in _connectors:
        raise ValueError(f"A connector named {connector.slug!r} exists already.")
    _connectors[connector.slug] = connector


def deliver(delivery: Delivery) -> Outcome:
    """Deliver one row; a connector that is not installed now may be again later."""
    connector = _connectors.get(delivery.connector)
    if connector is None:
        return Retry("no-connector")
    return connector.deliver(delivery.submission, delivery.idempotency_key)
