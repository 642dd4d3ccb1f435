"""Ask receivers that do not call how the open requests stand."""

import logging
from datetime import datetime, timedelta

import requests
from django.db import DatabaseError
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from core.services import code_of
from forms.delivery.base import Capability
from forms.delivery.receivers import receiver_of
from forms.delivery.registry import connector_named
from forms.delivery.reports import take_report
from forms.delivery.status import ENDS
from forms.models import Connection, Delivery

logger = logging.getLogger(__name__)

#: Each open request is asked after this often.
EVERY = timedelta(hours=1)
#: So many in one run: the job gives way to others, and the next run goes on with those asked longest ago.
AT_ONCE = 50


def poll_receivers(now: datetime | None = None) -> int:
    """Ask for states that are due and return how many were new. An outage of one receiver ends its turn only."""
    moment = now or timezone.now()
    return sum(_poll(connection, moment) for connection in Connection.objects.filter(enabled=True))


def _poll(connection: Connection, now: datetime) -> int:
    connector, receiver = connector_named(connection.connector), receiver_of(connection)
    if connector is None or receiver is None or Capability.STATUS_POLL not in connector.capabilities:
        return 0
    changed = 0
    for delivery in _due(connection, now):
        Delivery.objects.filter(pk=delivery.pk).update(asked_at=now)
        try:
            report = connector.fetch_status(delivery.remote_ref, receiver)
            changed += bool(report and take_report(connection, report))
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001 - what one receiver answers never stops the asking of others
            logger.warning("Connection %s: %s", connection.key, code_of(error))
            if isinstance(error, requests.RequestException):
                break
    return changed


def _due(connection: Connection, now: datetime) -> QuerySet[Delivery]:
    open_rows = Delivery.objects.filter(taken_by=connection.key, delivered_at__isnull=False)
    due = open_rows.exclude(submission__status__in=ENDS).filter(Q(asked_at=None) | Q(asked_at__lte=now - EVERY))
    return due.order_by(F("asked_at").asc(nulls_first=True))[:AT_ONCE]
