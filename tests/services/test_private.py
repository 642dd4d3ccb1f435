"""A page that is made private is gone from every list with the next request, and is back as soon as it is public."""

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from core.demo.frame import load as load_frame
from services.demo.lookup import page_named
from services.models import ServiceDisruption
from tools.bench_service_page.measure import cold_get, queries
from updates.kinds.general import news_topics

BINS, COUNCIL = "/bins-and-recycling/", "/your-council/"
#: Address, the page that it shows, and the words by which it shows it.
SHOWN = [
    (BINS, "find-your-bin-day", "Find your bin day"),
    (f"{BINS}find-your-bin-day/", "move-to-oxford", "Move to Oxford"),
    (f"{BINS}report-a-missed-bin/", "missed-bin-easy-read", "Read this in Easy Read"),
    ("/housing/get-help-with-your-rent/", "example-east-hub", "East hub"),
    (f"{COUNCIL}help-near-you/", "example-advice-centre", "Example Advice Centre"),
    (f"{COUNCIL}news/", "food-bins-for-flats", "Food bins for all flats"),
    (f"{COUNCIL}jobs/", "recycling-officer", "Recycling officer"),
    (f"{COUNCIL}answers-to-requests/", "cost-of-the-website", "What the website costs"),
    (f"{COUNCIL}who-can-help/", "housing-team", "Housing team"),
    (f"{COUNCIL}who-does-what/", "bins-team", "Bins and recycling team"),
    (f"{COUNCIL}publications/", "waste-plan", "Our plan for less waste"),
    ("/sitemap.xml", "find-your-bin-day", "/find-your-bin-day/"),
]


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode()


@pytest.mark.parametrize("kind", ["login", "password"])
@pytest.mark.parametrize("shown", SHOWN)
def test_a_page_made_private_is_gone_at_once(kind, shown, demo, client):
    address, slug, words = shown
    page = page_named(slug)
    assert [words in text(client, address) for _again in range(2)] == [True, True]
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    assert [words in text(client, address) for _again in range(2)] == [False, False]
    restriction.delete()
    assert words in text(client, address)


#: Address, the page that an author chose to lead to from there, and its title.
CHOSEN = [
    (f"{BINS}report-a-missed-bin/", "find-your-bin-day", "Find your bin day"),
    (f"{BINS}report-a-missed-bin/", "how-to-report-a-missed-bin", "How to report a missed bin"),
    ("/", "find-your-bin-day", "Find your bin day"),
    ("/", "housing", "Housing"),
    (f"{BINS}", "contact-us", "Contact us"),
    (f"{COUNCIL}service-status/", "find-your-bin-day", "Find your bin day"),
    (f"{COUNCIL}who-can-help/?q=rent", "get-help-with-your-rent", "Get help with your rent"),
]


@pytest.mark.parametrize("chosen", CHOSEN)
def test_what_an_author_chose_names_no_private_page_and_asks_nothing_more(chosen, demo, client):
    load_frame(demo)
    address, slug, words = chosen
    if "status" in address:
        ServiceDisruption.objects.create(page=page_named(slug), title="Late", message="x", locale=demo.locale())
    assert words in text(client, address)
    before = queries(lambda: cold_get(client, address))
    restriction = PageViewRestriction.objects.create(page=page_named(slug), restriction_type="login")
    assert words not in text(client, address)
    assert queries(lambda: cold_get(client, address)) <= before
    restriction.delete()
    assert words in text(client, address)


@pytest.mark.parametrize("above", ["bins-and-recycling", "home"])
def test_a_page_under_a_private_one_asks_at_once(above, demo, client):
    address, page = f"{BINS}report-a-missed-bin/", Page.objects.get(slug=above)
    assert client.get(address).status_code == 200
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 302
    restriction.delete()
    assert client.get(address).status_code == 200


def test_a_chapter_and_a_feed_ask_as_their_page_does(demo, client):
    chapter, feed = f"{BINS}what-goes-in-each-bin/food-bin/", f"{COUNCIL}news/feed/"
    assert client.get(chapter).status_code == client.get(feed).status_code == 200
    for slug in ("what-goes-in-each-bin", "news"):
        PageViewRestriction.objects.create(page=page_named(slug), restriction_type="login")
    assert client.get(chapter).status_code == client.get(feed).status_code == 302


def test_a_private_translation_is_offered_to_nobody(demo, client):
    page = page_named("bins-and-recycling")
    urdu = Locale.objects.get_or_create(language_code="ur")[0]
    for each in (Page.objects.get(depth=2, slug="home").specific, page):
        each.copy_for_translation(urdu).save_revision().publish()
    assert 'hreflang="ur"' in text(client, BINS)
    PageViewRestriction.objects.create(page=page.get_translation(urdu), restriction_type="login")
    assert 'hreflang="ur"' not in text(client, BINS)
    assert client.get(f"/ur{BINS}").status_code == 302


def test_private_news_offers_no_topic(demo):
    assert news_topics()
    PageViewRestriction.objects.create(page=page_named("news"), restriction_type="login")
    assert news_topics() == []
