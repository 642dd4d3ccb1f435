"""Look a request up again, come back to a form, and what a link is worth."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from forms.models import Draft, Submission
from forms.services import erase_due, find_submission, set_status
from tests.forms.conftest import WALK


@pytest.fixture
def submission(resident):
    resident.start()
    resident.walk()
    resident.send()
    return Submission.objects.get()


def look_up(reference, contact):
    return Client().post("/forms/my-request/", {"reference": reference, "contact": contact})


def test_reference_and_contact_together_open_the_story(submission):
    set_status(submission, "in_progress", public_text="The crew is on its way.")
    reference = f" {submission.spaced_reference.lower()} "
    response = look_up(reference, "ZOE@example.org")
    assert response.status_code == 302
    page = BeautifulSoup(Client().get(response["Location"]).content, "html.parser")
    assert page.h1.text == "We are working on it"
    assert "The crew is on its way." in page.text
    assert "Example Street" not in page.text
    assert "zoe@example.org" not in page.text


def test_wrong_and_unknown_get_the_same_answer(submission):
    wrong = look_up(submission.reference, "stranger@example.org")
    unknown = look_up("2222222222", "stranger@example.org")
    assert wrong.status_code == unknown.status_code == 422
    summary = [
        BeautifulSoup(r.content, "html.parser").select_one(".govuk-error-summary").text for r in (wrong, unknown)
    ]
    assert summary[0] == summary[1]


@pytest.mark.parametrize("contact", ["", "nobody", "stranger@example.org", "01632 960002", "=1+1"])
def test_a_reference_alone_opens_nothing(submission, contact):
    assert find_submission(submission.reference, contact) is None


def test_guessing_is_stopped_with_429(submission):
    answers = [look_up("2222222222", "a@example.org").status_code for _ in range(12)]
    assert answers[-1] == 429


def test_a_changed_receipt_link_is_a_helpful_404(submission, client):
    response = client.get("/forms/done/forged")
    assert response.status_code == 404
    assert "/forms/my-request/" in response.content.decode()


def test_a_late_request_says_so(submission, client):
    Submission.objects.update(due_on=timezone.localdate().replace(year=2020))
    response = look_up(submission.reference, "zoe@example.org")
    assert "This is late" in client.get(response["Location"]).content.decode()


def test_the_receipt_mail_has_reference_and_link_and_no_personal_data_in_its_subject(submission):
    message = opened(OutgoingMessage.objects.get(idempotency_key=f"forms.receipt:{submission.pk}"))
    assert message.to == "zoe@example.org"
    assert message.subject == f"We have your request {submission.reference}"
    assert submission.spaced_reference in message.body
    link = re.search(r"http://\S+(/forms/follow/\S+)", message.body)[1]
    assert Client().get(link).status_code == 200
    assert "Example Street" not in message.body + message.html


def test_a_return_link_shows_a_button_works_once_and_moves_the_draft(resident):
    base = resident.start()
    resident.walk(WALK[:2])
    assert resident.client.post(f"{base}/save", {"email": "no address"}).status_code == 422
    assert resident.client.post(f"{base}/save", {"email": "zoe@example.org"}).status_code == 200
    link = re.search(r"http://[^/]+(/forms/return/\S+)", opened(OutgoingMessage.objects.get()).body)[1]
    phone = Client()
    scanner = [phone.get(link).status_code for _ in range(3)]
    assert scanner == [200, 200, 200]
    assert phone.post(link)["Location"] == f"{base}/photo"
    assert phone.get(f"{base}/photo").status_code == 200
    assert resident.client.get(f"{base}/photo").status_code == 404
    assert Client().post(link).status_code == 410


def test_a_new_link_stops_the_old_one(resident):
    base = resident.start()
    for _ in range(2):
        resident.client.post(f"{base}/save", {"email": "zoe@example.org"})
    links = [
        re.search(r"http://[^/]+(/forms/return/\S+)", opened(row).body)[1]
        for row in OutgoingMessage.objects.order_by("created_at")
    ]
    assert [Client().get(link).status_code for link in links] == [410, 200]


def test_a_used_link_offers_a_new_one_to_the_address_that_it_went_to(resident):
    base = resident.start()
    resident.client.post(f"{base}/save", {"email": "zoe@example.org"})
    old = _links()[0]
    Client().post(old)
    used = Client().get(old)
    assert used.status_code == 410
    assert "zoe@example.org" not in used.text
    assert Client().post(old, {"renew": "yes"}).status_code == 200
    assert opened(OutgoingMessage.objects.latest("created_at")).to == "zoe@example.org"
    assert Client().post(_links()[1])["Location"] == f"{base}/which-bin"


def test_a_link_to_a_draft_that_ran_out_leads_to_a_fresh_start(resident):
    resident.client.post(f"{resident.start()}/save", {"email": "zoe@example.org"})
    Draft.objects.update(expires_at=timezone.now())
    response = Client().get(_links()[0])
    assert response.status_code == 410
    assert "/forms/report-a-missed-bin/start" in response.text


def _links():
    rows = OutgoingMessage.objects.order_by("created_at")
    return [re.search(r"http://[^/]+(/forms/return/\S+)", opened(row).body)[1] for row in rows]


def test_erasure_forgets_answers_and_keeps_the_count(submission):
    set_status(submission, "closed")
    assert erase_due() == 0
    Submission.objects.update(closed_at=timezone.now() - timedelta(days=366))
    assert erase_due() == 1
    submission.refresh_from_db()
    assert submission.open_content() == {}
    assert (submission.email_hash, submission.reference != "") == ("", True)
    assert find_submission(submission.reference, "zoe@example.org") is None


def test_unfinished_drafts_are_deleted_after_their_time(resident):
    resident.start()
    Draft.objects.update(expires_at=timezone.now())
    assert erase_due() == 1
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_a_reference_that_is_far_too_long_is_answered_in_plain_words(client):
    response = client.post("/forms/my-request/", {"reference": "x" * 5000, "contact": "rose@example.org"})
    assert response.status_code == 422
    assert "Enter your reference." in response.text
    assert "Ensure this value" not in response.text
