"""Residents are told how their request goes on, and honestly when it is late, until they stop it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from forms.delivery.late import tell_late
from forms.delivery.receipt import follow_url
from forms.models import Submission
from forms.services import set_status


@pytest.fixture
def submission(resident):
    resident.start()
    resident.walk()
    resident.send()
    return Submission.objects.get()


def updates():
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="forms.update:").order_by("created_at")
    return [opened(row) for row in rows]


def make_late(submission):
    Submission.objects.filter(pk=submission.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    submission.refresh_from_db()


def test_each_step_of_the_story_is_sent_without_answers(submission):
    set_status(submission, "in_progress", public_text="A crew is on its way.")
    (mail,) = updates()
    assert mail.to == "zoe@example.org"
    assert submission.reference in mail.subject
    assert "A crew is on its way." in mail.body
    assert "A crew is on its way." in mail.html
    assert "/forms/follow/" in mail.body
    assert "Example Street" not in mail.body + mail.html
    assert "Zoë" not in mail.subject + mail.body + mail.html


def test_opening_the_link_stops_nothing_and_pressing_the_button_does(submission):
    set_status(submission, "in_progress")
    link = re.search(r"/forms/updates/\S+", updates()[0].body)[0]
    page = Client().get(link)
    assert page.status_code == 200
    assert b"Stop the emails" in page.content
    assert not page.cookies
    for _again in range(2):
        assert b"We will not send you more emails" in Client().post(link).content
    set_status(Submission.objects.get(), "closed")
    assert len(updates()) == 1
    assert Client().get("/forms/updates/forged").status_code == 404


def test_a_late_request_gets_one_honest_word(submission):
    make_late(submission)
    assert [tell_late(), tell_late()] == [1, 0]
    (mail,) = updates()
    assert "This is late. We are sorry." in mail.body
    assert "Call us." in mail.body
    assert submission.events.last().source == "clock"


def test_what_is_done_or_not_due_yet_is_not_late(submission):
    assert tell_late() == 0
    set_status(submission, "closed")
    make_late(submission)
    assert tell_late() == 0


def test_without_an_address_the_story_goes_on(submission):
    submission.sealed = b""
    submission.save()
    set_status(submission, "in_progress")
    assert updates() == []
    assert submission.events.count() == 2


def test_the_link_of_a_receipt_ends_28_days_after_closing(submission):
    address = follow_url(submission)
    set_status(submission, "closed")
    for days, status in ((27, 200), (29, 410)):
        Submission.objects.update(closed_at=timezone.now() - timedelta(days=days))
        submission.events.update(at=timezone.now() - timedelta(days=days))
        assert Client().get(address).status_code == status
    assert b"The link has ended" in Client().get(address).content


def test_who_decides_in_time_and_closes_later_has_kept_the_promise_and_the_link_opens(submission):
    set_status(submission, "decided", public_text="We say yes.")
    decided = timezone.now() - timedelta(days=40)
    Submission.objects.update(closed_at=decided)
    submission.events.update(at=decided)
    assert Client().get(follow_url(submission)).status_code == 410
    set_status(submission, "closed", public_text="It is built.")
    submission.refresh_from_db()
    assert submission.closed_at == decided
    assert "It is built." in Client().get(follow_url(submission)).text, "the message about it holds this link"
    set_status(submission, "in_progress")
    set_status(submission, "closed")
    submission.refresh_from_db()
    assert submission.closed_at > decided, "what was opened again ended again"
