"""Jobs run when they are due, by one worker at a time, and one that fails stops no other."""

import io
import logging
import threading
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.models import ScheduledJob
from core.schedule import run, tasks
from core.schedule.run import claim_job, run_due_jobs
from core.services import PartlyDoneError, register_job

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_job_runs_once_each_period(jobs):
    calls = []
    register_job("count", HOUR, lambda: calls.append(1))
    now = timezone.now()
    assert run_due_jobs(now) == {"count": "ok"}
    assert run_due_jobs(now + HOUR / 2) == {}
    assert run_due_jobs(now + HOUR) == {"count": "ok"}
    assert len(calls) == 2
    row = ScheduledJob.objects.get(name="count")
    assert (row.last_run_at, row.last_outcome, row.lease_until) == (now + HOUR, "ok", None)


def test_what_came_of_a_job_is_stored_when_the_database_is_back(jobs, monkeypatch):
    register_job("count", HOUR, lambda: None)
    now, store = timezone.now(), run.finish_job

    def away(*_outcome):
        monkeypatch.setattr(run, "finish_job", store)
        raise OperationalError

    monkeypatch.setattr(run, "finish_job", away)
    with pytest.raises(OperationalError):
        run_due_jobs(now)
    assert ScheduledJob.objects.get(name="count").lease_until is not None
    assert run_due_jobs(now) == {}
    row = ScheduledJob.objects.get(name="count")
    assert (row.last_run_at, row.last_outcome, row.lease_until) == (now, "ok", None)


def test_a_timer_that_is_a_little_early_skips_nothing(jobs):
    register_job("minute", timedelta(minutes=1), lambda: None)
    now = timezone.now()
    run_due_jobs(now)
    assert run_due_jobs(now + timedelta(seconds=59)) == {"minute": "ok"}
    assert run_due_jobs(now + timedelta(seconds=90)) == {}


def test_a_job_that_raises_is_logged_and_stops_no_other(jobs, caplog):
    def broken():
        raise RuntimeError("Mrs Secret")

    register_job("broken", HOUR, broken)
    register_job("good", HOUR, lambda: None)
    with caplog.at_level(logging.DEBUG):
        assert run_due_jobs() == {"broken": "raised:RuntimeError", "good": "ok"}
    assert "Job broken: raised:RuntimeError" in caplog.text
    assert "in broken" in caplog.text
    assert "Secret" not in caplog.text
    assert ScheduledJob.objects.get(name="broken").last_outcome == "raised:RuntimeError"


def test_two_workers_never_run_one_job_at_the_same_time(jobs):
    inner = []
    register_job("slow", timedelta(0), lambda: inner.append(run_due_jobs()))
    assert run_due_jobs() == {"slow": "ok"}
    assert inner == [{}]


@pytest.mark.django_db(transaction=True)
def test_workers_that_start_together_run_a_new_job_once(jobs):
    calls, barrier = [], threading.Barrier(4)

    def work():
        try:
            barrier.wait()
            run_due_jobs()
        finally:
            connection.close()

    register_job("once", HOUR, lambda: calls.append(time.sleep(0.2)))
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1


def test_an_idle_worker_writes_nothing(jobs, django_assert_max_num_queries):
    register_job("hourly", HOUR, lambda: None)
    run_due_jobs()
    with django_assert_max_num_queries(2) as queries:
        assert run_due_jobs() == {}
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)


def test_a_job_of_a_worker_that_died_runs_after_its_lease(jobs):
    register_job("slow", HOUR, lambda: None, lease=timedelta(minutes=2))
    now = timezone.now()
    assert claim_job(next(iter(jobs.values())), now)
    assert run_due_jobs(now + timedelta(minutes=1)) == {}
    assert run_due_jobs(now + timedelta(minutes=2)) == {"slow": "ok"}


def test_a_second_job_of_that_name_is_refused(jobs):
    register_job("one", HOUR, lambda: None)
    with pytest.raises(ValueError, match="'one'"):
        register_job("one", HOUR, lambda: None)


def test_tick_delivers_the_outbox_and_says_what_it_ran(folder, queue):
    row, out = queue("a"), io.StringIO()
    call_command("tick", stdout=out)
    assert "outbox: ok" in out.getvalue()
    row.refresh_from_db()
    assert not row.waiting
    assert (folder / f"sms-{row.pk}.txt").exists()


def test_tick_exits_with_an_error_after_all_jobs_had_their_turn(jobs):
    calls = []
    register_job("broken", HOUR, lambda: 1 / 0)
    register_job("good", HOUR, lambda: calls.append(1))
    with pytest.raises(CommandError, match="broken"):
        call_command("tick", stdout=io.StringIO())
    assert calls == [1]


def task_row(**values) -> DBTaskResult:
    defaults = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "x.y", "backend_name": "default"}
    return DBTaskResult.objects.create(**{**defaults, "run_after": timezone.now(), **values})


def test_tasks_of_workers_that_died_are_given_back():
    now = timezone.now()
    lost = task_row(status="RUNNING", started_at=now - 2 * HOUR)
    running = task_row(status="RUNNING", started_at=now)
    assert tasks.requeue_lost_tasks() == 1
    lost.refresh_from_db()
    running.refresh_from_db()
    assert (lost.status, running.status) == ("READY", "RUNNING")


def test_task_rows_are_gone_after_a_day():
    now = timezone.now()
    task_row(status="SUCCESSFUL", finished_at=now - timedelta(days=2))
    kept = task_row(status="FAILED", finished_at=now)
    assert tasks.forget_finished_tasks() == 1
    assert list(DBTaskResult.objects.all()) == [kept]


def test_a_job_that_had_to_leave_rows_says_how_many(jobs):
    def partly():
        raise PartlyDoneError(3)

    register_job("partly", HOUR, partly)
    assert run_due_jobs(timezone.now()) == {"partly": "failed-rows:3"}
