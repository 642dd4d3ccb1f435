"""Thousands of messages through a mail server that fails half way: nobody gets one twice, nobody is missed."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.updates.conftest import post
from updates.fan_out import BATCH, fan_out
from updates.models import Follow, Notice, Sending, Subscriber

pytestmark = pytest.mark.django_db
READERS = 60


def make_readers(count):
    rows = [Subscriber(channel="mail", language="en", confirmed_at=timezone.now()) for _number in range(count)]
    for number, row in enumerate(rows):
        row.keep(f"reader{number}@example.org")
    Subscriber.objects.bulk_create(rows)
    Follow.objects.bulk_create([Follow(subscriber=row, kind="page", key="x") for row in rows])
    return rows


@pytest.fixture
def notice(monkeypatch):
    from updates import items

    monkeypatch.setitem(items.MAKERS, "test", lambda _notice: items.Item("News", "Something new."))
    return Notice.tell("test", kind="page", keys=["x"], event="test")


def send_all():
    """Sweep as often as the clock would, until nothing waits."""
    now = timezone.now()
    for _hour in range(50):
        post(now)
        if not Sending.objects.filter(delivered_at=None, dead_at=None).exists():
            return
        now += timedelta(hours=1)


@pytest.mark.parametrize("failure", ["421", "451", "drop"])
def test_a_server_that_fails_half_way(smtp, notice, failure):
    make_readers(READERS)
    fan_out()
    smtp.mood = lambda kept: failure if kept == READERS // 2 and smtp.failed < 15 else ""
    send_all()
    got = Counter(to for to, _mail in smtp.kept)
    assert smtp.failed == 15
    assert got == {f"reader{number}@example.org": 1 for number in range(READERS)}
    ids = {mail["Message-ID"] for _to, mail in smtp.kept}
    assert len(ids) == READERS


def test_an_address_that_is_refused_stops_nobody_else(smtp, notice):
    make_readers(5)
    fan_out()
    smtp.mood = lambda kept: "550" if kept == 2 and not smtp.failed else ""
    send_all()
    assert len(smtp.kept) == 4
    assert Sending.objects.get(delivered_at=None).last_error == "smtp:550"


def test_what_arrives_is_whole(smtp, notice):
    make_readers(1)
    fan_out()
    send_all()
    ((to, mail),) = smtp.kept
    assert to == "reader0@example.org"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<http")
    assert "reader0" not in mail["Subject"]


def test_a_killed_fan_out_goes_on_where_it_ended(notice, monkeypatch):
    make_readers(7)
    monkeypatch.setattr("updates.fan_out.BATCH", 3)
    from updates import fan_out as module

    assert module._batch(notice) == 3
    Notice.objects.filter(pk=notice.pk).update(reached=None)
    assert fan_out() == 7
    assert Sending.objects.count() == 7
    assert BATCH > 3


def test_a_batch_costs_the_same_queries_for_many(notice, django_assert_num_queries):
    make_readers(40)
    from updates import fan_out as module

    with django_assert_num_queries(5):
        module._batch(notice)


def test_the_addresses_stand_in_no_row_of_the_outbox(notice):
    make_readers(1)
    fan_out()
    assert all("reader0" not in str(value) for value in Sending.objects.values_list().get())
