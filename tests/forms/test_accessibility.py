"""Every state of a form in a real browser, narrow and wide: axe finds nothing and nothing scrolls sideways."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page

from core.models import User
from forms.models import Draft
from tests.browser import audit, follow, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOT = Path(settings.BASE_DIR)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=[320, 1280])
def tab(request, live_server, page, chromium_browser, monkeypatch):
    """A browser window of that width, without scripts of its own, on the live site."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    window = chromium_browser.new_context(viewport={"width": request.param, "height": 800}, bypass_csp=True)
    tab = window.new_page()
    tab.base = live_server.url
    yield tab
    window.close()


def check(tab: Page) -> None:
    """Fail with what axe found, and where."""
    tab.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text())
    found = tab.evaluate("rules => axe.run({runOnly: rules})", RULES)["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], tab.url
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab.url


def go_on(tab: Page) -> None:
    follow(tab.get_by_role("button", name="Continue"))
    check(tab)


def test_every_state_is_clean(tab):
    walk_the_questions(tab)
    give_contact(tab)
    send(tab)


def walk_the_questions(tab):
    tab.goto(f"{tab.base}/forms/report-a-missed-bin/start")
    check(tab)
    follow(tab.get_by_role("button", name="Start now"))
    check(tab)
    go_on(tab)
    assert tab.title().startswith("Error: ")
    tab.get_by_role("link", name="Pick the bin that we missed.").click()
    assert tab.evaluate("document.activeElement.name") == "bins"
    tab.get_by_label("Blue bin: recycling").check()
    go_on(tab)
    tab.get_by_label("Yes").check()
    go_on(tab)
    tab.go_back()
    tab.get_by_label("No").check()
    go_on(tab)
    tab.get_by_label("Building and street").fill("1 Example Street")
    tab.get_by_label("Postcode").fill("nope")
    go_on(tab)
    tab.get_by_label("Postcode").fill("ox1 1aa")
    go_on(tab)
    go_on(tab)


def give_contact(tab):
    tab.get_by_label("Your email address").fill("zoe at example")
    go_on(tab)
    tab.get_by_label("Your name").fill("Zoë O'Brien")
    tab.get_by_label("Your email address").fill("zoe@example.org")
    go_on(tab)


def send(tab):
    needs = tab.url
    follow(tab.get_by_role("link", name="Save and come back later"))
    check(tab)
    tab.goto(needs)
    go_on(tab)
    follow(tab.get_by_role("button", name="Send"))
    tab.wait_for_url("**/done/**")
    check(tab)
    follow(tab.get_by_role("link", name="Follow your request"))
    check(tab)


def test_pages_that_help_are_clean(tab):
    for address in ["my-request/", "done/forged", "return/used", "d/5a1e2f80-0000-4000-8000-000000000000/photo"]:
        tab.goto(f"{tab.base}/forms/{address}")
        check(tab)
    tab.goto(f"{tab.base}/forms/my-request/")
    follow(tab.get_by_role("button", name="Find it"))
    check(tab)
    tab.goto(f"{tab.base}/forms/report-a-missed-bin/start")
    follow(tab.get_by_role("button", name="Start now"))
    Draft.objects.update(expires_at=timezone.now())
    tab.reload()
    assert tab.get_by_role("heading", level=1).inner_text() == "The time for this form is over"
    check(tab)


def test_an_author_sees_all_steps_at_once_and_every_box_of_rich_text_has_a_name(live_server, page, chromium_browser):
    User.objects.create_superuser("author", "author@example.org", "x")
    window = chromium_browser.new_context(viewport={"width": 1280, "height": 800})
    tab = window.new_page()
    log_in(tab, live_server.url, "author", "x")
    tab.goto(f"{live_server.url}/admin/pages/{page.pk}/edit/")
    steps = tab.locator("[data-contentpath=steps] [data-streamfield-child]:visible")
    tab.get_by_text("Which bin did we miss?").first.wait_for()
    assert steps.count() == len(page.steps)
    tab.locator(".public-DraftEditor-content").first.wait_for()
    tab.locator(".public-DraftEditor-content:not([aria-label])").first.wait_for(state="detached")
    assert audit(tab) == []
    window.close()
