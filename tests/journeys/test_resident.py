"""Journeys a, b and d: a resident reads, asks, rates and comes back, without script, account or a cookie to read."""

import re

import pytest

from tests.browser import follow
from tests.journeys.people import person, staff
from tests.servers.processes import wait_until

pytestmark = pytest.mark.browser
SERVICE = "/bins-and-recycling/report-a-missed-bin/"


def test_a_resident_finds_reads_and_watches(site, chromium_browser):
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto("/")
        page.get_by_role("searchbox").or_(page.get_by_role("main").get_by_role("textbox")).first.fill("missed bin")
        follow(page.get_by_role("main").get_by_role("button", name="Search"))
        follow(page.get_by_role("main").get_by_role("link", name="Report a missed bin", exact=True).first)
        assert page.url == site.url + SERVICE
        assert page.get_by_role("heading", level=1).inner_text() == "Report a missed bin"
        assert page.get_by_text("2 working days", exact=True).is_visible()
        follow(page.get_by_role("main").get_by_role("link", name="How to report a missed bin"))
        video = page.locator("video")
        assert video.get_attribute("preload") == "none"
        assert video.locator("track[kind=captions]").count() == 1
        assert "MB" in page.get_by_role("main").inner_text()
        page.goto("/bins-and-recycling/what-goes-in-each-bin/")
        follow(page.get_by_role("link", name=re.compile("Food bin")).first)
        assert "/food-bin/" in page.url
        assert page.context.cookies() == []


def test_the_same_page_in_urdu_runs_right_to_left(site, chromium_browser):
    with person(chromium_browser, site.url) as page:
        page.goto(SERVICE)
        follow(page.get_by_role("link", name="اردو"))
        assert page.url == site.url + "/ur" + SERVICE
        assert page.evaluate("[document.documentElement.lang, document.dir]") == ["ur", "rtl"]
        title = page.get_by_role("heading", level=1)
        assert re.search("[\u0600-\u06ff]", title.inner_text())
        box = title.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] > 1280 / 2


def test_a_resident_reports_a_missed_bin_and_follows_it(site, chromium_browser):
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto(SERVICE)
        follow(page.get_by_role("link", name=re.compile("^Report a missed bin")).first)
        follow(page.get_by_role("button", name="Start now"))
        report_a_bin(page)
        follow(page.get_by_role("button", name="Send"))
        main = page.get_by_role("main")
        reference = main.locator(".wm-reference").inner_text()
        assert re.fullmatch(r"[A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]{2}", reference)
        promised = re.search(r"by (\w+ \d+ \w+ \d{4})", main.inner_text())
        assert promised
        rate_the_form(page)

        receipt = receipt_of(site, "amina@example.org", reference.replace(" ", ""))
        text = receipt.get_payload(0).get_payload(decode=True).decode() if receipt.is_multipart() else str(receipt)
        assert reference.replace(" ", "") in text.replace(" ", "")

        page.goto("/forms/my-request/")
        page.get_by_label("Reference").fill(reference)
        page.get_by_label("Email address or phone number").fill("amina@example.org")
        follow(page.get_by_role("button", name="Find it"))
        assert promised.group(1) in page.get_by_role("main").inner_text()


def receipt_of(site, address, reference):
    """Return the mail to ``address`` about a request; the worker sends it within its next rounds."""

    def received():
        return [
            mail
            for mail in site.mails()
            if mail["To"] == address and reference in str(mail["Subject"]).replace(" ", "")
        ]

    wait_until(lambda: bool(received()), seconds=90, what="the receipt")
    return received()[-1]


def report_a_bin(page):
    """Walk the branch (recycling, no red tag), upload a photo, and see it on the check page."""
    page.get_by_label("Blue bin: recycling").check()
    go_on(page)
    page.get_by_label("No", exact=True).check()
    go_on(page)
    page.get_by_label("Building and street").fill("1 Example Street")
    page.get_by_label("Town or city").fill("Oxford")
    page.get_by_label("Postcode").fill("OX1 1AA")
    go_on(page)
    page.get_by_label("Do you have a photo of the bin?").set_input_files(
        {"name": "bin.png", "mimeType": "image/png", "buffer": page.screenshot()}
    )
    go_on(page)
    page.get_by_label("Your name").fill("Amina O'Brien")
    page.get_by_label("Your email address").fill("amina@example.org")
    go_on(page)
    go_on(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Check your answers before you send them"
    answers = page.get_by_role("main").inner_text()
    for words in ("Blue bin: recycling", "1 Example Street", "bin.png", "Amina O'Brien"):
        assert words in answers


def go_on(page):
    follow(page.get_by_role("button", name="Continue"))
    assert not page.title().startswith("Error"), page.get_by_role("main").inner_text()


def rate_the_form(page):
    page.get_by_label("Very satisfied").check()
    page.get_by_label("How could we improve this service? (optional)").fill("It was quick. Ring me on 01632 960555.")
    follow(page.get_by_role("button", name="Send feedback"))
    assert "Thank you" in page.get_by_role("main").inner_text()


def test_a_rating_is_in_the_store_at_once_and_its_author_sees_it(site, chromium_browser):
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto("/housing/damp-and-mould/")
        follow(page.get_by_role("button", name="No", exact=True))
        page.get_by_role("textbox").last.fill("You do not say who comes. Write to me at rose@example.org")
        follow(page.get_by_role("main").get_by_role("button").last)
        assert "Thank you" in page.get_by_role("main").inner_text()
        assert page.context.cookies() == []
    with staff(chromium_browser, site.url, "author") as page:
        page.goto("/housing/damp-and-mould/")
        page.get_by_role("button", name="View Wagtail quick actions").click()
        page.get_by_role("menuitem", name="Edit this page").click()
        page.get_by_role("button", name="Actions").first.click()
        follow(page.get_by_role("link", name="What residents said"))
        page.get_by_role("heading", name="Damp and mould").first.wait_for()
        said = page.get_by_role("main").inner_text()
        assert "You do not say who comes." in said
        assert "rose@example.org" not in said
