"""The worker process runs tasks and jobs, stops when told to, and outlives a database that goes away."""

import signal
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.models import ScheduledJob
from core.schedule import worker
from tests.core.processes import start, wait_for

TASK = {
    "task_path": "tests.core.tasks_for_worker.note",
    "args_kwargs": {"args": ["seen"], "kwargs": {}},
    "backend_name": "default",
}


def arrived(row) -> bool:
    row.refresh_from_db()
    return row.delivered_at is not None


@pytest.mark.django_db(transaction=True)
def test_one_pass_runs_tasks_and_jobs(folder, queue):
    row = queue("a")
    task = DBTaskResult.objects.create(run_after=timezone.now(), **TASK)
    call_command("run_worker", once=True)
    task.refresh_from_db()
    assert (task.status, task.return_value) == ("SUCCESSFUL", "seen")
    assert arrived(row)
    assert ScheduledJob.objects.get(name="outbox").last_outcome == "ok"


@pytest.mark.django_db(transaction=True)
def test_what_a_task_raised_is_neither_stored_nor_logged(caplog):
    values = {**TASK, "task_path": "tests.core.tasks_for_worker.fail"}
    task = DBTaskResult.objects.create(run_after=timezone.now(), **values)
    call_command("run_worker", once=True)
    task.refresh_from_db()
    assert (task.status, task.traceback) == ("FAILED", "builtins.ValueError")
    assert "raised:ValueError at" in caplog.text
    assert "seen" not in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_works_until_it_is_told_to_stop(signum, folder, queue):
    first = queue("first")
    process = start("manage.py", "run_worker", "--skip-checks")
    try:
        wait_for(lambda: arrived(first), process)
        second = queue("second")
        wait_for(lambda: arrived(second), process)
        process.send_signal(signum)
        output = process.communicate(timeout=15)[0]
    finally:
        process.kill()
    assert process.returncode == 0, output
    assert "The worker has stopped." in output


@pytest.mark.django_db(transaction=True)
def test_the_worker_outlives_lost_connections(folder, queue):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no connections to lose")
    first = queue("first")
    process = start("manage.py", "run_worker", "--skip-checks")
    try:
        wait_for(lambda: arrived(first), process)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            assert cursor.fetchone()[0] >= 1
        second = queue("second")
        wait_for(lambda: arrived(second), process)
    finally:
        process.terminate()
        process.communicate(timeout=15)
    assert process.returncode == 0


@pytest.mark.django_db  # a connection that an earlier test left open is looked at between passes
def test_a_pass_that_lost_the_database_is_followed_by_another(monkeypatch, caplog):
    monkeypatch.setattr(worker, "BLIP_SECONDS", 0)
    monkeypatch.setattr(worker, "INTERVAL_SECONDS", 0)
    passes = []

    def work(worker_id: str) -> None:
        passes.append(worker_id)
        if len(passes) == 1:
            raise OperationalError("password=secret")
        loop.stopping.set()

    loop = worker.Loop(work)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    loop.run()
    assert len(passes) == 2
    assert "raised:OperationalError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.django_db
def test_a_fault_of_our_own_is_not_taken_for_a_blip():
    def work(worker_id: str) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        worker.Loop(work).run()


def test_once_says_so_when_the_database_does_not_answer(monkeypatch):
    monkeypatch.setattr(worker.Loop, "once", lambda self: False)
    with pytest.raises(CommandError, match="did not answer"):
        call_command("run_worker", once=True)


def test_the_outbox_job_is_back_soon_after_its_worker_was_killed():
    from core.outbox.sweep import BUDGET
    from core.schedule.registry import jobs

    job = next(job for job in jobs() if job.name == "outbox")
    assert BUDGET < job.lease <= timedelta(minutes=2)
