"""The pages that answer, help or refuse: feedback, search, finding a request, errors. axe finds nothing on them."""

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.demo_site import DemoSite
from tests.journeys.filling import fill
from tests.journeys.form_walk import SEND, FormWalk, demo_forms
from tests.journeys.variants import faults, status_of

pytestmark = [pytest.mark.browser, pytest.mark.walk]
PREFIXES = ("", "/ur")
SERVICE = "/bins-and-recycling/report-a-missed-bin/"
NOBODYS = "00000000-0000-4000-8000-000000000000"
SEARCHES = {"nothing asked": "", "found": "?q=bins", "only alike": "?q=recyclng", "nothing found": "?q=qqqqzzzz"}


def look(page: Page, where: str, status: int, heading: str = "") -> list[str]:
    """Return what is wrong on the open page, after checking that it is the page that was meant."""
    answered = status_of(page)
    assert answered == status, f"{where} answered {answered}: {page.title()}"
    if heading:
        assert heading in page.locator("h1").inner_text()
    return faults(page, where)


def press(page: Page, button: str = SEND) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


def forge(page: Page, name: str, value: str) -> None:
    """Send the page's form with a hidden value that it does not have."""
    script = """([name, value]) => {
      const form = document.querySelector("main form");
      const box = form.querySelector(`[name=${name}]`) || form.appendChild(document.createElement("input"));
      box.type = "hidden"; box.name = name; box.value = value;
    }"""
    page.evaluate(script, [name, value])
    press(page)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_feedback(prefix, site, page):
    found = []
    for answer in ("yes", "no"):
        page.goto(site.url + prefix + SERVICE)
        press(page, f".wm-feedback__form button[value={answer}]")
        found += look(page, f"{prefix} after {answer}", 200)
    page.locator("main textarea").fill("Hello. " * 300)
    press(page)
    found += look(page, f"{prefix} comment too long", 422)
    page.locator("main textarea").fill(" ")
    press(page)
    found += look(page, f"{prefix} comment blank", 422)
    page.locator("main textarea").fill("Say what the red tag means.")
    press(page)
    found += look(page, f"{prefix} thanks", 200)
    page.locator("#email").fill("jane@example.org")
    press(page, "main form button[type=submit], main form .govuk-button")
    found += look(page, f"{prefix} told", 200)
    page.goto(f"{site.url}{prefix}/feedback/tell-me/used/")
    found += look(page, f"{prefix} link used", 410)
    page.goto(f"{site.url}{prefix}/feedback/")
    found += look(page, f"{prefix} feedback page", 200)
    press(page)
    found += look(page, f"{prefix} feedback page, nothing chosen", 422)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_search(prefix, site, page):
    found = []
    for name, query in SEARCHES.items():
        page.goto(f"{site.url}{prefix}/search/{query}")
        assert page.locator("#found").count() == bool(query)
        found += look(page, f"{prefix} search, {name}", 200)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_finding_a_request(prefix, site, page):
    walk = FormWalk(site, page, f"{prefix}/report-a-missed-bin/")
    form = demo_forms()["report-a-missed-bin"]
    walk.states = [f"{step['slug']}:empty" for step in form["steps"]] + ["start"]
    walk.walk(form["examples"][0]["answers"])
    walk.press()
    reference = page.locator(".wm-reference").inner_text()
    page.goto(f"{site.url}{prefix}/forms/my-request/")
    found = look(page, f"{prefix} find a request", 200)
    press(page)
    found += look(page, f"{prefix} find a request, empty", 422)
    fill(page, {})
    press(page)
    found += look(page, f"{prefix} find a request, wrong", 422)
    page.locator("#reference").fill(reference)
    page.locator("#contact").fill("resident@example.org")
    press(page)
    assert "/forms/follow/" in page.url
    found += look(page, f"{prefix} find a request, found", 200)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_is_not_there(prefix, site, page):
    found = []
    for address, status in (("no-such-page/", 404), ("forms/done/forged", 404), ("forms/return/forged", 410)):
        page.goto(f"{site.url}{prefix}/{address}")
        found += look(page, f"{prefix} {address}", status)
    assert found == [], "\n".join(found)


def test_getting_updates(site, page):
    page.goto(f"{site.url}/ur/updates/")
    press(page)
    found = look(page, "updates, nothing chosen", 422)
    page.locator("main input[type=checkbox]").first.check()
    press(page)
    press(page)
    found += look(page, "updates, how often not chosen", 422)
    page.locator("main input[type=radio]").first.check()
    press(page)
    press(page)
    found += look(page, "updates, no address", 422)
    page.locator("#mail").fill("resident@example.org")
    press(page)
    found += look(page, "updates, sent", 200)
    page.goto(f"{site.url}/ur/updates/confirm/forged/")
    found += look(page, "updates, a link that is none", 404)
    assert found == [], "\n".join(found)


def test_what_is_refused(site, page):
    page.goto(f"{site.url}/forms/report-a-missed-bin/start")
    forge(page, "channel", "phone")
    found = look(page, "no right to do this", 403)
    page.goto(f"{site.url}/forms/report-a-missed-bin/start")
    press(page)
    forge(page, "csrfmiddlewaretoken", "forged")
    found += look(page, "a step that was open for long", 403)
    page.locator("main a[href$='/save']").first.click()
    page.wait_for_url("**/save")
    forge(page, "csrfmiddlewaretoken", "forged")
    found += look(page, "another page that was open for long", 403)
    page.goto("about:blank")
    page.set_content(f'<main><form method="post" action="{site.url}/feedback/"><button>Vote</button></form></main>')
    press(page)
    found += look(page, "a rating from another website", 403)
    assert found == [], "\n".join(found)


def test_a_form_opened_elsewhere(site, page):
    """The sixth try within ten minutes has to wait; only this test asks for such links."""
    address = f"{site.url}/forms/d/{NOBODYS}/which-bin"
    page.goto(address)
    found = look(page, "opened elsewhere", 403)
    page.locator("#email").fill("resident@example.org")
    press(page)
    found += look(page, "check your email", 200)
    for _again in range(5):
        page.goto(address)
        press(page)
    found += look(page, "too many tries", 429)
    assert found == [], "\n".join(found)


def test_an_answer_that_cannot_be_taken_is_shown_to_copy(site, page):
    """The cookie is lost between opening a step and sending it."""
    walk = FormWalk(site, page, "/report-a-missed-bin/")
    walk.start()
    page.get_by_label("Blue bin: recycling").check()
    page.context.clear_cookies()
    press(page)
    found = look(page, "cookie lost", 403)
    assert "Blue bin: recycling" in page.get_by_role("main").inner_text()
    assert found == [], "\n".join(found)


def test_a_form_that_is_over(site: DemoSite, page):
    """A draft of each form runs out; then one form is closed for everybody, and opened again."""
    drafts = {slug: begin(site, page, slug) for slug in demo_forms()}
    keys = [re.findall(r"/d/([0-9a-f-]{36})/", address)[0] for address in drafts.values()]
    expire = f"Draft.objects.filter(pk__in={keys}).update(expires_at=timezone.now())"
    set_data(site, expire)
    found = []
    for slug, address in drafts.items():
        page.goto(address)
        found += look(page, f"{slug} ran out", 410, "The time for this form is over")
    slug = "ask-a-question"
    address = begin(site, page, slug)
    set_data(site, f"FormPage.objects.filter(slug={slug!r}).update(live=False)")
    try:
        page.goto(address)
        found += look(page, f"{slug} closed", 410, "This form is closed")
    finally:
        set_data(site, f"FormPage.objects.filter(slug={slug!r}).update(live=True)")
    assert found == [], "\n".join(found)


def begin(site: DemoSite, page: Page, slug: str) -> str:
    """Start a draft and return the address of its first step."""
    page.goto(f"{site.url}/forms/{slug}/start")
    press(page)
    return page.url


def set_data(site: DemoSite, statement: str) -> None:
    """Change the site's data as time or an editor would."""
    imports = "from django.utils import timezone; from forms.models import Draft, FormPage"
    site.manage("shell", "-v0", "-c", f"{imports}; {statement}")
