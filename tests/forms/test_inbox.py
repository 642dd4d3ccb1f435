"""Staff read requests by permission, every look is written down, and advisers fill forms in for callers."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client

from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage, User
from core.services import sweep_outbox
from forms.models import Draft, StatusEvent, Submission
from tests.forms.conftest import WALK, Resident


@pytest.fixture
def submission(resident):
    resident.start()
    resident.walk()
    resident.send()
    return Submission.objects.get()


def staff(*codenames):
    user = User.objects.create_user("-".join(codenames) or "nobody", password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "see_every_team", *codenames]))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.mark.parametrize("address", ["/admin/requests/", "/admin/requests/{pk}/"])
def test_only_readers_read(submission, address):
    address = address.format(pk=submission.pk)
    assert Client().get(address)["Location"].startswith("/admin/login/")
    for codenames in [(), ("assist",), ("change_submission",)]:
        refused = staff(*codenames).get(address)
        assert refused.status_code in {302, 403}
        assert "Zoë" not in refused.content.decode()
    assert staff("view_submission").get(address).status_code == 200


def test_reading_shows_labels_and_is_written_down(submission):
    reader = staff("view_submission")
    page = BeautifulSoup(reader.get(f"/admin/requests/{submission.pk}/").content, "html.parser")
    assert "Which bin did we miss?" in page.text
    assert "Green bin: rubbish" in page.text
    assert "1 Example Street" in page.text
    event = AuditEvent.objects.filter(verb="submission.read").get()
    assert event.actor == reader.user
    assert not page.select("main form[method=post]")


def test_the_list_finds_by_reference_and_shows_no_answers(submission):
    reader = staff("view_submission")
    html = reader.get("/admin/requests/", {"q": submission.spaced_reference}).content.decode()
    assert submission.spaced_reference in html
    assert "Zoë" not in html
    assert "There are no requests here" in reader.get("/admin/requests/", {"q": "2222"}).content.decode()


def test_an_officer_moves_a_request_on_and_the_resident_sees_the_words(submission):
    officer = staff("view_submission", "change_submission")
    address = f"/admin/requests/{submission.pk}/status/"
    assert officer.post(address, {"status-status": "nonsense"}).status_code == 422
    told = {"status-status": "closed", "status-public_text": "Your bin is empty."}
    assert officer.post(address, told).status_code == 302
    submission.refresh_from_db()
    assert submission.closed_at is not None
    event = StatusEvent.objects.last()
    assert (event.public_text, event.staff, event.source) == ("Your bin is empty.", officer.user, "staff")


def test_reading_is_not_moving_on(submission):
    reader = staff("view_submission")
    told = {"status-status": "closed"}
    assert reader.post(f"/admin/requests/{submission.pk}/status/", told).status_code in {302, 403}
    submission.refresh_from_db()
    assert submission.status == "received"


def test_the_team_is_told_once_without_personal_data(submission):
    sweep_outbox()
    sweep_outbox()
    told = [
        opened(row) for row in OutgoingMessage.objects.filter(idempotency_key__startswith="forms.team", erased_at=None)
    ]
    assert len(told) == 1
    assert told[0].to == "bins@example.org"
    words = told[0].subject + told[0].body
    assert submission.spaced_reference in words
    assert "Zoë" not in words
    assert "Example Street" not in words


def test_an_adviser_fills_the_form_in_for_a_caller(version):
    adviser = staff("assist")
    page = BeautifulSoup(adviser.get("/forms/report-a-missed-bin/start").content, "html.parser")
    assert [box["value"] for box in page.select("input[name=channel]")] == ["web", "phone", "face", "paper"]
    resident = Resident(adviser)
    base = resident.start(channel="phone")
    step = BeautifulSoup(adviser.get(f"{base}/which-bin").content, "html.parser")
    assert "for somebody else" in step.text
    resident.walk(WALK)
    resident.send()
    submission = Submission.objects.get()
    assert (submission.channel, submission.staff) == ("phone", adviser.user)


def test_residents_cannot_pretend_to_be_advisers(client, version):
    assert client.post("/forms/report-a-missed-bin/start", {"channel": "phone"}).status_code == 403
    assert not Draft.objects.exists()
