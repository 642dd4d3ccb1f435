"""The front door."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home.demo.loader import keep_port
from home.models import HomePage
from services.services import demo_page


def read(client, address="/"):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


@pytest.mark.django_db
def test_a_new_site_opens_on_a_home_page(client):
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    assert read(client).find("h1").get_text() == home.title


def test_search_is_first_then_tasks_then_services(demo, client):
    main = read(client).find("main")
    shown = " ".join(main.get_text(" ").split())
    order = ["What do you need today?", "For example “rats in the garden”.", "Most people come for", "All services"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert main.find("form", role="search")["action"] == "/search/"
    task = main.find("a", string="Book a bulky collection")
    assert task["href"] == "/bins-and-recycling/get-rid-of-a-large-item/"
    assert "Bins and recycling Bin days, missed bins, bulky items and new bins." in shown


def test_a_task_that_is_not_live_is_left_out(demo, client):
    demo_page("get-a-new-bin").unpublish()
    assert read(client).find("main").find("a", string="Get a new bin") is None


def test_a_task_of_another_language_leads_to_its_translation(demo, client):
    urdu = demo.locale("ur")
    home = Site.objects.get(is_default_site=True).root_page.specific
    translated = home.copy_for_translation(urdu)
    translated.title = "آپ کو کیا چاہیے؟"
    translated.save_revision().publish()
    main = read(client, "/ur/").find("main")
    foreign = main.find("a", string="Report a missed bin")
    assert (foreign["href"], foreign["lang"]) == ("/bins-and-recycling/report-a-missed-bin/", "en")


@pytest.mark.django_db
def test_an_address_that_is_nowhere_is_not_found(client):
    assert client.get("/no/such/page/").status_code == 404
    assert Locale.objects.exists()
    assert Page.objects.filter(depth=2).count() == 1


@pytest.mark.django_db
def test_whole_addresses_of_the_demo_lead_to_its_port(client, settings):
    settings.WAYMARK_DEMO, settings.WAGTAILADMIN_BASE_URL = True, "http://127.0.0.1:8123"
    keep_port()
    assert b"<loc>http://localhost:8123/" in b"".join(client.get("/sitemap.xml").streaming_content)


@pytest.mark.django_db
def test_a_site_that_is_no_demo_keeps_its_port(settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8123"
    keep_port()
    assert Site.objects.get(is_default_site=True).port == 80


def test_an_area_that_is_private_is_not_named(demo, client):
    assert "Planning" in read(client).find("main").get_text()
    PageViewRestriction.objects.create(page=demo_page("planning"), restriction_type="login")
    assert "Planning" not in [link.get_text() for link in read(client).find("main").find_all("a")]
    assert "Planning" not in read(client, "/search/?q=zzzz").find("main").get_text()
