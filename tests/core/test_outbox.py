"""Rows leave once, outlast any outage, and never hold each other up."""

import logging
import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.models import OutgoingMessage
from core.outbox import registry as outbox_registry
from core.outbox import sweep
from core.outbox.backoff import delay
from core.outbox.claim import LEASE, claim
from core.outbox.settle import settle
from core.services import Done, Rejected, Retry, give_up, register_outbox, sweep_outbox, try_again


def deliver_with(answers: dict):
    """Return a delivery that answers by key, and the list of keys it was called with."""
    calls = []

    def deliver(item):
        calls.append(item.idempotency_key)
        answer = answers.get(item.idempotency_key, Done("remote-1"))
        if isinstance(answer, Exception):
            raise answer
        return answer

    return deliver, calls


@pytest.mark.django_db
def test_a_row_is_delivered_once(outboxes, queue):
    deliver, calls = deliver_with({})
    register_outbox(OutgoingMessage, deliver)
    row = queue("a")
    assert row.waiting
    assert sweep_outbox() == 1
    assert sweep_outbox() == 0
    row.refresh_from_db()
    assert calls == ["a"]
    assert (row.waiting, row.remote_ref, row.attempts, row.lease_until, row.lease_owner) == (
        False, "remote-1", 1, None, "",
    )  # fmt: skip


@pytest.mark.django_db
def test_a_row_of_a_transaction_that_rolls_back_never_leaves(outboxes, queue):
    deliver, calls = deliver_with({})
    register_outbox(OutgoingMessage, deliver)
    with transaction.atomic():
        queue("a")
        transaction.set_rollback(True)
    assert sweep_outbox() == 0
    assert calls == []


@pytest.mark.django_db
def test_a_row_that_is_not_due_waits(outboxes, queue):
    register_outbox(OutgoingMessage, deliver_with({})[0])
    row = queue("a")
    OutgoingMessage.objects.filter(pk=row.pk).update(due_at=timezone.now() + timedelta(minutes=1))
    assert sweep_outbox() == 0
    assert sweep_outbox(timezone.now() + timedelta(minutes=2)) == 1


@pytest.mark.django_db
def test_bad_rows_never_block_others(outboxes, queue):
    answers = {"raises": ValueError("my secret is 42"), "silent": None, "refused": Rejected("no_such_person")}
    deliver, calls = deliver_with(answers)
    register_outbox(OutgoingMessage, deliver)
    rows = {key: queue(key) for key in ("raises", "silent", "refused", "good")}
    assert sweep_outbox() == 1
    assert sorted(calls) == sorted(rows)
    assert not OutgoingMessage.objects.get(idempotency_key="good").waiting
    assert OutgoingMessage.objects.get(idempotency_key="silent").last_error == "no_outcome"
    refused = OutgoingMessage.objects.get(idempotency_key="refused")
    assert (refused.dead_at is not None, refused.last_error) == (True, "no_such_person")


@pytest.mark.django_db
def test_an_exception_becomes_a_code_in_row_and_log(outboxes, queue, caplog):
    register_outbox(OutgoingMessage, deliver_with({"a": ValueError("Mrs Secret, 1 High Street")})[0])
    row = queue("a")
    with caplog.at_level(logging.DEBUG):
        sweep_outbox()
    row.refresh_from_db()
    assert row.last_error == "raised:ValueError"
    assert "raised:ValueError" in caplog.text
    assert "Secret" not in caplog.text


@pytest.mark.parametrize("kind", [Retry, Rejected])
@pytest.mark.parametrize("text", ["", "Dear Mrs Secret", "a" * 81, "line\nbreak"])
def test_an_outcome_takes_codes_only(kind, text):
    with pytest.raises(ValueError, match="code"):
        kind(text)


@pytest.mark.django_db
def test_a_long_outage_never_makes_a_row_dead(outboxes, queue):
    answers = {"a": Retry("supplier_down")}
    deliver, calls = deliver_with(answers)
    register_outbox(OutgoingMessage, deliver)
    row = queue("a")
    now = timezone.now()
    for _ in range(40):
        sweep_outbox(now)
        row.refresh_from_db()
        assert row.waiting
        now = row.due_at
    assert now - row.created_at > timedelta(days=7)
    answers["a"] = Done()
    assert sweep_outbox(now) == 1
    assert len(calls) == 41


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 360), (6, 360), (500, 360)]
)  # fmt: skip
def test_waits_grow_to_six_hours_with_a_fifth_of_jitter(attempts, minutes):
    waits = [delay(attempts).total_seconds() / 60 for _ in range(200)]
    assert minutes * 0.8 <= min(waits) < minutes < max(waits) <= minutes * 1.2


@pytest.mark.django_db
def test_a_leased_row_is_left_alone_until_the_lease_runs_out(queue):
    queue("a")
    now = timezone.now()
    first = claim(OutgoingMessage, now)
    assert first.attempts == 1
    assert claim(OutgoingMessage, now + LEASE - timedelta(seconds=1)) is None
    second = claim(OutgoingMessage, now + LEASE)
    assert (second.pk, second.attempts) == (first.pk, 2)
    assert settle(first, Done(), now) is False
    assert settle(second, Done(), now) is True


@pytest.mark.django_db
def test_a_delivery_that_outlives_its_lease_settles_when_nobody_took_the_row(queue):
    queue("a")
    now = timezone.now()
    item = claim(OutgoingMessage, now)
    assert settle(item, Done(), now + 2 * LEASE) is True


@pytest.mark.django_db
def test_rows_that_failed_least_come_first(queue):
    old, new = queue("old"), queue("new")
    OutgoingMessage.objects.filter(pk=old.pk).update(attempts=3, due_at=timezone.now() - timedelta(days=1))
    assert claim(OutgoingMessage, timezone.now()).pk == new.pk
    assert claim(OutgoingMessage, timezone.now()).pk == old.pk


@pytest.mark.django_db
def test_a_sweep_ends_when_its_time_is_over_and_the_next_goes_on(outboxes, queue, monkeypatch):
    register_outbox(OutgoingMessage, deliver_with({})[0])
    queue("a")
    with monkeypatch.context() as patch:
        patch.setattr(sweep, "BUDGET", timedelta(0))
        assert sweep_outbox() == 0
    assert sweep_outbox() == 1


def test_outboxes_take_turns(outboxes, monkeypatch):
    waiting = {"slow": [1, 2, 3], "quick": [4]}
    order = []
    monkeypatch.setattr(sweep, "claim", lambda model, now: waiting[model].pop(0) if waiting[model] else None)
    monkeypatch.setattr(sweep, "settle", lambda item, outcome, now: True)
    monkeypatch.setattr(sweep, "outboxes", lambda: dict.fromkeys(waiting, lambda item: order.append(item) or Done()))
    assert sweep_outbox() == 4
    assert order == [1, 4, 2, 3]


def test_a_row_written_during_a_sweep_does_not_wait_for_the_end_of_another_queue(outboxes, monkeypatch):
    waiting = {"audits": [1, 2, 3], "receipts": []}
    order = []

    def deliver(item):
        order.append(item)
        if item == 1:
            waiting["receipts"].append("receipt")
        return Done()

    monkeypatch.setattr(sweep, "claim", lambda model, now: waiting[model].pop(0) if waiting[model] else None)
    monkeypatch.setattr(sweep, "settle", lambda item, outcome, now: True)
    monkeypatch.setattr(sweep, "outboxes", lambda: dict.fromkeys(waiting, deliver))
    assert sweep_outbox() == 4
    assert order == [1, "receipt", 2, 3]


def test_an_empty_outbox_is_not_asked_for_each_row_of_another(outboxes, monkeypatch):
    waiting = {"letters": list(range(1, 51)), "empty": []}
    asked = []

    def claim(model, now):
        asked.append(model)
        return waiting[model].pop(0) if waiting[model] else None

    monkeypatch.setattr(sweep, "claim", claim)
    monkeypatch.setattr(sweep.time, "monotonic", lambda: 1.0)
    monkeypatch.setattr(sweep, "settle", lambda item, outcome, now: True)
    monkeypatch.setattr(sweep, "outboxes", lambda: dict.fromkeys(waiting, lambda item: Done()))
    assert sweep_outbox() == 50
    assert asked.count("empty") == 2
    assert asked[-2:] == ["letters", "empty"]


@pytest.mark.django_db
def test_an_idle_sweep_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(len(outbox_registry._outboxes)) as queries:
        assert sweep_outbox() == 0
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)


@pytest.mark.django_db
def test_a_remote_reference_of_any_shape_is_stored(queue):
    queue("a")
    item = claim(OutgoingMessage, timezone.now())
    assert settle(item, Done("\x00" + "x" * 500), timezone.now())
    item.refresh_from_db()
    assert item.remote_ref == "x" * 200


@pytest.mark.django_db
def test_staff_give_up_and_bring_back(outboxes, queue):
    deliver, calls = deliver_with({})
    register_outbox(OutgoingMessage, deliver)
    row = queue("a")
    assert give_up(row)
    assert not give_up(row)
    assert sweep_outbox() == 0
    row.refresh_from_db()
    assert row.last_error == "staff"
    assert try_again(row)
    assert sweep_outbox() == 1
    assert not try_again(row)
    assert not give_up(row)
    assert calls == ["a"]


def test_a_second_delivery_of_a_model_is_refused(outboxes):
    register_outbox(OutgoingMessage, deliver_with({})[0])
    with pytest.raises(ValueError, match="OutgoingMessage"):
        register_outbox(OutgoingMessage, deliver_with({})[0])


@pytest.mark.django_db
def test_one_key_is_one_row_in_the_database_too(queue):
    row = queue("a")
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMessage(channel="sms", recipient=b"", contents=b"", idempotency_key="a").save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_many_workers_deliver_each_row_once(outboxes, queue):
    lock, calls = threading.Lock(), []

    def deliver(item):
        with lock:
            calls.append(item.idempotency_key)
        return Done()

    register_outbox(OutgoingMessage, deliver)
    keys = {queue(f"key-{number}").idempotency_key for number in range(24)}
    delivered = []

    def work():
        try:
            delivered.append(sweep_outbox())
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == sum(delivered) == 24
    assert set(calls) == keys
