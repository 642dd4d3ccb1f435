"""When a resident answers what we asked, the team hears of it, and the case and its story say so."""

import re

import pytest
from django.test import Client

from core.models import OutgoingMessage, Team
from forms.models import Submission
from forms.rights.copy import about_case
from forms.rights.erase import erase_case
from tests.forms.test_cases import ALL, act, mails, make_case, page_of, staff

pytestmark = pytest.mark.django_db
SECRET = "The green one, in Example Street."
TOLD = "forms.answered:"


@pytest.fixture
def case(version):
    return make_case(version)


@pytest.fixture
def officer(case):
    return staff("Olu", *ALL, team=Team.objects.get(name="Bins"))


def answer_last(text=SECRET):
    link = re.search(r"/forms/answer/\S+", mails("forms.question:")[-1].body)[0]
    assert "Thank you" in Client().post(link, {"answer": text}).text


def story(case):
    return [(event.status, event.public_text) for event in Submission.objects.get(pk=case.pk).events.all()]


def test_the_team_gets_one_mail_that_holds_nothing_of_the_answer(case, officer):
    act(officer, case, "ask", text="Which bin?")
    assert mails(TOLD) == []
    answer_last()
    answer_last("Another.")
    (mail,) = mails(TOLD)
    assert mail.to == "bins@example.org"
    assert mail.subject == f"The resident answered: {case.reference}"
    assert f"/admin/requests/{case.pk}/" in mail.body
    for personal in ("green", "Resident 0", "r0@example.org"):
        assert personal not in mail.subject + mail.body
    assert story(case)[-1] == ("in_progress", "You answered what we asked.")


def test_the_team_that_looks_after_it_now_is_told(case, officer):
    act(officer, case, "ask", text="Which bin?")
    Submission.objects.update(team=Team.objects.create(name="Parks", email="parks@example.org"))
    answer_last()
    assert [mail.to for mail in mails(TOLD)] == ["parks@example.org"]


def test_the_case_says_so_until_staff_go_on(case, officer):
    act(officer, case, "ask", text="Which bin?")
    assert not page_of(officer, case).find(id="answered")
    answer_last()
    assert "The resident answered what we asked" in page_of(officer, case).find(id="answered").text
    act(officer, case, "status", status="in_progress", public_text="The crew comes.")
    assert not page_of(officer, case).find(id="answered")


def test_each_of_two_answers_is_told_and_the_last_moves_it_on(case, officer):
    for question in ("Which bin?", "Which gate?"):
        act(officer, case, "ask", text=question)
    first, second = (re.search(r"/forms/answer/\S+", mail.body)[0] for mail in mails("forms.question:"))
    Client().post(first, {"answer": "One"})
    assert story(case)[-1] == ("need_info", "You answered what we asked.")
    Client().post(second, {"answer": "Two"})
    assert story(case)[-1] == ("in_progress", "You answered what we asked.")
    assert len(mails(TOLD)) == 2


def test_who_reported_the_same_does_not_read_that_they_answered(case, officer, version):
    other = make_case(version, 1, merged_into=case)
    act(officer, case, "ask", text="Which bin?")
    answer_last()
    assert story(other)[-1] == ("in_progress", "")


def test_the_mail_to_the_team_is_not_the_residents_and_goes_with_the_request(case, officer):
    act(officer, case, "ask", text="Which bin?")
    answer_last()
    assert [sent["subject"] for sent in about_case(case)["messages"]] == [
        f"We need something from you for your request {case.reference}"
    ]
    erase_case(case, "asked")
    assert OutgoingMessage.objects.get(idempotency_key__startswith=TOLD).erased_at
