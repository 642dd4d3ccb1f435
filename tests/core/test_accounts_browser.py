"""The second factor in a real browser: by keyboard, at 320 px, with every message to be seen."""

import base64
import os

import pytest
from django_otp.oath import totp
from wagtail.models import Locale, Page

from core.models import User
from tests.browser import audit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def chief():
    """An administrator, and the root page that the dashboard links to: tests that commit leave none behind."""
    locale, _created = Locale.objects.get_or_create(language_code="en")
    if not Page.objects.exists():
        Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    return User.objects.create_superuser("chief", password="a long pass phrase")


@pytest.fixture
def page(chromium_browser, monkeypatch):
    # Playwright runs an event loop in this thread; Django's ORM is used between its calls, never inside one.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    page = chromium_browser.new_page(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page.refused = []
    page.on("console", lambda said: page.refused.append(said.text) if "Content Security" in said.text else None)
    yield page
    page.close()


def assert_accessible(page):
    page.wait_for_load_state()  # words can be there before the colours are
    assert audit(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_newcomer_signs_in_by_keyboard(chief, page, live_server, settings):
    settings.WAYMARK_REQUIRE_SECOND_FACTOR = True
    settings.OTP_TOTP_THROTTLE_FACTOR = 0
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("chief")
    page.get_by_label("Password").fill("a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/set-up/")
    assert page.evaluate("document.querySelector('main img').naturalWidth") > 0
    assert_accessible(page)

    page.get_by_label("Code from your app").fill("000000")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("That code is not right").wait_for(state="visible")
    assert_accessible(page)

    secret = page.locator("main code").inner_text().replace(" ", "")
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    page.get_by_label("Code from your app").fill(f"{totp(key):06d}")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    assert page.locator("main code").count() == 10
    assert_accessible(page)
    page.get_by_role("link", name="I have kept my codes").press("Enter")
    page.wait_for_url("**/admin/")
    assert page.refused == []


def test_the_warning_of_a_demonstration_is_seen_beside_the_menu_button(chief, page, live_server):
    page.goto(f"{live_server.url}/admin/login/")
    page.get_by_label("Username").fill("chief")
    page.get_by_label("Password").fill("a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    warning = page.get_by_role("complementary", name="About this site").bounding_box()
    button = page.get_by_role("button", name="Toggle sidebar").first.bounding_box()
    assert warning["x"] >= button["x"] + button["width"]
    assert warning["x"] + warning["width"] <= 320
