"""Each receiver with the connection that speaks to it, and a request on its way there."""

from dataclasses import dataclass

import pytest
from django.core.files.storage import storages

from core.services import sweep_outbox
from forms.models import Connection, Delivery, FormConnection, Submission
from forms.services import publish_version
from tests.forms.conftest import Resident
from tests.servers.receivers import Open311Handler, RestHandler, WebhookHandler, XmlHandler, receiving

SECRETS = {"hook": "whsec_c2VjcmV0LW9mLWEtd2ViaG9vaw==", "case": "s3cret"}
STATES = {"finished": "closed", "working": "in_progress"}


@dataclass
class Setup:
    """How to reach one kind of receiver."""

    connector: str
    handler: type
    options: dict
    secret: str


SETUPS = {
    "webhook": Setup("webhook", WebhookHandler, {"url": "{url}/in"}, "hook"),
    "case-rest": Setup("case-rest", RestHandler, {"url": "{url}", "case_type": "bin", "states": STATES}, "case"),
    "case-xml": Setup("case-xml", XmlHandler, {"url": "{url}/soap", "service": "bin", "states": STATES}, "case"),
    "open311": Setup("open311", Open311Handler, {"url": "{url}", "service_code": "BIN"}, "case"),
}


def filled(value, server):
    """Return an option with the address of the running receiver in it."""
    return value.format(url=server.url) if isinstance(value, str) else value


def connect(setup, server, settings, key="bins", **more):
    """Return a stored, valid connection to a running receiver."""
    settings.WAYMARK_CONNECTOR_SECRETS = SECRETS
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [*settings.WAYMARK_OUTGOING_ALLOWED_HOSTS, server.host]
    options = {name: filled(value, server) for name, value in setup.options.items()}
    row = Connection(key=key, name=key, connector=setup.connector, options=options, secret=setup.secret, **more)
    row.full_clean()
    row.save()
    return row


@pytest.fixture(params=SETUPS)
def setup(request):
    return SETUPS[request.param]


@pytest.fixture
def server(setup):
    with receiving(setup.handler) as running:
        yield running


@pytest.fixture
def connection(db, setup, server, settings):
    return connect(setup, server, settings)


@pytest.fixture
def send(page, client):
    """Return a function that binds a connection to the form, and sends one request with it."""

    def sent(connection):
        FormConnection.objects.get_or_create(page=page, connection=connection)
        publish_version(page)
        resident = Resident(client)
        resident.start()
        resident.walk()
        resident.send()
        return Submission.objects.order_by("received_at").last()

    return sent


@pytest.fixture
def deliver():
    """Return a function that lets the worker deliver what is due, and returns the row of a connection."""

    def delivered(submission, key="bins"):
        sweep_outbox()
        return Delivery.objects.get(submission=submission, connector=key)

    return delivered


@pytest.fixture
def drop(settings, tmp_path):
    """A folder that another system empties."""
    backend = {"BACKEND": "library.storage.WholeFileStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "drop": backend}
    storages.__dict__.pop("backends", None)
    yield tmp_path
    storages.__dict__.pop("backends", None)
