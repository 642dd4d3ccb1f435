"""Append-only, once, and counted in the same transaction: on both databases."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction

from insight.models import DailyRollup, Event, SetAsideEvent
from insight.models.daily_rollup import COUNTS, DIMENSIONS
from insight.recording.identifiers import time_ordered_id
from insight.recording.ratings import Circumstances, record_rating
from insight.recording.rebuild import rebuild
from insight.recording.store import Fact, SchemaFaultError, record
from insight.retention import retain
from insight.services import Subject, add_comment, record_form_event, record_search

FORM = Subject("form", "missed-bin:3")


def rate(value=4, **more):
    given = {"scale": "csat5", "subject": FORM, "question_id": "form-end", "locale": "en", **more}
    return record_rating(value=value, **given)


def search_fact(**more):
    data = {"query_scrubbed": "bins", "results": 3, "locale": "en", "channel": "web"}
    return Fact("search", "/search", "search:site", data, **more)


def rows():
    return sorted(DailyRollup.objects.values_list(*DIMENSIONS, *COUNTS))


@pytest.mark.django_db
def test_an_event_is_a_cloudevent(settings):
    rating = rate()
    envelope = Event.objects.get(event_id=rating.id).envelope("https://council.example")
    assert envelope["specversion"] == "1.0"
    assert envelope["type"] == "uk.gov.council.insight.rating.v1"
    assert envelope["source"] == "https://council.example/insight/widget"
    assert envelope["dataschema"] == "https://council.example/schemas/insight/rating/v1.json"
    assert datetime.fromisoformat(envelope["time"]).tzinfo is not None
    assert envelope["data"]["form_ref"] == "missed-bin:3"


@pytest.mark.django_db
def test_events_cannot_be_changed_in_python_or_on_the_database():
    rate()
    event = Event.objects.get()
    for attempt in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(standing="spam"),
    ):
        with pytest.raises(TypeError, match="append-only"):
            attempt()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE insight_event SET standing = 'spam'")
    assert Event.objects.get().standing == "counted"


@pytest.mark.django_db
def test_a_replayed_fact_changes_nothing():
    fact = search_fact()
    assert record(fact) == record(fact) == fact.event_id
    assert Event.objects.count() == 1
    assert DailyRollup.objects.get().n == 1


@pytest.mark.django_db
def test_verified_ratings_are_kept_apart_and_change_only_their_own_row():
    rate(5, verified=True)
    rate(1)
    rate(1, circumstances=Circumstances("suspect"))
    by_standing = {row.standing: (row.n, row.r1, row.r5) for row in DailyRollup.objects.all()}
    assert by_standing == {"verified": (1, 0, 1), "counted": (1, 1, 0), "suspect": (1, 1, 0)}


@pytest.mark.django_db
@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_value_outside_the_scale_is_refused(value):
    with pytest.raises(ValueError, match="scale"):
        rate(value)
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_a_caller_never_fails_because_of_us(settings):
    broken = Fact("search", "/search", "search:site", {"query_scrubbed": "x" * 500, "results": -1})
    with pytest.raises(SchemaFaultError):
        record(broken)
    settings.WAYMARK_INSIGHT_STRICT = False
    with transaction.atomic():
        rate()
        assert record(broken) == ""
    assert Event.objects.count() == 1
    aside = SetAsideEvent.objects.get()
    assert aside.type == "search"
    assert "xxx" not in aside.reason


@pytest.mark.django_db
def test_a_broken_database_write_leaves_the_callers_transaction_whole():
    def fail():
        with connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column FROM insight_event")

    with transaction.atomic():
        rate()
        assert record(search_fact(), alongside=fail) == ""
        rate()
    assert Event.objects.count() == 2
    assert not Event.objects.filter(type__contains="search").exists()


@pytest.mark.django_db
def test_form_steps_and_searches_are_counted_by_kind():
    record_form_event("started", "missed-bin", 3, "", "en", "web")
    record_form_event("step", "missed-bin", 3, "where", "en", "web")
    record_form_event("completed", "missed-bin", 3, "", "ur", "phone")
    record_search("my bin, call 07700 900123", 0, "en")
    record_search("bins", 4, "en")
    counted = set(DailyRollup.objects.values_list("question", flat=True))
    assert counted == {"form.started", "form.step:where", "form.completed", "search.nothing-found", "search"}
    assert Event.objects.get(data__results=0).data["query_scrubbed"] == "my bin, call [phone]"


@pytest.mark.django_db
def test_rebuilding_gives_the_same_rows():
    page = Subject("page", "0190a7a0-0000-7000-8000-000000000000", "bins")
    for value in (1, 2, 2):
        rate(value, scale="useful2", subject=page, question_id="page-useful")
    rating = rate(5, verified=True, locale="ur")
    rate(2, circumstances=Circumstances("duplicate"))
    add_comment(rating.id, "Good")
    record_form_event("completed", "missed-bin", 3, "", "en", "phone")
    record(search_fact(time=datetime(2026, 3, 28, 23, 30, tzinfo=UTC)))
    record(search_fact(time=datetime(2026, 6, 1, 23, 30, tzinfo=UTC)))
    before = rows()
    assert {str(row[0]) for row in before} >= {"2026-03-28", "2026-06-02"}  # British Summer Time
    DailyRollup.objects.all().update(n=99)
    DailyRollup.objects.filter(locale="ur").delete()
    call_command("insight_rebuild_rollups")
    assert rows() == before


@pytest.mark.django_db
def test_rebuilding_keeps_days_whose_events_are_gone():
    old = datetime.now(UTC) - timedelta(days=800)
    record(search_fact(time=old))
    rate()
    before = rows()
    assert retain()["events"] == 1
    call_command("insight_rebuild_rollups")
    assert rows() == before
    assert Event.objects.count() == 1


@pytest.mark.django_db
def test_retention_goes_by_type():
    now = datetime.now(UTC)
    rating = rate()
    add_comment(rating.id, "Please answer the phone")
    record(search_fact(standing="spam", time=now - timedelta(days=40)))
    record(search_fact(time=now - timedelta(days=40)))
    assert retain(now) == {"comments": 0, "spam": 1, "events": 0}
    assert retain(now + timedelta(days=400))["comments"] == 1
    from insight.models import Comment

    assert Comment.objects.get().text == ""


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_lose_and_double_nothing():
    errors = []

    def write():
        try:
            for value in (1, 5) * 5:
                assert rate(value).id
        except Exception as error:  # noqa: BLE001 - reported by the test below
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert Event.objects.count() == 60
    row = DailyRollup.objects.get()
    assert (row.n, row.r1, row.r5) == (60, 30, 30)


@pytest.mark.django_db(transaction=True)
def test_rebuilding_while_people_rate_loses_nothing():
    rate(3)
    done = threading.Event()

    def write():
        try:
            for _ in range(20):
                rate(3)
        finally:
            done.set()
            connections.close_all()

    thread = threading.Thread(target=write)
    thread.start()
    while not done.is_set():
        rebuild()
    thread.join()
    assert DailyRollup.objects.get().r3 == Event.objects.count() == 21


def test_our_event_ids_sort_by_time():
    made = [time_ordered_id() for _ in range(50)]
    assert len(set(made)) == 50
    assert all(name[14] == "7" and name[19] in "89ab" for name in made)
    assert made[0][:8] <= made[-1][:8]
