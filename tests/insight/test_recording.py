"""How facts of many threads are written: few statements, together, and nobody is thanked before it is done."""

import fcntl
import threading
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from insight.models import DailyRollup, Event
from insight.recording import store
from insight.recording.fact import Fact
from insight.recording.group import Group
from insight.recording.ratings import record_rating
from insight.recording.store import record_all, record_each
from insight.recording.turn import turn
from insight.services import Subject
from insight.widget.tokens import render_proof


def search(name, **more):
    data = {"query_scrubbed": "bins", "results": 3, "locale": "en", "channel": "web"}
    return Fact("search", "/search", "search:site", data, event_id=name, **more)


class Disk:
    """Writes slowly: each write waits until it is let through."""

    def __init__(self, refused=()) -> None:
        self.batches, self.refused = [], set(refused)
        self.begun, self.through = threading.Event(), threading.Event()

    def write(self, facts):
        names = [fact.event_id for fact in facts]
        self.begun.set()
        assert self.through.wait(20)
        if self.refused & set(names):
            raise DatabaseError("no")
        self.batches.append(names)


def add_all(group, disk, names):
    """Add one fact a thread while the first write is held up; return what each thread came back with."""
    came = {}

    def add(name):
        try:
            group.add(search(name))
            came[name] = any(name in batch for batch in disk.batches)
        except DatabaseError as error:
            came[name] = str(error)

    threads = [threading.Thread(target=add, args=(name,)) for name in names]
    threads[0].start()
    assert disk.begun.wait(20)
    for thread in threads[1:]:
        thread.start()
    while len(group._waiting) < len(names) - 1:
        pass
    assert not came  # nobody goes on before the disk has it
    disk.through.set()
    for thread in threads:
        thread.join(20)
    return came


def test_who_comes_while_another_is_written_is_written_with_the_rest():
    disk = Disk()
    names = ["a", "b", "c", "d", "e"]
    assert add_all(Group(disk.write), disk, names) == dict.fromkeys(names, True)
    assert [len(batch) for batch in disk.batches] == [1, 4]


def test_a_fact_that_cannot_be_written_fails_alone():
    disk = Disk(refused={"c"})
    group = Group(disk.write)
    assert add_all(group, disk, ["a", "b", "c", "d"]) == {"a": True, "b": True, "c": "no", "d": True}
    assert sorted(name for batch in disk.batches for name in batch) == ["a", "b", "d"]
    group.add(search("f"))  # and the next one finds nobody in the lead
    assert disk.batches[-1] == ["f"]


def test_a_process_that_is_stopped_thanks_nobody():
    def stop(_facts):
        raise SystemExit

    group = Group(stop)
    with pytest.raises(SystemExit):
        group.add(search("a"))
    assert not group._led


@pytest.mark.django_db
def test_a_rating_is_two_statements_and_reads_nothing():
    with CaptureQueriesContext(connection) as asked:
        record_rating(value=4, scale="csat5", subject=Subject("form", "bin:1"), question_id="form-end", locale="en")
    statements = [query["sql"].split()[0] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert statements == ["INSERT", "INSERT"]


@pytest.mark.django_db
def test_many_facts_are_two_statements_and_each_counts_once():
    facts = [search(f"s-{number}") for number in range(300)]
    record_all(facts[:10])
    with CaptureQueriesContext(connection) as asked:
        new = record_all([*facts, facts[-1]])
    assert len([query for query in asked if "INSERT" in query["sql"]]) == 2
    assert len(new) == 290
    assert Event.objects.count() == DailyRollup.objects.get().n == 300
    assert list(Event.objects.order_by("number").values_list("event_id", flat=True)) == [f.event_id for f in facts]


@pytest.mark.django_db
def test_what_fails_together_is_tried_one_by_one(monkeypatch):
    def write(facts):
        if any(fact.event_id == "bad" for fact in facts):
            raise DatabaseError("no")
        return real(facts)

    real = store.write
    monkeypatch.setattr(store, "write", write)
    facts = [search("a"), search("bad"), search("b"), search("a")]
    assert record_each(facts) == ["stored", "failed", "stored", "known"]
    assert Event.objects.count() == DailyRollup.objects.get().n == 2


def test_processes_take_turns_at_a_file_beside_the_database(tmp_path):
    database = SimpleNamespace(
        vendor="sqlite", settings_dict={"NAME": tmp_path / "site.sqlite3"}, is_in_memory_db=lambda: False
    )
    other = (tmp_path / "site.sqlite3-turn").open("w")
    with turn(database), pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    other.close()
    database.settings_dict["NAME"] = tmp_path / "nowhere" / "site.sqlite3"
    with turn(database):
        pass  # where no file can be made, SQLite's own lock is enough


@pytest.mark.django_db(transaction=True)
def test_a_press_reads_and_writes_nothing_else(client, bins):
    key = str(bins.translation_key)
    sent = {"page": key, "proof": render_proof(key, None), "useful": "yes"}
    answers = []
    for number in range(2):  # the first one learns which service the page belongs to
        headers = {"Sec-Fetch-Site": "same-origin"}
        with CaptureQueriesContext(connection) as asked:
            answers.append(client.post("/feedback/", sent, headers=headers, REMOTE_ADDR=f"10.1.{number}.1"))
    assert [(answer.status_code, answer.cookies) for answer in answers] == [(303, {})] * 2
    statements = [query["sql"].split()[0] for query in asked]
    assert [name for name in statements if name not in {"BEGIN", "COMMIT"}] == ["INSERT", "INSERT"]
    assert DailyRollup.objects.get().r2 == Event.objects.count() == 2
