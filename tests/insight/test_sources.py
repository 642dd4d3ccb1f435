"""Registers and volumes from files, and events by API: told by line, stored once, without personal data."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from core.models import User
from insight.models import DailyRollup, Event, ImportBatch, SourceKey
from insight.recording.rebuild import rebuild
from insight.retention import retain
from insight.scores import use_by_page
from insight.sources.importing import import_file
from insight.sources.table import TableError

pytestmark = pytest.mark.django_db
COMPLAINTS = """Case Ref,Department,Category,Received by,Date received,Date closed,Outcome
C-1,Bins and recycling,Missed bin of Mrs Okafor,Telephone,01/03/2026,09/03/2026,Upheld
C-2,Housing,Damp – “mould”,E-mail,2026-03-02,,
"""


def stored():
    return [(event.type.split(".insight.")[1], event.subject, event.data) for event in Event.objects.order_by("number")]


def test_a_register_is_stored_once_in_stages_and_without_personal_data():
    report = import_file("complaints", COMPLAINTS.encode("cp1252"), name="march.csv")
    assert (report.encoding, report.rows, report.new, report.known, report.rejected) == ("windows-1252", 2, 3, 0, [])
    kinds = [(kind, subject, data["stage"], data["channel"]) for kind, subject, data in stored()]
    assert kinds == [
        ("complaint.v1", "service:bins-and-recycling", "received", "phone"),
        ("complaint.v1", "service:bins-and-recycling", "closed", "phone"),
        ("complaint.v1", "service:housing", "received", "email"),
    ]
    assert stored()[0][2]["topic"] == "Missed bin of [name]"
    assert stored()[2][2]["topic"] == "Damp – “mould”"
    assert "C-1" not in str(stored())
    before = list(DailyRollup.objects.order_by("day", "question").values_list("day", "question", "n"))
    assert [row[1:] for row in before] == [
        ("complaint.received", 1),
        ("complaint.received", 1),
        ("complaint.closed", 1),
    ]
    again = import_file("complaints", COMPLAINTS.encode())
    assert (again.new, again.known, again.rejected) == (0, 3, [])
    assert list(DailyRollup.objects.order_by("day", "question").values_list("day", "question", "n")) == before
    later = import_file("complaints", COMPLAINTS.replace("02,,", "02,2026-03-20,Not upheld").encode())
    assert (later.new, later.known) == (1, 3)
    rebuild()
    assert DailyRollup.objects.filter(question="complaint.closed").count() == 2


def test_a_dry_run_writes_nothing_and_says_what_would_change():
    assert import_file("complaints", COMPLAINTS.encode(), dry_run=True).new == 3
    assert not Event.objects.exists()
    assert not ImportBatch.objects.exists()


def test_each_row_that_cannot_be_used_is_told_by_line_and_the_rest_goes_on():
    tomorrow = (timezone.localdate() + timedelta(days=9)).strftime("%d/%m/%Y")
    lines = [
        "reference;department;channel;received;closed",
        "F-1;Planning;online;31/02/2026;",
        "F-2;Planning;pigeon;01/03/2026;",
        f"F-3;Planning;online;{tomorrow};",
        "",
        "F-4;Planning;online;05/03/2026;01/03/2026",
        ";Planning;online;05/03/2026;",
        "F-5;Planning;online;05/03/2026;;",
        "F-6;Planning;online;05/03/2026;",
        "F-6;Planning;online;05/03/2026;",
        "F-7;Plan",
    ]
    report = import_file("foi", "\r\n".join(lines).encode("utf-16"))
    assert [line for line, _why in report.rejected] == [2, 3, 4, 6, 7, 8, 10, 11]
    why = dict(report.rejected)
    assert "write it as 31/03/2026" in why[2]
    assert "Use one of:" in why[3]
    assert "still to come" in why[4]
    assert "before it was received" in why[6]
    assert "no case" in why[7]
    assert "6 cells, the headings have 5" in why[8]
    assert why[10] == "The same as line 9."
    assert why[11].endswith("The file may be cut off.")
    assert report.new == Event.objects.count() == 1
    changed = import_file("foi", b"reference,received,channel\nF-6,05/03/2026,post\n")
    assert "stays as it was" in changed.rejected[0][1]
    assert Event.objects.get().data["channel"] == "web"


def test_a_quote_left_open_and_files_that_are_no_table():
    report = import_file("foi", b'reference,received\nF-1,05/03/2026\nF-2,"05/03/2026\n')
    assert report.new == 1
    assert report.rejected[0][0] == 3
    for content, words in (
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column for case"),
        (b"PK\x03\x04\0\0", "Save it as CSV"),
    ):
        with pytest.raises(TableError, match=words):
            import_file("foi", content)


def test_an_open_quote_costs_its_own_line_and_a_file_that_ends_in_a_row_is_doubted():
    day = timezone.localdate().isoformat()
    lines = ["reference,topic,received", f'Q-1,"Bins,{day}', f'Q-2,"Bins, North",{day}', f'Q-3,"Two\nlines",{day}']
    report = import_file("foi", "\n".join(lines).encode())
    assert [line for line, _why in report.rejected] == [2]
    assert report.new == 2
    assert report.warning.startswith("The last row has no line end")
    whole = import_file("foi", ("\n".join(lines) + "\n").encode(), dry_run=True)
    assert (whole.known, whole.warning) == (2, "")


def test_what_is_older_than_events_are_kept_is_left_out_so_that_no_second_import_counts_it_again():
    today = timezone.localdate()
    old, closed = (today - timedelta(days=days) for days in (800, 20))
    content = f"reference,received,closed\nO-1,{old},\nO-2,{old},{closed}\n".encode()
    report = import_file("complaints", content)
    assert [line for line, _why in report.rejected] == [2]
    assert (report.new, [data["stage"] for _kind, _subject, data in stored()]) == (1, ["closed"])
    retain()
    assert import_file("complaints", content).new == 0


def test_volumes_count_contacts_and_not_rows(tmp_path, capsys):
    file = tmp_path / "volumes.csv"
    file.write_text(
        "Month,Channel,Service,Calls offered,Calls answered,Avoidable,FCR\n"
        'March 2026,Telephone,Council tax,"11,204",10900,2300,9120\nApril 2026,Telephone,Council tax,-4,1,1,1\n'
    )
    with pytest.raises(CommandError, match="1 rows were left out"):
        call_command("insight_import", "volumes", str(file))
    assert "Line 3: contacts is no whole number" in capsys.readouterr().out
    row = DailyRollup.objects.get()
    assert (row.question, row.channel, row.n, row.r1, row.r2, row.r3) == (
        "contact.volume",
        "phone",
        11204,
        10900,
        2300,
        9120,
    )
    rebuild()
    assert DailyRollup.objects.get().n == 11204
    batch = ImportBatch.objects.get()
    assert (batch.kind, batch.new, batch.rejected) == ("volumes", 1, 1)


def event(number=1, **change):
    return {
        "specversion": "1.0",
        "id": f"case-{number}",
        "type": "uk.gov.council.insight.complaint.v1",
        "time": "2026-03-01T10:00:00Z",
        "service": "bins",
        "data": {
            "case": "a1", "stage": "received", "topic": "Ring 07700 900123", "received_on": "2026-03-01",
            "channel": "phone", "locale": "en",
        },
        **change,
    }  # fmt: skip


def send(body, key):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    text = body if isinstance(body, str) else json.dumps(body)
    return Client(enforce_csrf_checks=True).post(
        "/api/insight/events/", text, content_type="application/cloudevents-batch+json", headers=headers
    )


def test_a_known_system_sends_events_and_a_replay_changes_nothing():
    key = SourceKey.issue("contact-centre")
    response = send([event(), event(2)], key)
    assert (response.status_code, response.cookies) == (200, {})
    assert [result["result"] for result in response.json()["results"]] == ["stored", "stored"]
    kept = Event.objects.order_by("number").first()
    assert (kept.source, kept.subject) == ("/systems/contact-centre", "service:bins")
    assert kept.data["topic"] == "Ring [phone]"
    again = send([event(2), event()], key).json()["results"]
    assert [result["result"] for result in again] == ["known", "known"]
    assert DailyRollup.objects.get().n == Event.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"specversion": "0.3"}, "specversion"),
        ({"id": ""}, "id is missing"),
        ({"type": "uk.gov.council.insight.comment.v1"}, "type is not one of"),
        ({"type": "uk.gov.council.insight.complaint.v7"}, "no version 7"),
        ({"time": "yesterday"}, "time is missing"),
        ({"time": "2026-03-01T10:00:00"}, "no zone"),
        ({"time": "2126-03-01T10:00:00Z"}, "ahead of our clock"),
        ({"time": "0001-01-01T00:00:00+14:00"}, "no longer kept"),
        ({"time": "9999-12-31T23:59:59-14:00"}, "ahead of our clock"),
        ({"time": "2021-03-01T10:00:00Z"}, "no longer kept"),
        ({"data": {"case": "x"}}, "data does not fit complaint v1"),
        ({"data": []}, "data is missing"),
    ],
)
def test_an_event_that_cannot_be_taken_says_why_and_the_others_go_on(change, why):
    response = send([event(**change), event(9)], SourceKey.issue("crm"))
    assert response.status_code == 422
    refused, taken = response.json()["results"]
    assert refused["result"] == "refused"
    assert why in refused["why"]
    assert taken == {"id": "case-9", "result": "stored"}


def test_a_rating_of_a_page_that_no_report_could_look_up_is_refused():
    data = {
        "scale": "useful2", "value": 2, "question_id": "page-useful", "question_version": 1, "locale": "en",
        "channel": "web", "page": "home\0",
    }  # fmt: skip
    kind, key = "uk.gov.council.insight.rating.v1", SourceKey.issue("crm")
    known = "0190c5a4-0000-7000-8000-000000000000"
    sent = [
        event(1, type=kind, data=data),
        event(2, type=kind, data={**data, "page": ""}, subject="page:home"),
        event(3, type=kind, data={**data, "page": known}, subject=f"page:{known}", time=timezone.now().isoformat()),
    ]
    results = [result["result"] for result in send(sent, key).json()["results"]]
    assert results == ["refused", "refused", "stored"]
    assert use_by_page() == {UUID(known): 1}


def test_no_key_no_json_and_too_much():
    key = SourceKey.issue("crm")
    assert send(event(), "").status_code == 401
    assert send(event(), "wrong")["WWW-Authenticate"] == "Bearer"
    assert send("{", key).status_code == 400
    assert send([event()] * 1001, key).status_code == 413
    assert send(["x", 3], key).json()["results"][1]["result"] == "refused"
    SourceKey.objects.get().end()
    assert send(event(), key).status_code == 401
    assert not Event.objects.exists()


def upload(client, content, **more):
    file = SimpleUploadedFile("march.csv", content)
    return client.post("/admin/insight/import/", {"kind": "complaints", "file": file, **more})


def test_staff_look_first_and_import_then_and_a_second_import_changes_nothing(client):
    client.force_login(User.objects.create_superuser(username="boss", password="x"))
    assert "Import registers" in client.get("/admin/insight/import/").content.decode()
    html = upload(client, COMPLAINTS.encode("cp1252") + b"C-9", look="1").content.decode()
    assert "Nothing is stored yet" in html
    assert "New facts: 3" in html
    assert "The file may be cut off." in html
    assert not Event.objects.exists()
    assert "The file is imported" in upload(client, COMPLAINTS.encode(), **{"import": "1"}).content.decode()
    again = upload(client, COMPLAINTS.encode(), **{"import": "1"}).content.decode()
    assert "New facts: 0" in again
    assert "Known already: 3" in again
    assert ImportBatch.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "words"), [(b"a,b\n1,2\n", "no column for case"), (b"", "empty"), (b"PK\0", "CSV")]
)
def test_a_file_that_cannot_be_read_comes_back_with_what_to_do(client, content, words):
    client.force_login(User.objects.create_superuser(username="boss", password="x"))
    response = upload(client, content)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_only_who_may_import_sees_the_screen(client):
    client.force_login(User.objects.create_user(username="author", password="x"))
    assert client.get("/admin/insight/import/").status_code == 302
