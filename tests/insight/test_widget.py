"""A resident rates a page: no script, no cookie, from a page that any cache may keep."""

import re
import time
from html import unescape

import pytest
from django.db import DatabaseError
from django.template import engines
from django.test import Client

from insight.models import Comment, DailyRollup, Event
from insight.types import Subject
from insight.widget import drawing, tokens

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


def fields(html):
    """Return the hidden fields of a drawn form."""
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html)}


@pytest.fixture
def client():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def widget(bins):
    return fields(drawing.feedback_widget(bins))


def post(client, path, data, **headers):
    return client.post(path, data, headers=headers or SAME)


def test_one_press_stores_the_rating_and_asks_for_a_comment(client, bins, widget):
    response = post(client, "/feedback/", {**widget, "useful": "no"})
    assert response.status_code == 303
    assert response["Location"].startswith("/feedback/comment/?rating=")
    assert "no-store" in response["Cache-Control"]
    event = Event.objects.get()
    assert (event.standing, event.service) == ("counted", "bins-and-recycling")
    assert event.subject == f"page:{bins.translation_key}"
    assert event.data["value"] == 1
    row = DailyRollup.objects.get()
    assert (row.n, row.r1, row.r2, row.question, row.locale) == (1, 1, 0, "page-useful/1", "en")
    assert "cookie" not in {name.lower() for name in response.headers}
    assert not response.cookies


def test_the_widget_asks_nothing_of_the_device(bins):
    html = drawing.feedback_widget(bins)
    assert "csrf" not in html
    assert "<script" not in html
    assert 'action="/feedback/"' in html
    assert html == drawing.feedback_widget(bins)  # the bytes stay, so that caches and ETags work
    label = re.search(r'<label for="(homepage-\w+)">', html)
    assert label
    assert f'id="{label[1]}"' in html


def test_the_comment_hangs_on_its_rating_and_holds_no_personal_data(client, widget):
    location = post(client, "/feedback/", {**widget, "useful": "no"})["Location"]
    page = client.get(location)
    assert page.status_code == 200
    assert "What went wrong" in page.content.decode()
    assert "Do not include personal information" in page.content.decode()
    sent = {**fields(page.content.decode()), "comment": "Ring 07700 900123, the button does nothing"}
    response = post(client, "/feedback/comment/", sent)
    assert response.status_code == 303
    comment = Comment.objects.get()
    assert comment.text == "Ring [phone], the button does nothing"
    assert comment.pii_found == ["phone"]
    assert comment.rating_id == Event.objects.get(type__contains=".rating.").event_id
    assert (comment.value, comment.standing, comment.question) == (1, "counted", "page-useful/1")
    assert "900123" not in str(list(Event.objects.values_list("data", flat=True)))
    thanks = client.get(response["Location"])
    assert "Report a missed bin" in thanks.content.decode()
    post(client, "/feedback/comment/", sent)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("text", ["", "   \r\n ", "x" * 1251])
def test_a_blank_or_long_comment_comes_back_with_its_text(client, widget, text):
    location = post(client, "/feedback/", {**widget, "useful": "yes"})["Location"]
    sent = fields(client.get(location).content.decode())
    response = post(client, "/feedback/comment/", {**sent, "comment": text})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert text.strip() in response.content.decode()
    assert not Comment.objects.exists()
    assert Event.objects.count() == 1
    if text.strip():
        assert "1,251" in response.content.decode()
    again = post(client, "/feedback/comment/", {**fields(response.content.decode()), "comment": "y" * 1250})
    assert again.status_code == 303
    assert Comment.objects.get().rating_id == Event.objects.order_by("number").first().event_id


def test_no_answer_asks_again_and_keeps_the_comment(client, widget):
    response = post(client, "/feedback/", {**widget, "useful": "perhaps", "comment": "<b>My words</b>"})
    assert response.status_code == 422
    html = response.content.decode()
    assert "&lt;b&gt;My words&lt;/b&gt;" in html
    assert "Choose yes or no" in html
    assert 'href="#useful"' in html
    assert not Event.objects.exists()


def test_get_shows_the_full_page_and_stores_nothing(client, home, widget):
    response = client.get("/feedback/", {"useful": "yes", "page": widget["page"]})
    assert response.status_code == 200
    assert "Report a missed bin" in response.content.decode()
    assert not Event.objects.exists()
    sent = {**fields(response.content.decode()), "useful": "yes", "comment": "Clear and quick."}
    assert post(client, "/feedback/", sent)["Location"].startswith("/feedback/thanks/")
    assert Comment.objects.get().text == "Clear and quick."
    assert Event.objects.get(type__contains=".rating.").standing == "counted"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Origin": "http://testserver"}, 303),
    ],
)
def test_another_website_cannot_vote_for_its_readers(client, widget, headers, status):
    response = post(client, "/feedback/", {**widget, "useful": "no"}, **headers)
    assert response.status_code == status
    assert Event.objects.count() == (status == 303)
    if status == 403:
        assert "another website" in response.content.decode()


def test_a_browser_that_says_nothing_is_kept_as_suspect(client, widget):
    assert client.post("/feedback/", {**widget, "useful": "no"}).status_code == 303
    assert Event.objects.get().standing == "suspect"
    assert DailyRollup.objects.get().standing == "suspect"


@pytest.mark.parametrize("change", [{"proof": ""}, {"proof": "forged:x"}, {"page": "not-a-page"}])
def test_an_altered_form_is_kept_as_suspect(client, widget, change):
    assert post(client, "/feedback/", {**widget, **change, "useful": "yes"}).status_code == 303
    assert Event.objects.get().standing == "suspect"


def test_an_old_page_is_kept_as_suspect(client, widget, monkeypatch):
    later = time.time() + 8 * 24 * 3600
    monkeypatch.setattr(tokens.time, "time", lambda: later)
    assert post(client, "/feedback/", {**widget, "useful": "yes"}).status_code == 303
    assert Event.objects.get().standing == "suspect"


def test_an_unknown_page_is_kept_as_unknown(client, home, widget):
    page = "7b0a2b86-9a53-4f0e-8d5c-0a2f4a1d9c11"
    post(client, "/feedback/", {"page": page, "proof": tokens.render_proof(page, None), "useful": "yes"})
    event = Event.objects.get()
    assert (event.data["page"], event.standing) == ("unknown", "suspect")


def test_a_robot_gets_the_usual_answer_and_counts_nowhere(client, widget):
    response = post(client, "/feedback/", {**widget, "useful": "yes", "homepage": "https://spam.example"})
    assert response.status_code == 303
    assert Event.objects.get().standing == "spam"
    assert not DailyRollup.objects.exists()


def test_the_same_answer_within_five_minutes_is_a_duplicate_and_never_refused(client, widget):
    standings = []
    for useful in ["no", "no", "yes", "no"]:
        assert post(client, "/feedback/", {**widget, "useful": useful}).status_code == 303
        standings.append(Event.objects.order_by("-number").first().standing)
    assert standings == ["counted", "duplicate", "counted", "duplicate"]
    assert sum(DailyRollup.objects.values_list("n", flat=True)) == 2


def test_an_expired_rating_token_keeps_the_comment_without_the_link(client, widget, monkeypatch):
    location = post(client, "/feedback/", {**widget, "useful": "no"})["Location"]
    sent = fields(client.get(location).content.decode())
    later = time.time() + 3700
    monkeypatch.setattr(tokens.time, "time", lambda: later)
    assert post(client, "/feedback/comment/", {**sent, "comment": "Late words"}).status_code == 303
    comment = Comment.objects.get()
    assert (comment.rating_id, comment.standing, comment.text) == ("", "suspect", "Late words")
    assert comment.page == widget["page"]


def test_report_a_problem_leads_to_the_comment_page(client, bins):
    link = re.search(r'href="([^"]+)">Report a problem', drawing.feedback_widget(bins))[1]
    html = client.get(unescape(link)).content.decode()
    assert "What is wrong with this page?" in html
    assert post(client, "/feedback/comment/", {**fields(html), "comment": "The link is dead"}).status_code == 303
    comment = Comment.objects.get()
    assert (comment.standing, comment.question, comment.service) == (
        "counted",
        "page-problem/1",
        "bins-and-recycling",
    )


def test_the_language_of_the_address_is_kept(client, bins, widget):
    response = post(client, "/ur/feedback/", {**widget, "useful": "yes"})
    assert response["Location"].startswith("/ur/feedback/comment/")
    assert Event.objects.get().data["locale"] == "ur"
    html = client.get(response["Location"]).content.decode()
    assert 'dir="rtl"' in html


@pytest.mark.parametrize(
    "path",
    [
        "/feedback/",
        "/feedback/comment/",
        "/feedback/thanks/",
        "/feedback/comment/?page=x&rating=y",
    ],
)
def test_pages_set_no_cookie_and_vary_on_none(client, home, path):
    response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "no-store" in response["Cache-Control"]


def test_broken_utf8_overrides_and_emoji_are_no_error(client, widget):
    location = post(client, "/feedback/", {**widget, "useful": "no"})["Location"]
    sent = fields(client.get(location).content.decode())
    body = "&".join(f"{name}={value}" for name, value in sent.items()).encode()
    body += b"&comment=caf%E9 %E2%80%AE\xf0\x9f\x98\x80 %D8%B4%DA%A9%D8%B1%DB%8C%DB%81"
    response = client.post("/feedback/comment/", body, content_type="application/x-www-form-urlencoded", headers=SAME)
    assert response.status_code == 303
    assert "\u202e" not in Comment.objects.get().text
    assert "شکریہ" in Comment.objects.get().text


def test_an_answer_that_cannot_be_kept_is_said_so_with_its_words(client, widget, monkeypatch):
    location = post(client, "/feedback/", {**widget, "useful": "no"})["Location"]
    sent = fields(client.get(location).content.decode())

    def full(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("insight.recording.rollup.add", full)
    response = post(client, "/feedback/comment/", {**sent, "comment": "My words"})
    assert response.status_code == 503
    assert "My words" in response.content.decode()
    assert not Comment.objects.exists()
    assert post(client, "/feedback/", {**widget, "useful": "yes"}).status_code == 503
    assert Event.objects.count() == 1


def test_a_page_draws_both_questions_as_html(bins):
    env = next(engine for engine in engines.all() if hasattr(engine, "env")).env
    html = env.from_string("{{ feedback_widget(page) }}{{ form_feedback(form, 'x') }}").render(
        page=bins, form=Subject("form", "missed-bin:3")
    )
    assert '<button type="submit"' in html
    assert 'type="radio"' in html
    assert "&lt;" not in html
