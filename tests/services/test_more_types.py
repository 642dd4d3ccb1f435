"""What residents get on the page types beyond services and guides."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Page

from services.demo.lookup import page_named
from services.models import ConsultationPage, DirectoryEntryPage, EventPage, NewsPage
from services.opening import State, Times, state_at
from services.opening_lines import lines_of
from services.words.dates import time_in_words
from services.words.opening import state_in_words

DIRECTORY = "/your-council/help-near-you/"


@pytest.fixture
def read(client):
    def get(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        assert not response.cookies
        return BeautifulSoup(response.content, "lxml")

    return get


def words(element):
    return " ".join(element.get_text(" ").split())


def found(page):
    return [link.get_text() for link in page.select(".wm-pages > li > a")]


def test_a_step_by_step_numbers_its_steps_and_says_what_goes_on_at_the_same_time(demo, read):
    main = read("/housing/move-to-oxford/").find("main")
    marks = [words(mark) for mark in main.select(".wm-journey__mark")]
    assert marks == ["Step 1", "Step 2", "and", "Step 3"]
    assert "Register to vote This opens another website." in words(main)
    assert "Ask for a bin that is missing It costs nothing." in words(main)
    assert "Book a van or ask friends" in words(main)


def test_a_member_page_says_what_it_is_part_of_also_after_a_move(demo, read):
    here = "find-your-bin-day"
    assert "Part of Move to Oxford" in words(read(f"/bins-and-recycling/{here}/").find("main"))
    page_named(here).move(Page.objects.get(slug="housing"), pos="last-child")
    page_named("move-to-oxford").move(Page.objects.get(slug="your-council"), pos="last-child")
    link = read(f"/housing/{here}/").select_one(".wm-part-of a")
    assert (link.get_text(), link["href"]) == ("Move to Oxford", "/your-council/move-to-oxford/")
    assert f"/housing/{here}/" in {a["href"] for a in read(link["href"]).select(".wm-journey a")}


def test_a_task_whose_page_is_gone_keeps_its_words(demo, read):
    page_named("find-your-bin-day").unpublish()
    task = next(li for li in read("/housing/move-to-oxford/").select("li") if words(li) == "Find your bin day")
    assert task.find("a") is None


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", ["Example Advice Centre", "Example Community Larder", "Example Digital Helpline"]),
        ("?f1=food", ["Example Community Larder"]),
        ("?f1=food&f1=online", ["Example Community Larder", "Example Digital Helpline"]),
        ("?f1=online&f2=older", ["Example Digital Helpline"]),
        ("?f1=food&f2=young", []),
        ("?q=ox4", ["Example Community Larder"]),
        ("?q=LOOP", ["Example Advice Centre"]),
        ("?f1=nonsense&page=nine", ["Example Advice Centre", "Example Community Larder", "Example Digital Helpline"]),
    ],
)
def test_answers_to_one_question_widen_and_to_two_narrow(asked, titles, demo, read):
    page = read(DIRECTORY + asked)
    assert found(page) == titles
    if not titles:
        assert "None fits." in words(page.find("main"))


def test_an_entry_may_lack_everything_but_its_title(demo, read):
    page_named("help-near-you").add_child(instance=DirectoryEntryPage(title="Only a name", slug="only-a-name"))
    main = words(read(f"{DIRECTORY}only-a-name/").find("main"))
    assert "There is no place to go to." in main
    assert "Ask before you go." in main
    assert "map" not in main
    assert "Only a name" in found(read(DIRECTORY))


def test_an_entry_says_who_can_use_it_and_leads_to_a_map_elsewhere(demo, read):
    main = read(f"{DIRECTORY}example-advice-centre/").find("main")
    assert "Hearing loop" in words(main)
    assert "Saturday 10am to 12pm" in words(main)
    assert "Sunday Closed" in words(main)
    assert main.select_one('a[href*="openstreetmap.org"]')
    assert main.select_one('dd[translate="no"]').get_text().endswith("OX1\u00a01AA")  # on one line


def test_half_a_position_is_refused(demo):
    page = page_named("example-larder")
    page.latitude = 51
    with pytest.raises(Exception, match="or neither"):
        page.full_clean()


MONDAY = date(2026, 11, 30)
WEEK = Times({0: [(time(9), time(12)), (time(13), time(17))]}, {MONDAY + timedelta(7): []})


@pytest.mark.parametrize(
    ("hour", "state"),
    [
        (8, State(next_day=MONDAY, next_time=time(9))),
        (9, State(until=time(12))),
        (12, State(next_day=MONDAY, next_time=time(13))),
        (17, State(next_day=MONDAY + timedelta(14), next_time=time(9))),
    ],
)
def test_open_or_closed_until_when(hour, state):
    assert state_at(WEEK, datetime(2026, 11, 30, hour, tzinfo=UTC)) == state


def test_bank_holidays_and_places_that_never_open():
    christmas = datetime(2026, 12, 25, 10, tzinfo=UTC)
    assert not state_at(Times({4: [(time(9), time(12))]}), christmas).is_open
    assert state_at(Times({4: [(time(9), time(12))]}, shut_on_bank_holidays=False), christmas).is_open
    assert state_in_words(state_at(Times({}), christmas)) == "Closed now."


def test_times_as_people_write_them():
    assert [time_in_words(time(*at)) for at in ((0,), (9,), (12, 30), (17, 5))] == ["12am", "9am", "12:30pm", "5:05pm"]
    assert lines_of(DirectoryEntryPage()) == []


def test_open_referral_has_places_times_and_answers(demo, client):
    answer = client.get(f"{DIRECTORY}open-referral/?f1=money").json()
    assert (answer["total_items"], answer["first_page"], answer["last_page"]) == (1, True, True)
    service = answer["contents"][0]
    location = service["service_at_locations"][0]["location"]
    assert (service["name"], location["latitude"]) == ("Example Advice Centre", 51.752)
    assert location["addresses"][0]["postal_code"] == "OX1 1AA"
    assert {"description": "Hearing loop"}.items() <= location["accessibility"][2].items()
    assert len(service["schedules"]) == 6
    assert service["attributes"][0]["taxonomy_term"]["name"] == "Money and debt"
    assert client.get(f"{DIRECTORY}open-referral/?f1=online").json()["contents"][0]["service_at_locations"] == []


def test_news_is_newest_first_by_topic_and_a_feed(demo, read, client):
    news = "/your-council/news/"
    assert found(read(news)) == ["Food bins for all flats from next month", "The pool opens earlier on Saturdays"]
    assert found(read(f"{news}?topic=Leisure")) == ["The pool opens earlier on Saturdays"]
    assert len(found(read(f"{news}?topic=nonsense"))) == 2
    response = client.get(f"{news}feed/")
    assert response["Content-Type"].startswith("application/rss+xml")
    items = BeautifulSoup(response.content, "xml").find_all("item")
    assert items[0].link.text == "http://localhost/your-council/news/food-bins-for-flats/"
    assert read(news).find("link", type="application/rss+xml")["href"] == f"{news}feed/"


def test_news_whose_name_is_that_of_the_feed_takes_its_address_from_nobody(demo, client):
    news = page_named("news")
    page = news.add_child(instance=NewsPage(title="Feed", slug="feed", summary="About bird feed."))
    assert client.get("/your-council/news/feed/")["Content-Type"].startswith("application/rss+xml")
    Page.objects.filter(pk=news.pk).update(live=False)
    assert b"About bird feed." in client.get(page.get_url()).content


def test_what_is_over_stands_apart(demo, read):
    main = read("/your-council/events/").find("main")
    assert found(main) == ["Repair café", "Meet your councillor"]
    assert words(main).index("Repair café") < words(main).index("These are over") < words(main).index("Meet your")


def test_an_event_goes_into_ones_own_calendar(demo, read, client):
    page = "/your-council/events/repair-cafe/"
    assert read(page).find("a", href=f"{page}calendar/")
    file = client.get(f"{page}calendar/")
    lines = file.content.decode().split("\r\n")
    assert file["Content-Type"] == "text/calendar; charset=utf-8"
    assert "LOCATION:Demo Community Centre\\, 2 Example Street" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    assert "This event is over." in words(read("/your-council/events/meet-your-councillor/"))


def test_an_event_that_is_called_off_says_so(demo, read, client):
    EventPage.objects.filter(slug="repair-cafe").update(called_off=True)
    main = read("/your-council/events/repair-cafe/").find("main")
    assert "This event is called off." in words(main)
    assert main.find("a", href=True, string="Add it to your calendar (a small file)") is None
    assert "STATUS:CANCELLED" in client.get("/your-council/events/repair-cafe/calendar/").content.decode()


@pytest.mark.parametrize(
    ("opens", "closes", "outcome", "state"),
    [(1, 9, False, "coming"), (-1, 0, False, "open"), (-9, -1, False, "closed"), (-9, -1, True, "outcome"),
     (-9, 1, True, "open")],
)  # fmt: skip
def test_the_dates_of_a_consultation_say_its_state(opens, closes, outcome, state):
    today = timezone.localdate()
    page = ConsultationPage(opens_on=today + timedelta(opens), closes_on=today + timedelta(closes))
    page.outcome = [("paragraph", "<p>We plant trees.</p>")] if outcome else []
    assert page.state == state


def test_a_consultation_asks_while_it_is_open_and_then_says_what_came_of_it(demo, read):
    shown = words(read("/your-council/have-your-say/safer-streets-near-schools/").find("main"))
    assert "Open until the end of" in shown
    assert "Have your say" in shown
    decided = words(read("/your-council/have-your-say/what-to-plant-in-the-park/").find("main"))
    assert decided.index("We plant 40 fruit trees.") < decided.index("What we asked")
