"""The question on a form's confirmation page: five points, verified once by the finished form."""

import re
from html import unescape

import pytest

from insight import questions
from insight.models import Comment, DailyRollup, Event
from insight.types import Question, Subject
from insight.widget import tokens
from insight.widget.drawing import form_feedback

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def drawn(home):
    return form_feedback(Subject("form", "missed-bin:3", "bins-and-recycling"), "WM7K 4R9T C2", "phone")


@pytest.fixture
def proof(drawn):
    return unescape(re.search(r'name="proof" value="([^"]+)"', drawn)[1])


def test_answers_stand_in_the_fixed_order_and_nothing_of_the_form_leaks(drawn):
    assert re.findall(r'name="satisfaction" type="radio" value="(\d)"', drawn) == ["5", "4", "3", "2", "1"]
    assert drawn.index("Very satisfied") < drawn.index("Neither") < drawn.index("Very dissatisfied")
    assert "WM7K" not in drawn
    assert "How could we improve this service?" in drawn


def test_rating_and_comment_are_stored_in_one_go_as_verified(client, proof):
    sent = {"proof": proof, "satisfaction": "4", "comment": "Ask for the street first."}
    response = client.post("/feedback/form/", sent, headers=SAME)
    assert (response.status_code, response["Location"]) == (303, "/feedback/thanks/")
    row = DailyRollup.objects.get(question="form-end/1")
    assert (row.standing, row.subject, row.r4, row.n) == ("verified", "form:missed-bin:3", 1, 1)
    assert (row.service, row.channel) == ("bins-and-recycling", "phone")
    assert (Comment.objects.get().value, Comment.objects.get().service) == (4, "bins-and-recycling")
    assert not response.cookies


def test_a_finished_form_counts_once(client, proof):
    for value in ("5", "1", "5"):
        response = client.post("/feedback/form/", {"proof": proof, "satisfaction": value}, headers=SAME)
        assert response.status_code == 303
    assert Event.objects.count() == 1
    assert DailyRollup.objects.get().r5 == 1
    assert DailyRollup.objects.get().n == 1


def test_only_the_rating_is_needed_and_without_it_the_comment_is_kept(client, proof):
    response = client.post("/feedback/form/", {"proof": proof, "comment": "My words"}, headers=SAME)
    assert response.status_code == 422
    html = response.content.decode()
    assert "My words" in html
    assert 'href="#satisfaction"' in html
    assert not Event.objects.exists()
    assert client.post("/feedback/form/", {"proof": proof, "satisfaction": "2"}, headers=SAME).status_code == 303


def test_a_long_comment_keeps_the_rating_and_comes_back(client, proof):
    sent = {"proof": proof, "satisfaction": "1", "comment": "z" * 1300}
    response = client.post("/feedback/form/", sent, headers=SAME)
    assert response.status_code == 422
    assert "z" * 1300 in response.content.decode()
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("headers", "extra", "standing"),
    [
        (SAME, {"homepage": "x"}, "spam"),
        ({"Accept": "text/html"}, {}, "suspect"),
        (SAME, {"proof": "made-up"}, "suspect"),
    ],
)
def test_what_is_not_proven_is_not_verified_and_uses_up_nothing(client, proof, headers, extra, standing):
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "1", **extra}, headers=headers)
    assert Event.objects.get().standing == standing
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "5"}, headers=SAME)
    assert DailyRollup.objects.get(standing="verified").r5 == 1


def test_who_read_the_old_wording_answers_the_old_question(client, proof, monkeypatch):
    newer = Question("form-end", 2, "csat5")
    monkeypatch.setattr(tokens, "FORM_END", newer)
    monkeypatch.setitem(questions._KNOWN, "form-end", newer)
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "4"}, headers=SAME)
    drawn = form_feedback(Subject("form", "missed-bin:3"), "another")
    after = unescape(re.search(r'name="proof" value="([^"]+)"', drawn)[1])
    client.post("/feedback/form/", {"proof": after, "satisfaction": "2"}, headers=SAME)
    assert set(DailyRollup.objects.values_list("question", "r2", "r4")) == {("form-end/1", 0, 1), ("form-end/2", 1, 0)}
