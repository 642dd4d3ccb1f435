"""How long people wait who say that a page is not useful, until they can read what is done about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from insight.dashboards.answered import Answered, answered
from insight.models import Action, DailyRollup
from tests.insight.test_boards import get, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def said_no(bins):
    """Return a function that counts answers about the page, so many days ago."""

    def said(days, no, *, yes=0, **values):
        key = str(bins.translation_key)
        row = {
            "day": timezone.localdate() - timedelta(days=days), "subject": f"page:{key}", "page": key,
            "channel": "web", "locale": "en", "question": "page-useful/1", "standing": "counted", **values,
        }  # fmt: skip
        DailyRollup.objects.create(n=no + yes, r1=no, r2=yes, **row)

    return said


@pytest.fixture
def published(bins):
    """Return a function that publishes an action about the page, so many days ago."""

    def publish(days, **values):
        day = timezone.localdate() - timedelta(days=days)
        return Action.objects.create(
            **{"said": "x", "locale": bins.locale, "page": bins, "published_on": day, **values}
        )

    return publish


def test_each_no_waits_for_the_next_action_about_its_page(said_no, published):
    said_no(60, 10, yes=500)
    said_no(30, 25)
    said_no(5, 99)
    published(50)
    published(20)
    assert answered() == Answered(times=35, days=10)


def test_what_nobody_can_read_yet_or_is_about_another_page_answers_nothing(said_no, published, bins):
    said_no(60, 10)
    said_no(400, 10)
    said_no(60, 10, standing="suspect")
    published(-1)
    published(50, published_on=None)
    published(50, page=bins.get_parent())
    assert answered() == Answered(times=0, days=None)


def test_a_no_on_the_day_itself_waited_for_less_than_a_day(said_no, published):
    said_no(3, 4)
    published(3)
    assert answered() == Answered(times=4, days=0)


def test_two_queries_however_many_pages_have_answers(said_no, published, django_assert_num_queries):
    said_no(60, 10)
    published(50)
    with django_assert_num_queries(2):
        answered()


def test_the_cabinet_reads_it_and_residents_from_30_on(client, said_no, published):
    said_no(60, 29)
    published(48)
    user = staff("insight.view_satisfactiontarget")
    lines = get(client, user, "insight_cabinet", export="csv").content.decode().splitlines()
    assert "How fast we act,From a “No” on a page to a published action,12,29" in lines
    sentence = "30 times somebody said that a page is not useful"
    assert "said that a page is not useful" not in client.get("/feedback/performance/").content.decode()
    said_no(59, 1)
    html = " ".join(client.get("/feedback/performance/").content.decode().split())
    assert sentence in html
    assert "for half of them within 12 days." in html
