"""The contract that every kind of sink keeps, against a real server, and the feed that fills them."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from core.services import sweep_outbox
from insight.models import Event, SinkBatch
from insight.recording.identifiers import time_ordered_id
from insight.services import record_search
from insight.sinks import feed as feeding
from insight.sinks.feed import feed
from insight.sinks.registry import register_sink, sink_of
from tests.servers.receivers import ClickHouseHandler, CloudEventsHandler, receiving

pytestmark = pytest.mark.django_db

KINDS = {
    "http": (CloudEventsHandler, {"token": "s3cret"}),
    "clickhouse": (ClickHouseHandler, {"password": "s3cret"}),
}


@pytest.fixture(params=KINDS)
def server(request, settings):
    handler, options = KINDS[request.param]
    with receiving(handler) as running:
        settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [*settings.WAYMARK_OUTGOING_ALLOWED_HOSTS, running.host]
        settings.WAYMARK_INSIGHT_SINKS = {"warehouse": {"kind": request.param, "url": running.url, **options}}
        yield running


def arrived(server):
    return [event["id"] for batch in server.cases.values() for event in batch]


def stored():
    return list(Event.objects.order_by("number").values_list("event_id", flat=True))


def test_every_event_arrives_once_and_in_order(server, monkeypatch):
    monkeypatch.setattr(feeding, "SIZE", 2)
    for number in range(5):
        record_search(f"bins {number}", 1, "en")
    assert feed() == 3
    assert feed() == 0
    assert sweep_outbox() == 3
    assert arrived(server) == stored()
    record_search("one more", 0, "en")
    feed()
    sweep_outbox()
    assert arrived(server) == stored()
    assert len(arrived(server)) == 6


def test_the_same_batch_again_has_one_effect(server):
    record_search("bins", 1, "en")
    feed()
    sweep_outbox()
    SinkBatch.objects.update(delivered_at=None, due_at=timezone.now())
    assert sweep_outbox() == 1
    assert arrived(server) == stored()


def test_trouble_there_means_later_and_a_refusal_holds_up_nothing(server):
    record_search("bins", 1, "en")
    feed()
    for status in (500, 503, 429, 302, 401, 404):
        server.fails = status
        sweep_outbox()
        row = SinkBatch.objects.get()
        assert (row.waiting, row.last_error) == (True, f"http:{status}")
        SinkBatch.objects.update(due_at=timezone.now())
    server.fails = 422
    sweep_outbox()
    assert SinkBatch.objects.get().dead_at is not None
    server.fails = 0
    record_search("the next", 1, "en")
    feed()
    sweep_outbox()
    assert arrived(server) == stored()[1:]
    call_command("insight_sinks", again=True)
    sweep_outbox()
    assert sorted(arrived(server)) == sorted(stored())


def test_a_wrong_key_waits_until_it_is_put_right(server, settings):
    options = settings.WAYMARK_INSIGHT_SINKS["warehouse"]
    settings.WAYMARK_INSIGHT_SINKS = {"warehouse": {**options, "token": "old", "password": "old"}}
    record_search("bins", 1, "en")
    feed()
    sweep_outbox()
    assert (SinkBatch.objects.get().waiting, arrived(server)) == (True, [])
    settings.WAYMARK_INSIGHT_SINKS = {"warehouse": options}
    SinkBatch.objects.update(due_at=timezone.now())
    sweep_outbox()
    assert arrived(server) == stored()


def test_a_receiver_that_is_gone_means_later(server):
    record_search("bins", 1, "en")
    feed()
    server.shutdown()
    server.server_close()
    sweep_outbox()
    assert (SinkBatch.objects.get().waiting, SinkBatch.objects.get().last_error) == (True, "http:ConnectionError")


def test_without_a_sink_nothing_is_fed_and_an_unknown_one_is_said(settings, capsys):
    record_search("bins", 1, "en")
    assert feed() == 0
    assert not SinkBatch.objects.exists()
    settings.WAYMARK_INSIGHT_SINKS = {"warehouse": {"kind": "fax"}}
    feed()
    sweep_outbox()
    assert SinkBatch.objects.get().last_error == "no_such_sink"
    with pytest.raises(LookupError, match="known kind"):
        sink_of("warehouse")
    with pytest.raises(ValueError, match="already"):
        register_sink("http", type(None))
    call_command("insight_sinks")
    assert "1 refused" in capsys.readouterr().out


def test_delivered_batches_go_after_a_month_and_the_newest_remembers_the_place(server, monkeypatch):
    monkeypatch.setattr(feeding, "SIZE", 1)
    for number in range(3):
        record_search(f"bins {number}", 1, "en")
    feed()
    sweep_outbox()
    feed(timezone.now() + feeding.KEPT * 2)
    assert SinkBatch.objects.get().last == Event.objects.order_by("-number").first().number
    assert feed() == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_a_number_that_is_not_committed_yet_is_waited_for(settings):
    """A writer took the lower number first: nothing above it is batched before it has ended."""
    settings.WAYMARK_INSIGHT_SINKS = {"warehouse": {"kind": "http", "url": "http://127.0.0.1:1"}}
    other = connection.copy()
    columns = "event_id, source, type, time, subject, dataschema, standing, service, data"
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO insight_event ({columns}) VALUES (%s, 's', 't', now(), 's', 'd', 'counted', '', '{{}}')",  # noqa: S608 - names of our own
                [time_ordered_id()],
            )
        with transaction.atomic():
            record_search("a higher number", 1, "en")
        assert feed() == 0
        other.commit()
        assert feed() == 1
    finally:
        other.close()
    row = SinkBatch.objects.get()
    assert row.last - row.first == 1
