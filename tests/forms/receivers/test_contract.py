"""The contract that every connector keeps, against a real server that speaks its language."""

from urllib.parse import unquote_plus

import jsonschema
import pytest
from django.utils import timezone

from core.services import try_again
from forms.delivery.envelope import envelope_of, envelope_schema
from forms.models import Delivery

pytestmark = pytest.mark.django_db


def test_a_request_arrives_with_its_reference_there(connection, server, send, deliver):
    submission = send(connection)
    row = deliver(submission)
    assert (row.delivered_at is not None, row.remote_ref, row.taken_by) == (True, "C-1", "bins")
    assert len(server.cases) == 1
    assert submission.reference.encode() in server.bodies[-1]
    assert "zoe@example.org" in server.bodies[-1].decode() or b"zoe%40example.org" in server.bodies[-1]


def test_the_same_again_has_one_effect(connection, server, send, deliver):
    submission = send(connection)
    deliver(submission)
    Delivery.objects.filter(connector="bins").update(delivered_at=None, due_at=timezone.now())
    row = deliver(submission)
    assert (len(server.cases), row.remote_ref) == (1, "C-1")


def test_trouble_there_means_later(connection, server, send, deliver):
    submission = send(connection)
    for status in (500, 503, 429, 302):
        server.fails = status
        row = deliver(submission)
        assert (row.waiting, row.due_at > timezone.now()) == (True, True), status
        assert row.last_error in {f"http:{status}", "soap:server"}
        try_again(row)
    connection.refresh_from_db()
    assert connection.last_failure_at is not None


def test_a_refusal_is_final_and_its_words_are_not_kept(connection, server, send, deliver):
    submission = send(connection)
    for status in (400, 410, 422):
        server.fails = status
        row = deliver(submission)
        assert (row.dead_at is not None, row.last_error) == (True, f"http:{status}")
        try_again(row)


def test_a_receiver_that_is_gone_means_later(connection, server, send, deliver):
    server.shutdown()
    server.server_close()
    row = deliver(send(connection))
    assert row.waiting
    assert row.last_error == "http:ConnectionError"


def test_the_first_success_makes_what_waits_due_at_once(connection, server, send, deliver):
    server.fails = 503
    first, second = send(connection), send(connection)
    assert [deliver(row).waiting for row in (first, second)] == [True, True]
    server.fails = 0
    try_again(Delivery.objects.get(submission=first, connector="bins"))
    assert deliver(first).delivered_at
    assert deliver(second).delivered_at


def test_without_its_secret_nothing_is_sent(connection, server, send, deliver, settings):
    settings.WAYMARK_CONNECTOR_SECRETS = {}
    row = deliver(send(connection))
    assert (row.waiting, row.last_error, server.bodies) == (True, "no-secret", [])


def test_the_envelope_keeps_its_published_schema(connection, send):
    jsonschema.validate(envelope_of(send(connection)), envelope_schema())


def test_where_there_is_a_mapping_only_its_answers_leave(connection, server, send, deliver):
    connection.mapping = {"email": "ContactEmail"}
    connection.save()
    deliver(send(connection))
    body = unquote_plus(server.bodies[-1].decode())
    assert "zoe@example.org" in body
    for words in ("Zo", "Example Street", "Which bin", "rubbish"):
        assert words not in body, words
