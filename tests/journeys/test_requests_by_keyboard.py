"""Requests by keyboard alone on a narrow screen: staff, an adviser, and residents who look up or change something.

On each screen the keyboard goes through all of it in the order it is read, is always to be seen, and comes out again.
"""

import re

import pytest

from tests.browser import follow
from tests.journeys.filling import fill
from tests.journeys.form_walk import SEND
from tests.journeys.keyboard import MOST_STOPS, NARROW, answer, inspect, press, tab_to, type_into
from tests.journeys.people import person, staff
from tests.journeys.test_requests import FORM
from tests.journeys.test_resident import report_a_bin

pytestmark = pytest.mark.browser


def sent_by_a_resident(site, chromium_browser):
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto(FORM)
        page.get_by_role("button", name="Start now").click()
        report_a_bin(page)
        page.get_by_role("button", name="Send").click()
        return page.get_by_role("main").locator(".wm-reference").inner_text()


def open_box(page, words):
    """Open what can be done with a request."""
    tab_to(page, words)
    page.keyboard.press("Enter")


def test_an_officer_finds_assigns_decides_and_exports(site, chromium_browser):
    found: list[str] = []
    reference = sent_by_a_resident(site, chromium_browser)
    with staff(chromium_browser, site.url, "forms-officer") as page:
        page.goto("/admin/requests/")
        inspect(page, "list", found)
        page.goto("/admin/requests/")
        type_into(page, "q", reference)
        tab_to(page, "Show")
        press(page)
        tab_to(page, reference)
        press(page)
        inspect(page, "case", found)
        page.reload()
        assign(page)
        decide(page, found)
        page.goto(f"/admin/requests/?state=all&q={reference.replace(' ', '')}")
        tab_to(page, "Download as CSV")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert reference.replace(" ", "") in download.value.path().read_text(encoding="utf-8-sig")
        change_many(page, found)
    assert found == [], "\n".join(found)


def assign(page):
    """Give the open request to the first colleague."""
    open_box(page, "Assign")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Save")
    press(page)
    assert "Assigned." in page.locator(".messages").inner_text()
    assert "nobody yet" not in page.get_by_role("main").inner_text()


def decide(page, found):
    """Start from words that are there, add some, and decide."""
    open_box(page, "Decide")
    tab_to(page, "Bin emptied")
    press(page)
    inspect(page, "decide", found)
    type_into(page, "decide-public_text", "Call us if it happens again. ")
    tab_to(page, "Save")
    press(page)
    assert "Decided." in page.locator(".messages").inner_text()
    assert "Call us if it happens again." in page.get_by_role("main").inner_text()


def change_many(page, found):
    """Choose a request in the list, see which it is, and go back."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "case":
            page.keyboard.press("Space")
            break
    tab_to(page, "Move the chosen on")
    press(page)
    assert "This changes 1 request." in page.get_by_role("main").inner_text()
    inspect(page, "bulk", found)
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "Go back, change nothing")
    press(page)


def test_an_officer_without_scripts_decides_and_exports(site, chromium_browser):
    reference = sent_by_a_resident(site, chromium_browser)
    with staff(chromium_browser, site.url, "forms-officer", java_script=False) as page:
        page.set_viewport_size(NARROW)
        page.goto("/admin/requests/")
        page.get_by_label("Reference, email address or phone number").fill(reference)
        follow(page.get_by_role("button", name="Show"))
        with page.expect_download() as download:
            page.get_by_role("link", name="Download as XLSX").click()
        assert download.value.suggested_filename.endswith(".xlsx")
        follow(page.get_by_role("link", name=reference))
        page.get_by_text("Add a note", exact=True).click()
        page.get_by_role("textbox", name="Note").fill("Seen without scripts.")
        follow(page.locator("#note").get_by_role("button", name="Save"))
        page.get_by_text("Decide", exact=True).click()
        page.locator("#decide").get_by_role("textbox").fill("We came back.")
        follow(page.locator("#decide").get_by_role("button", name="Save"))
        assert page.locator(".messages > ul").evaluate("list => getComputedStyle(list).opacity") == "1"
        main = page.get_by_role("main").inner_text()
        assert "Seen without scripts." in main
        assert "We came back." in main


def test_an_adviser_fills_a_form_in(site, chromium_browser):
    found: list[str] = []
    with staff(chromium_browser, site.url, "adviser") as page:
        page.goto("/forms/ask-a-question/start")
        inspect(page, "adviser-start", found)
        page.goto("/forms/ask-a-question/start")
        tab_to(page, "Start now")
        press(page)
        while not page.url.endswith("/check"):
            answer(page)
        assert "Your name is recorded" in page.get_by_role("main").inner_text()
        inspect(page, "adviser-check", found)
        page.reload()
        tab_to(page, "Send")
        press(page)
        inspect(page, "adviser-done", found)
        for words in ("Print a receipt", "Words to read out", "Text the receipt"):
            page.evaluate("document.activeElement.blur()")
            tab_to(page, words)
            press(page)
            inspect(page, words, found)
            page.go_back()
    assert found == [], "\n".join(found)


def test_a_resident_looks_a_request_up_and_changes_a_booking(site, chromium_browser):
    found: list[str] = []
    with person(chromium_browser, site.url) as page:
        page.set_viewport_size(NARROW)
        link = book(page)
        reference = page.get_by_role("main").locator(".wm-reference").inner_text()
        look_up(page, reference, found)
        page.goto(link)
        inspect(page, "booking", found)
        page.evaluate("document.activeElement.blur()")
        tab_to(page, "Choose another time")
        press(page)
        inspect(page, "move", found)
        page.reload()
        move(page)
        assert page.get_by_role("heading", level=1).inner_text() == "Your booking is changed"
        tab_to(page, "Cancel this booking")
        press(page)
        inspect(page, "cancel", found)
        page.evaluate("document.activeElement.blur()")
        tab_to(page, "Yes, cancel it")
        press(page)
        assert page.get_by_role("heading", level=1).inner_text() == "Your booking is cancelled"
        inspect(page, "cancelled", found)
    assert found == [], "\n".join(found)


def book(page):
    """Book a visit, and return the link that changes it."""
    page.goto("/forms/book-a-school-visit-to-the-museum/start")
    follow(page.get_by_role("button", name="Start now"))
    while not page.url.endswith("/check"):
        fill(page, {"children": "28", "adults": "4"})
        follow(page.locator(SEND).first)
    follow(page.get_by_role("button", name="Send"))
    return page.get_by_role("main").get_by_role("link", name=re.compile("Change or cancel")).get_attribute("href")


def look_up(page, reference, found):
    """Find a request by its reference and address; first with a wrong one."""
    page.goto("/forms/my-request/")
    inspect(page, "look-up", found)
    page.goto("/forms/my-request/")
    for contact in ("somebody@example.org", "resident@example.org"):
        for name, words in (("reference", reference), ("contact", contact)):
            type_into(page, name, words)
        tab_to(page, "Find it")
        press(page)
        if contact.startswith("somebody"):
            assert page.evaluate("document.activeElement.classList.contains('govuk-error-summary')")
            inspect(page, "look-up-wrong", found)
            page.goto("/forms/my-request/")
    assert reference in page.get_by_role("main").inner_text()
    inspect(page, "status", found)


def move(page):
    """Pick the next time with the arrow keys, and send it."""
    type_into(page, "slot", "")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Move my booking")
    press(page)
