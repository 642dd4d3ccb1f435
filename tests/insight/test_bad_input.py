"""What is thrown at the store on purpose or by accident: it keeps what is true, loses nothing and never falls over."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core.models import User
from insight.dashboards.pages import rated
from insight.models import Comment, DailyRollup, Event
from insight.performance import figures
from insight.recording.rebuild import rebuild
from insight.recording.store import Fact, record
from insight.reports.queries import page_feedback
from insight.retention import retain
from insight.services import Subject, record_rating
from insight.widget import bucket
from insight.widget.tokens import rating_token, render_proof

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


def press(page, value="yes"):
    key = str(page.translation_key)
    data = {"page": key, "proof": render_proof(key, None), "useful": value}
    return Client().post("/feedback/", data, headers=SAME)


def rate(page, *, service="bins-and-recycling", **more):
    subject = Subject("page", str(page.translation_key), service)
    return record_rating(value=2, scale="useful2", subject=subject, question_id="page-useful", locale="en", **more)


def test_a_flood_from_one_address_is_kept_outside_the_public_figures(rf):
    """A library's shared address is never refused; the flood is bounded by day, whatever its size."""
    request = rf.post("/feedback/")
    standings = [bucket.standing_of(request, "page:x", number, repeat=0, limit=100) for number in range(1_000)]
    assert standings.count("counted") == 100
    assert set(standings[100:]) == {"suspect"}


def test_a_comment_of_a_megabyte_is_refused_in_words_and_the_store_stays_empty(bins):
    response = Client().post(
        "/feedback/comment/", {"page": str(bins.translation_key), "comment": "ä" * 1_000_000}, headers=SAME
    )
    assert response.status_code in {413, 422}
    assert not Comment.objects.exists()
    assert not Event.objects.exists()


def test_events_out_of_order_count_on_their_own_day():
    now = timezone.now()
    for days in (1, 40, 3, 40, 0):
        data = {"query_scrubbed": "bins", "results": 1, "locale": "en", "channel": "web"}
        record(Fact("search", "/search", "search:site", data, time=now - timedelta(days=days)))
    counts = [row.n for row in DailyRollup.objects.order_by("day")]
    assert counts == [2, 1, 1, 1]
    before = list(DailyRollup.objects.order_by("day").values_list("day", "n"))
    rebuild()
    assert list(DailyRollup.objects.order_by("day").values_list("day", "n")) == before


def test_a_service_that_is_renamed_takes_its_history_along(bins, django_capture_on_commit_callbacks):
    for _ in range(30):
        rate(bins)
    area = bins.get_parent()
    with django_capture_on_commit_callbacks(execute=True):
        area.slug = "waste"
        area.save()
    for _ in range(31):
        rate(bins, service="waste")
    assert {row.name: row.score.n for row in figures.by_service()} == {"waste": 61}


def test_a_page_that_is_deleted_leaves_its_answers_in_the_figures(bins, client):
    for _ in range(30):
        rate(bins)
    Page.objects.get(pk=bins.pk).delete()
    assert figures.by_service()[0].score.n == 30
    client.force_login(User.objects.create_superuser("boss", password="x"))
    html = client.get(reverse("insight_report")).content.decode()
    assert "Report a missed bin (deleted on" in html
    assert client.get(reverse("insight_service", args=["bins-and-recycling"])).status_code == 200


def test_a_rating_sent_for_a_page_that_was_just_deleted_is_kept_as_unknown(bins):
    key_of = bins.translation_key
    page = Page.objects.get(pk=bins.pk)
    page.delete()
    page.translation_key = key_of
    assert press(page).status_code == 303
    assert Event.objects.get().data["page"] == "unknown"


def test_a_page_key_of_any_length_is_answered_like_an_unknown_one(client, home):
    sent = {"page": "x" * 100_000, "useful": "yes"}
    response = client.post("/feedback/", sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 303
    assert len(response["Location"]) < 300
    assert Event.objects.get().data["page"] == "unknown"


@pytest.mark.parametrize("origin", ["http://[", "null", "http://elsewhere.example", "javascript:x"])
def test_an_origin_that_is_none_of_ours_is_refused_and_never_an_error(bins, origin):
    data = {"page": str(bins.translation_key), "useful": "yes"}
    assert Client().post("/feedback/", data, headers={"Origin": origin}).status_code == 403
    assert not Event.objects.exists()


def test_an_answer_to_another_question_is_no_answer(bins):
    key = str(bins.translation_key)
    sent = {"page": key, "proof": render_proof(key, None), "satisfaction": "1"}
    assert Client().post("/feedback/", sent, headers=SAME).status_code == 422
    assert Client().post("/feedback/form/", {"useful": "yes"}, headers=SAME).status_code == 422
    assert not Event.objects.exists()


def test_what_a_robot_adds_to_a_persons_rating_is_spam_and_goes_after_thirty_days(bins):
    assert press(bins, "no").status_code == 303
    token = rating_token(Event.objects.get().event_id)
    sent = {"rating": token, "comment": "Buy my watches", "homepage": "https://spam.example"}
    assert Client().post("/feedback/comment/", sent, headers=SAME).status_code == 303
    assert Comment.objects.get().standing == "spam"
    assert not DailyRollup.objects.filter(question="comment").exists()
    assert page_feedback(bins).comments == []
    retain(timezone.now() + timedelta(days=29))
    assert Comment.objects.exists()
    retain(timezone.now() + timedelta(days=32))
    assert not Comment.objects.exists()
    assert Event.objects.count() == 1


def test_the_next_person_at_a_library_is_heard_though_their_press_is_a_repeat(bins):
    for words in ("The button does nothing", "I cannot find the form"):
        location = press(bins, "no")["Location"]
        query = parse_qs(urlsplit(location).query)
        sent = {"rating": query["rating"][0], "comment": words}
        assert Client().post("/feedback/comment/", sent, headers=SAME).status_code == 303
    assert [row.standing for row in Comment.objects.order_by("pk")] == ["counted", "duplicate"]
    shown = page_feedback(bins)
    assert {comment.text for comment in shown.comments} == {"The button does nothing", "I cannot find the form"}
    assert shown.no == 1
    assert rated([bins]).lines[0].cells[2] == "2"
    Comment.objects.filter(standing="duplicate").update(standing="spam")
    assert rated([bins]).lines[0].cells[2] == "1"
