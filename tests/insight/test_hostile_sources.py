"""Files as programs really write them and events as systems really send them: told why, stored once, never an error."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from insight.models import DailyRollup, Event, SourceKey
from insight.recording.rebuild import rebuild
from insight.sources.importing import import_file
from insight.sources.table import TableError
from tests.insight.test_sources import event, send, stored

pytestmark = pytest.mark.django_db


def test_a_case_that_another_system_names_is_kept_as_the_hash_that_an_import_keeps():
    """One case is one case, however it was told, and nobody reads its reference or what was written beside it."""
    today = timezone.localdate().isoformat()
    import_file("complaints", f"reference,received\nC-1,{today}\n".encode())
    hashed = Event.objects.get().data["case"]
    data = {
        "case": "c-1", "stage": "closed", "received_on": today, "closed_on": today, "channel": "phone", "locale": "en",
        "outcome": "Refund to Mrs Okafor", "ward": "ring 07700 900123",
    }  # fmt: skip
    moment = timezone.now().isoformat()
    status = {"case": "C-1", "state": "closed", "at": today, "channel": "web", "locale": "en"}
    sent = [
        event(1, data=data, time=moment),
        event(2, type="uk.gov.council.insight.status.v1", data=status, time=moment),
    ]
    assert send(sent, SourceKey.issue("crm")).status_code == 200
    closed, told = Event.objects.exclude(source="/imports/complaints").order_by("number")
    assert closed.data["case"] == told.data["case"] == hashed
    assert (closed.data["outcome"], closed.data["ward"]) == ("Refund to [name]", "ring [phone]")


def volume(number, **change):
    day = timezone.localdate().isoformat()
    data = {"period": day, "unit": "day", "contacts": 5, "channel": "phone", "locale": "en", **change}
    return event(number, type="uk.gov.council.insight.contact.volume.v1", data=data, time=timezone.now().isoformat())


@pytest.mark.parametrize("contacts", [2**31, 10**30, 1e300, float("inf"), float("nan"), -1, True, "5", None, [5]])
def test_a_number_that_is_no_count_is_refused_and_the_others_go_on(contacts):
    response = send([volume(1, contacts=contacts), volume(2)], SourceKey.issue("crm"))
    assert [result["result"] for result in response.json()["results"]] == ["refused", "stored"]
    assert "data does not fit contact.volume v1" in response.json()["results"][0]["why"]
    assert DailyRollup.objects.get().n == 5


def test_a_whole_number_with_a_point_is_that_number():
    assert send([volume(1, contacts=5.0, answered=4.0)], SourceKey.issue("crm")).status_code == 200
    assert (Event.objects.get().data["contacts"], DailyRollup.objects.get().r1) == (5, 4)


@pytest.mark.parametrize("deep", [100, 400, 700, 850, 900, 950, 1_000, 100_000])
def test_brackets_in_brackets_are_refused_and_never_an_error(deep):
    nested = "[" * deep + "]" * deep
    bodies = [
        json.dumps([event(data={"case": "DEEP"})]).replace('"DEEP"', nested),
        json.dumps([event(id="DEEP")]).replace('"DEEP"', nested),
    ]
    key = SourceKey.issue("crm")
    for body in bodies:
        assert send(body, key).status_code in {400, 422}
    assert not Event.objects.exists()


def test_a_body_that_is_too_large_is_refused_in_words():
    key = SourceKey.issue("crm")
    for size in (2_000_001, 3_000_000):
        response = send(json.dumps("x" * size), key)
        assert (response.status_code, response.json()["error"]) == (413, "Send at most 2 MB at once.")


def test_files_as_windows_programs_write_them_are_read_with_their_own_lines():
    day = timezone.localdate().isoformat()
    told = f'\r\n\r\nsep=;\r\n"Case\r\nRef";Date received;Category\r\nA-1;{day};Café\r\nA-2;never;\r\n'
    report = import_file("complaints", told.encode("utf-16"))
    assert (report.encoding, report.new) == ("utf-16", 1)
    assert [line for line, _why in report.rejected] == [7]
    assert Event.objects.get().data["topic"] == "Café"


def test_a_file_that_was_cut_off_within_a_letter_is_still_what_it_was():
    day = timezone.localdate().isoformat()
    content = f"reference,received,topic\nA-1,{day},Café\nA-2,{day},Caf".encode() + "é".encode()[:1]
    report = import_file("complaints", content)
    assert report.encoding == "utf-8"
    assert report.warning
    assert {data["topic"] for _kind, _subject, data in stored()} == {"Café", "Caf"}
    other = f"reference,received\nB-1,{day}\nB-2 caf".encode() + b"\xe9"
    assert import_file("complaints", other).encoding == "windows-1252"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'"reference,received\n' + b"A-1,2026-03-01\n" * 300, "headings cannot be read"),
        (b"x" * 200_000 + b",received\nA-1,2026-03-01\n", "headings cannot be read"),
        (b"\n \n\t\n", "empty"),
        (b"sep=,\n", "empty"),
    ],
)
def test_headings_that_nobody_can_read_are_told(content, words):
    with pytest.raises(TableError, match=words):
        import_file("complaints", content)


def test_a_count_of_any_length_and_a_channel_that_is_not_told():
    month = timezone.localdate().replace(day=1).isoformat()
    rows = [f"{month},{count},libraries" for count in ("9" * 5_000, "2147483648", "0" * 50 + "7", "²", "1.5")]
    report = import_file("volumes", "\n".join(["month,calls,service", *rows, ""]).encode())
    why = dict(report.rejected)
    assert "larger than 2,147,483,647" in why[2]
    assert "larger than 2,147,483,647" in why[3]
    assert list(why) == [2, 3, 5, 6]
    assert [(row.n, row.channel) for row in DailyRollup.objects.all()] == [(7, "phone")]


def test_contacts_by_people_who_ask_again_are_counted_and_no_part_is_more_than_the_whole():
    month = timezone.localdate().replace(day=1).isoformat()
    rows = [f"{month},phone,90,40,12", f"{month},post,9,40,1"]
    report = import_file("volumes", "\n".join(["month,channel,calls,avoidable,repeat contacts", *rows, ""]).encode())
    assert report.rejected == [(3, "avoidable is larger than contacts.")]
    assert [(row.n, row.r2, row.r4) for row in DailyRollup.objects.all()] == [(90, 40, 12)]
    rebuild()
    assert [(row.n, row.r2, row.r4) for row in DailyRollup.objects.all()] == [(90, 40, 12)]
    why = send(volume(1, contacts=5, answered=6), SourceKey.issue("crm")).json()["results"][0]["why"]
    assert why.endswith("answered is larger than contacts.")


def test_a_dry_run_that_finds_faults_says_that_nothing_is_stored(tmp_path):
    file = tmp_path / "complaints.csv"
    file.write_text(f"reference,received\nA-1,{timezone.localdate()}\nA-2,never\n")
    with pytest.raises(CommandError, match=r"1 rows were left out\. Nothing is stored yet\."):
        call_command("insight_import", "complaints", str(file), "--dry-run")
    assert not Event.objects.exists()
