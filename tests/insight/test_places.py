"""Answers on the spot and by hand: kiosk, QR code, phone, counter and paper, one question and one store."""

import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from core.models import User
from insight.models import Comment, DailyRollup, Event, Place

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def place(home):
    return Place.objects.create(name="Rose Hill library", slug="rose-hill-library", service="libraries")


@pytest.fixture
def staff(client, home):
    user = User.objects.create_user("adviser", "adviser@example.org", "a-long-password-for-tests")
    for codename in ("access_admin", "add_importbatch", "view_place"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(user)
    return client


def fields(html):
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', html)}


def press(path, data, **headers):
    return Client(enforce_csrf_checks=True).post(path, data, headers=headers or SAME)


def test_a_kiosk_takes_one_press_after_the_other_from_one_address(place):
    page = Client().get("/feedback/kiosk/rose-hill-library/")
    assert not page.cookies
    assert page.content.decode().count("wm-kiosk__button") == 5
    sent = fields(page.content.decode())
    for value in ("5", "4", "1"):
        answer = press("/feedback/kiosk/rose-hill-library/", {**sent, "satisfaction": value})
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Thank you. Your answer is saved." in answer.content.decode()
    press("/feedback/kiosk/rose-hill-library/", {**sent, "satisfaction": "1"})
    assert [event.standing for event in Event.objects.order_by("number")] == ["counted"] * 3 + ["duplicate"]
    event = Event.objects.order_by("number").first()
    assert (event.subject, event.service, event.data["channel"]) == ("service:libraries", "libraries", "kiosk")
    assert press("/feedback/kiosk/rose-hill-library/", sent).status_code == 422
    assert press("/feedback/kiosk/elsewhere/", sent).status_code == 404


def test_a_qr_codes_page_keeps_the_comment_and_scrubs_it(place):
    page = Client().get("/ar/feedback/place/rose-hill-library/").content.decode()
    assert 'dir="rtl"' in page
    sent = {**fields(page), "comment": "Ring 07700 900123"}
    again = press("/feedback/place/rose-hill-library/", sent)
    assert again.status_code == 422
    assert "07700 900123" in again.content.decode()
    assert press("/feedback/place/rose-hill-library/", {**sent, "satisfaction": "2"}).status_code == 303
    assert Comment.objects.get().text == "Ring [phone]"
    assert (Comment.objects.get().channel, Comment.objects.get().subject) == ("qr", "service:libraries")
    assert press("/feedback/place/rose-hill-library/", sent, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_an_answer_without_the_places_own_proof_is_kept_apart(place):
    Place.objects.create(name="Town Hall", slug="town-hall", service="town-hall")
    sent = fields(Client().get("/feedback/kiosk/town-hall/").content.decode())
    press("/feedback/kiosk/rose-hill-library/", {**sent, "satisfaction": "5"})
    assert Event.objects.get().standing == "suspect"


def entry(**change):
    slips = {"slip-TOTAL_FORMS": "3", "slip-INITIAL_FORMS": "0"}
    day = timezone.localdate() - timedelta(days=2)
    return {
        "channel": "paper", "service": "council-tax", "day": day.isoformat(), "batch": str(uuid.uuid4()), **slips,
        "slip-0-value": "5", "slip-0-comment": "My name is Jane Doe", "slip-1-value": "1", "slip-2-value": "", **change,
    }  # fmt: skip


def test_staff_enter_a_pile_of_paper_once_however_often_they_press(staff):
    assert "Enter answers" in staff.get("/admin/insight/answers/").content.decode()
    sent = entry()
    assert staff.post("/admin/insight/answers/", sent).status_code == 302
    assert staff.post("/admin/insight/answers/", sent).status_code == 302
    rows = DailyRollup.objects.filter(question="visit-end/1")
    assert [(row.n, row.r1, row.r5, row.channel, row.service) for row in rows] == [(2, 1, 1, "paper", "council-tax")]
    assert rows.get().day == timezone.localdate() - timedelta(days=2)
    assert Comment.objects.get().text == "My name is [name]"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": (timezone.localdate() + timedelta(days=1)).isoformat()}, "still to come"),
        ({"day": "2001-01-01"}, "more than three months ago"),
        ({"service": "Council Tax!"}, "valid"),
        ({"slip-2-comment": "Kept words"}, "Choose how satisfied this person was"),
    ],
)
def test_a_faulty_entry_stores_nothing_and_keeps_what_was_typed(staff, change, words):
    response = staff.post("/admin/insight/answers/", entry(**change))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "My name is Jane Doe" in response.content.decode()
    assert not Event.objects.exists()


def test_only_those_who_may_enter_answers(client, home):
    user = User.objects.create_user("reader", "reader@example.org", "a-long-password-for-tests")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get("/admin/insight/answers/").status_code == 302
    assert client.post("/admin/insight/answers/", entry()).status_code == 302
    assert not Event.objects.exists()


def test_a_place_has_a_code_to_print(staff, place):
    response = staff.get(f"/admin/insight/places/{place.pk}/code.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.content


def test_an_entry_that_claims_endless_slips_is_answered_soon(staff):
    response = staff.post("/admin/insight/answers/", entry(**{"slip-TOTAL_FORMS": "100000"}))
    assert response.status_code == 422
    assert response.content.decode().count('role="group"') <= 50


def test_an_entry_that_comes_back_changed_is_not_said_to_be_stored(staff):
    """The Back button shows the old screen with its number: what is typed there would be taken for stored."""
    sent = entry()
    staff.post("/admin/insight/answers/", sent)
    again = {**sent, "slip-0-value": "1", "slip-0-comment": "Another person", "slip-2-value": "3"}
    html = staff.post("/admin/insight/answers/", again, follow=True).content.decode()
    assert "1 answer is stored." in html
    assert "2 answers of this entry were stored before and stay as they were." in html
    assert DailyRollup.objects.get(question="visit-end/1").n == 3
    assert [comment.text for comment in Comment.objects.all()] == ["My name is [name]"]
    html = staff.post("/admin/insight/answers/", again, follow=True).content.decode()
    assert "are stored." not in html
    assert "3 answers of this entry were stored before" in html


def test_an_entry_that_cannot_be_stored_comes_back_and_is_whole_on_the_next_press(staff, monkeypatch):
    sent = entry()
    with monkeypatch.context() as broken:
        broken.setattr("insight.entry.views.add_comment", lambda *_words: "")
        response = staff.post("/admin/insight/answers/", sent)
    assert response.status_code == 503
    html = response.content.decode()
    assert "1 answer could not be stored." in html
    assert "My name is Jane Doe" in html
    assert DailyRollup.objects.get(question="visit-end/1").n == 1
    html = staff.post("/admin/insight/answers/", sent, follow=True).content.decode()
    assert "1 answer is stored." in html
    assert DailyRollup.objects.get(question="visit-end/1").n == 2
    assert Comment.objects.get().text == "My name is [name]"
