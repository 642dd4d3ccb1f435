"""After "Send": staff decide and the resident sees it; a caller is helped by an adviser. Each screen is looked at."""

import re

import pytest

from tests.browser import follow
from tests.journeys.people import person, staff
from tests.journeys.test_resident import receipt_of, report_a_bin
from tests.journeys.variants import look
from tests.servers.processes import wait_until

pytestmark = pytest.mark.browser
FORM = "/forms/report-a-missed-bin/start"


def test_a_resident_sends_staff_decide_and_the_resident_sees_it(site, chromium_browser):
    found: list[str] = []
    reference = send_as_a_resident(site, chromium_browser)
    decide(site, chromium_browser, reference, found)
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto("/forms/my-requests/")
        page.get_by_label("Email address or mobile number").fill("amina@example.org")
        follow(page.get_by_role("button", name="Send me a code"))
        page.get_by_label("Code of 6 digits").fill(code_for(site, "amina@example.org"))
        follow(page.get_by_role("button", name="Continue"))
        follow(page.get_by_role("link", name=re.compile(reference)))
        main = page.get_by_role("main").inner_text()
        assert "We have decided" in main
        assert "We came back and emptied your bin." in main
        assert "Blue bin: recycling" in main
    with person(chromium_browser, site.url) as page:
        for address in ("/forms/my-requests/", "/forms/my-request/"):
            page.goto(address)
            look(page, address.split("/")[2], found)
    assert found == [], "\n".join(found)


def send_as_a_resident(site, chromium_browser):
    """Return the spaced reference."""
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto(FORM)
        follow(page.get_by_role("button", name="Start now"))
        report_a_bin(page)
        follow(page.get_by_role("button", name="Send"))
        return page.get_by_role("main").locator(".wm-reference").inner_text()


def decide(site, chromium_browser, reference, found):
    with staff(chromium_browser, site.url, "forms-officer") as page:
        page.goto("/admin/requests/")
        look(page, "list", found)
        page.get_by_label("Reference, email address or phone number").fill(reference)
        follow(page.get_by_role("button", name="Show"))
        follow(page.get_by_role("link", name=reference))
        assert "Amina O'Brien" in page.get_by_role("main").inner_text()
        look(page, "case", found)
        page.get_by_text("Add a note", exact=True).click()
        page.get_by_role("textbox", name="Note").fill("The crew says the gate was shut.")
        follow(page.locator("#note").get_by_role("button", name="Save"))
        page.get_by_text("Decide", exact=True).click()
        follow(page.get_by_role("link", name="Bin emptied"))
        look(page, "decide", found)
        follow(page.locator("#decide").get_by_role("button", name="Save"))
        assert "Decided." in page.locator(".messages").inner_text()
        page.goto("/admin/requests/?state=all")
        page.get_by_role("checkbox", name=re.compile("^Choose")).first.check()
        follow(page.get_by_role("button", name="Assign the chosen"))
        look(page, "bulk", found)
        for name in ("held", "rights", "retention"):
            page.goto(f"/admin/requests/{name}/")
            look(page, name, found)


def code_for(site, address):
    """Return the digits of the newest code that was sent there."""

    def sent():
        return [mail for mail in site.mails() if mail["To"] == address and mail["Subject"] == "Your code"]

    wait_until(lambda: bool(sent()), seconds=90, what="the code")
    text = sent()[-1].get_payload(0).get_payload(decode=True).decode()
    return re.search("[0-9]{6}", text)[0]


def test_a_caller_is_helped_and_gets_the_same_receipt(site, chromium_browser):
    found: list[str] = []
    with staff(chromium_browser, site.url, "adviser") as page:
        page.goto(FORM)
        page.get_by_label("By phone").check()
        follow(page.get_by_role("button", name="Start now"))
        report_a_bin(page)
        assert "Your name is recorded" in page.get_by_role("main").inner_text()
        follow(page.get_by_role("button", name="Send"))
        done = page.url
        reference = page.get_by_role("main").locator(".wm-reference").inner_text().replace(" ", "")
        look(page, "done-for-a-caller", found)
        for name in ("Print a receipt", "Words to read out", "Text the receipt"):
            page.goto(done)
            follow(page.get_by_role("link", name=name))
            look(page, name.replace(" ", "-").lower(), found)
        page.get_by_label("Mobile number").fill("07700 900 123")
        follow(page.get_by_role("button", name="Send"))
        assert "on its way" in page.get_by_role("main").inner_text()
    assert receipt_of(site, "amina@example.org", reference)
    assert found == [], "\n".join(found)
