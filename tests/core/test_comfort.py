"""What a reader may choose for this browser, the page without a network, and messages that can be put away."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from wagtail.models import Locale

from core.models import AlertBanner, Contact
from tests.browser import audit

pytestmark = pytest.mark.django_db
SETTINGS = "/reading-settings/"


@pytest.fixture
def english(home):
    locale = Locale.objects.get(language_code="en")
    Contact.objects.create(name="Bins", phone="01632 960101", hours="8am to 5pm", locale=locale)
    return locale


def test_the_offline_page_keeps_the_numbers(english, client):
    page = BeautifulSoup(client.get("/offline/").content, "lxml").find("main")
    numbers = [link["href"] for link in page.select("a[href^='tel:']")]
    assert numbers[0] == "tel:999"
    assert "tel:01632960101" in numbers
    assert page.select_one("bdi[translate=no]")


def test_the_worker_keeps_one_page_a_language_and_is_named_where_it_is_on(english, client, settings):
    script = client.get("/service-worker.js")
    assert script["Content-Type"].startswith("text/javascript")
    kept = [f'"{"" if code == "en" else "/" + code}/offline/"' for code, _name in django_settings.LANGUAGES]
    assert all(address in script.content.decode() for address in kept)
    assert b"data-worker" not in client.get(SETTINGS).content
    settings.WAYMARK_OFFLINE = True
    assert b'data-worker="/service-worker.js"' in client.get(SETTINGS).content


def test_an_emergency_stays_and_a_notice_can_be_put_away(english, client):
    made = {"message": "x", "locale": english}
    AlertBanner.objects.create(title="Flood", level=AlertBanner.Level.EMERGENCY, **made)
    AlertBanner.objects.create(title="Roadworks", **made)
    alerts = BeautifulSoup(client.get(SETTINGS).content, "lxml").select(".wm-alert")
    assert [bool(alert.get("data-hide")) for alert in alerts] == [False, True]
    assert not client.get(SETTINGS).cookies


@pytest.mark.browser
def test_settings_are_kept_by_the_browser_alone(english, built, chromium_page, live_server):
    AlertBanner.objects.create(title="Roadworks", message="Queen Street.", locale=english)
    page = chromium_page(live_server.url + SETTINGS, width=320)
    page.get_by_role("button", name="Hide this message").click()
    assert page.get_by_text("Queen Street.").is_hidden()
    page.keyboard.press("Alt+Shift+S")
    assert page.evaluate("document.activeElement.name") != "q"
    page.get_by_label("Much larger").check()
    page.get_by_label("Calm").check()
    page.get_by_label("Use keyboard shortcuts").check()
    page.get_by_label("Go to the search box").select_option("M")
    page.get_by_role("button", name="Save my settings").click()
    assert page.get_by_text("Two shortcuts have the same letter.").is_visible()
    page.get_by_label("Go to the search box").select_option("F")
    page.get_by_role("button", name="Save my settings").click()
    assert page.get_by_text("Your settings are saved.").is_visible()
    page.reload()
    assert page.locator("html.wm-text-largest.wm-calm").count() == 1
    assert page.get_by_text("Queen Street.").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert audit(page) == []
    page.keyboard.press("Alt+Shift+F")
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.context.cookies() == []
    page.get_by_role("button", name="Take all settings back").click()
    assert page.locator("html.wm-calm").count() == 0
