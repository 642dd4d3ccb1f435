"""People get what we hold about them, and it is erased when they ask or its time is over: everywhere, and provably."""

import io
import json
import logging
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from core.models import AuditEvent, OutgoingMessage
from core.services import UnsealError
from forms.delivery.contacts import email_hash
from forms.delivery.questions import answer_question
from forms.inbox.operations import add_note, ask, move_on
from forms.models import (
    CaseKey,
    CaseNote,
    ContactVisit,
    Delivery,
    Erasure,
    ProvenContact,
    StatusEvent,
    Submission,
    SubmissionFile,
)
from forms.rights.erase import erase_case, replay_erasures
from forms.rights.registry import Holding, _holdings, register_holding
from forms.rights.schedule import schedule
from forms.sealed_files import store
from forms.services import erase_due
from tests.forms.test_cases import make_case, staff

MARKER = "Quetzalcoatlus-7731"
RIGHTS = "/admin/requests/rights/"
LATER = timedelta(days=1)


def full_case(version, user, words=MARKER, **values):
    """Return a request with the words in every place that takes words."""
    case = make_case(version, values.pop("number", 0), email=f"{words}@example.org", **values)
    case.seal_content({"answers": {"bins": ["rubbish"], "name": words, "email": f"{words}@example.org"}})
    case.save()
    file = SubmissionFile(
        submission=case, question_key="photo", name=f"{words}.png", size=9, sha256="0", content_type="image/png",
        scan_state="clean",
    )  # fmt: skip
    store(file, io.BytesIO(f"PNG {words}".encode()))
    file.save()
    add_note(case, f"Note of {words}", user)
    answer_question(ask(case, f"Question to {words}", user), f"Answer of {words}")
    Delivery.objects.create(submission=case, connector="waste-system", idempotency_key=f"{case.pk}:waste-system")
    move_on(case, "closed", f"Decision for {words}", user)
    ProvenContact.objects.create(contact_hash=case.email_hash)
    return case


@pytest.fixture
def officer(version, django_user_model):
    return staff("Dee", "subject_rights", "view_submission")


def ended(case, days=366):
    Submission.objects.filter(pk=case.pk).update(closed_at=timezone.now() - timedelta(days=days))


def bytes_on_disk():
    """Yield every file of the database and of the private and public storages, as raw bytes."""
    folders = [Path(storages["private"].location), Path(storages["default"].location), Path(django_settings.VAR_DIR)]
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files = [Path(name), Path(f"{name}-wal")]
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            place = Path(cursor.fetchone()[0])
            cursor.execute("CHECKPOINT")
        files = [path for folder in ("base", "pg_wal") for path in (place / folder).rglob("*")]
    for folder in folders:
        files += list(folder.rglob("*")) if folder.exists() else []
    for file in files:
        if file.is_file():
            yield file, file.read_bytes()


def rows_of_all_tables():
    """Return every value of every row, as the database hands it out."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
            found += [(table, str(value)) for row in cursor.fetchall() for value in row]
    return found


@pytest.mark.django_db(transaction=True)
def test_a_marker_in_every_place_is_read_nowhere_and_after_erasure_opens_nowhere(version, officer, caplog):
    caplog.set_level(logging.DEBUG)
    case = full_case(version, officer.user)
    backup = {
        model: model.objects.values_list("sealed", flat=True).get(pk=pk)
        for model, pk in ((Submission, case.pk), (CaseNote, CaseNote.objects.get().pk))
    }
    ended(case)
    files = [Path(storages["private"].path(file.file.name)) for file in SubmissionFile.objects.all()]
    assert files
    assert erase_due() == 1
    in_clear = [str(file) for file, content in bytes_on_disk() if MARKER.encode() in content]
    assert in_clear == []
    assert [table for table, value in rows_of_all_tables() if MARKER.lower() in value.lower()] == []
    assert MARKER not in caplog.text
    assert MARKER not in str(getattr(cache, "_cache", ""))
    assert not any(path.exists() for path in files)
    counted = (CaseNote, CaseKey, SubmissionFile, ProvenContact)
    assert [model.objects.count() for model in counted] == [0, 0, 0, 0]
    assert not StatusEvent.objects.exclude(public_text="").exists()
    assert not OutgoingMessage.objects.filter(erased_at=None).exists()
    assert not Delivery.objects.filter(delivered_at=None, dead_at=None).exists()
    case.refresh_from_db()
    assert case.open_content() == {}
    # A copy of the sealed words, as an old page of the database or a backup may hold one, opens no more.
    again = Submission.objects.get(pk=case.pk)
    again.sealed = backup[Submission]
    with pytest.raises(UnsealError):
        again.open_content()
    note = CaseNote(pk=case.pk, submission=again, sealed=backup[CaseNote])
    with pytest.raises(UnsealError):
        note.open_content()
    assert Erasure.objects.get().reference == case.reference
    assert AuditEvent.objects.filter(verb="submission.erase", object_ref=str(case.pk)).count() == 1


def test_before_erasure_the_words_are_sealed_in_every_table(version, officer):
    case = full_case(version, officer.user)
    assert [table for table, value in rows_of_all_tables() if MARKER.lower() in value.lower()] == []
    assert StatusEvent.objects.filter(submission=case).last().public_text == f"Decision for {MARKER}"
    assert SubmissionFile.objects.get().name == f"{MARKER}.png"


def test_only_what_is_due_goes_and_files_may_go_first(make_page, officer):
    page = make_page("housing-repair")
    page.retention_file_days, page.retention_done_days = 30, 365
    page.save_revision().publish()
    version = page.versions.get()
    young, old = (full_case(version, officer.user, words, number=n) for n, words in enumerate(("young", "old")))
    ended(old, 31)
    row = next(row for row in schedule() if row.version == version)
    assert (row.file_days, row.requests, row.files, row.due) == (30, 0, 1, True)
    assert erase_due() == 1
    assert not old.files.exists()
    assert young.files.exists()
    assert Submission.objects.get(pk=old.pk).open_content()["answers"]["name"] == "old"
    assert erase_due() == 0


def test_the_report_changes_nothing_and_says_what_is_due(version, officer, capsys):
    case = full_case(version, officer.user)
    ended(case)
    page = officer.get("/admin/requests/retention/").text
    assert "requests: 1" in " ".join(page.split())
    call_command("retention_report")
    assert "due now: 0 unfinished, 1 requests" in capsys.readouterr().out
    assert not Erasure.objects.exists()


def test_a_person_gets_everything_in_one_file_and_it_is_written_down(version, officer):
    case = full_case(version, officer.user)
    other = make_case(version, 1)
    answer = officer.post(RIGHTS, {"contact": f"{MARKER}@example.org", "checked": "code", "copy": "yes"})
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    (held,) = json.loads(archive.read("requests.json"))
    text = json.dumps(held)
    for words in ("Note of", "Question to", "Answer of", "Decision for"):
        assert f"{words} {MARKER}" in text
    assert held["messages"]
    assert held["sent_to"]
    (file,) = held["files"]
    assert archive.read(file["path"]) == f"PNG {MARKER}".encode()
    html = archive.read("index.html").decode()
    assert f"Note of {MARKER}" in html
    assert other.reference not in text + html
    event = AuditEvent.objects.get(verb="person.copy")
    assert (event.object_ref, event.actor, event.channel) == (str(case.pk), officer.user, "code")


def test_a_hostile_file_name_leads_nowhere_in_the_archive(version, officer):
    full_case(version, officer.user)
    SubmissionFile.objects.update(name="../../etc/\u202epasswd<script>")
    answer = officer.post(RIGHTS, {"contact": f"{MARKER}@example.org", "checked": "code"})
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert not any("/.." in name or name.startswith(("/", "..")) for name in archive.namelist())
    assert "<script>" not in archive.read("index.html").decode()


def test_nothing_is_handed_out_before_somebody_proved_who_asks(version, officer):
    full_case(version, officer.user)
    ProvenContact.objects.all().delete()
    contact = f"{MARKER}@example.org"
    assert officer.post(RIGHTS, {"contact": contact, "checked": "code"}).status_code == 422
    assert officer.post(RIGHTS, {"contact": contact}).status_code == 422
    assert officer.post(RIGHTS, {"contact": "nobody@example.org", "checked": "documents"}).status_code == 422
    assert officer.post(RIGHTS, {"contact": "=cmd", "checked": "documents"}).status_code == 422
    assert officer.post(RIGHTS, {"contact": contact, "checked": "documents"}).status_code == 200


def test_erasing_on_request_needs_a_tick_and_leaves_what_is_open(version, officer):
    case = full_case(version, officer.user)
    still_open = make_case(version, 1, email=f"{MARKER}@example.org")
    data = {"contact": f"{MARKER}@example.org", "checked": "documents", "erase": "yes"}
    assert officer.post(RIGHTS, data).status_code == 422
    answer = officer.post(RIGHTS, {**data, "sure": "on"}, follow=True)
    assert "Not erased, because we still deal with them: 1" in answer.text
    assert Submission.objects.get(pk=case.pk).erased_at
    assert Submission.objects.get(pk=still_open.pk).erased_at is None
    assert ProvenContact.objects.filter(contact_hash=email_hash(f"{MARKER}@example.org")).exists()
    assert Erasure.objects.get().reason == "asked"


@pytest.mark.parametrize("address", [RIGHTS, "/admin/requests/retention/"])
def test_only_those_with_the_permission_answer_for_rights(version, address):
    every_other = staff("Max", "view_submission", "change_submission", "see_every_team", "view_person")
    assert every_other.get(address).status_code in {302, 403}
    assert Client().get(address)["Location"].startswith("/admin/login/")


def test_a_restored_backup_brings_nobody_back(version, officer):
    case = full_case(version, officer.user)
    sealed, key = Submission.objects.get(pk=case.pk).sealed, CaseKey.objects.get().wrapped
    assert erase_case(case, "asked")
    assert not erase_case(case, "asked")
    CaseKey.objects.create(submission=case, wrapped=key)
    Submission.objects.filter(pk=case.pk).update(sealed=sealed, erased_at=None)
    assert [replay_erasures(), replay_erasures()] == [1, 0]
    assert Submission.objects.get(pk=case.pk).open_content() == {}


def test_other_rooms_add_what_they_hold(version, officer, monkeypatch):
    monkeypatch.setattr("forms.rights.registry._holdings", dict(_holdings))
    forgotten = []
    holding = Holding("licences", lambda _case: [{"pence": 100}], lambda case: forgotten.append(case.pk) or 1)
    register_holding(holding)
    with pytest.raises(ValueError, match="licences"):
        register_holding(holding)
    case = full_case(version, officer.user)
    answer = officer.post(RIGHTS, {"contact": f"{MARKER}@example.org", "checked": "code"})
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert json.loads(archive.read("requests.json"))[0]["licences"] == [{"pence": 100}]
    erase_case(case, "asked")
    assert forgotten == [case.pk]


def test_visits_of_a_contact_end_with_its_last_request(version, officer):
    case = full_case(version, officer.user)
    ContactVisit.objects.create(token_hash="x", contact_hash=case.email_hash, expires_at=timezone.now() + LATER)
    erase_case(case, "asked")
    assert not ContactVisit.objects.exists()
