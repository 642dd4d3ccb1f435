"""Journeys c and e: an author, an editor, a translator and an auditor, each with their own account and rights."""

import re

import pytest

from tests.accessibility.documents.makers import bad_docx, good_docx
from tests.browser import audit, follow
from tests.journeys.editing import begin_a_service_page, publish
from tests.journeys.keyboard import tab_to
from tests.journeys.people import person, staff

pytestmark = pytest.mark.browser
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REPORT = "See the report and how to mend it"


def word_file(content):
    return {"name": "guide.docx", "mimeType": WORD, "buffer": content}


def test_no_page_with_a_failing_file_goes_live_until_it_is_mended(site, chromium_browser):
    learn_what_it_fails(site, chromium_browser)
    draft = be_refused(site, chromium_browser)
    mend_and_publish(site, chromium_browser, draft)


def learn_what_it_fails(site, chromium_browser):
    with staff(chromium_browser, site.url, "author") as page:
        page.goto("/admin/documents/add/")
        page.get_by_label("Title").fill("Guide to bins")
        page.locator("input[type=file]").set_input_files(word_file(bad_docx()))
        follow(page.get_by_role("button", name="Upload"))
        report = read_report(page)
        assert "HAS PROBLEMS" in report
        assert "WCAG 2.1 criterion 2.4.2 Page Titled" in report
        assert "How to mend it" in report
        assert_report_is_for_everybody(page)


def assert_report_is_for_everybody(page):
    """Walk the open report by keyboard on a narrow screen; each mend is reached and seen, and axe finds nothing."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert audit(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("main").get_by_role("button", name="Check now").focus()
    for words in ("Replace the file", "Publish as a web page instead", "Write these words", "Set this title"):
        tab_to(page, words)
    page.set_viewport_size({"width": 1280, "height": 900})


def be_refused(site, chromium_browser):
    """Return the editor's address of the draft that is kept."""
    with staff(chromium_browser, site.url, "editor") as page:
        write_a_page_that_links_to(page, "Guide to bins")
        told = publish(page)
        assert "Not published. Your draft is saved." in told
        assert "Document: The document “Guide to bins” has not passed its check." in told
        assert page.locator("#id_title").input_value() == "Files for bins"
        draft = page.url
    with person(chromium_browser, site.url) as page:
        answer = page.goto("/your-council/files-for-bins/")
        assert answer
        assert answer.status == 404
    return draft


def mend_and_publish(site, chromium_browser, draft):
    with staff(chromium_browser, site.url, "author") as page:
        open_document(page)
        page.locator("input[type=file]").set_input_files(word_file(good_docx()))
        follow(page.get_by_role("button", name="Save").first)
        assert "PASSED" in read_report(page)
    with staff(chromium_browser, site.url, "editor") as page:
        page.goto(draft)
        assert "published" in publish(page)
    with person(chromium_browser, site.url) as page:
        page.goto("/your-council/files-for-bins/")
        with page.expect_download() as download:
            page.get_by_role("main").get_by_role("link", name=re.compile("Guide to bins")).click()
        assert download.value.suggested_filename.endswith(".docx")


def open_document(page):
    page.goto("/admin/documents/")
    follow(page.get_by_role("link", name="Guide to bins").first)


def read_report(page):
    """Have the file checked now, as the author may, and return the report's words."""
    open_document(page)
    follow(page.get_by_role("link", name=REPORT))
    follow(page.get_by_role("button", name="Check now").first)
    page.get_by_role("heading", name="Guide to bins").first.wait_for()
    return page.get_by_role("main").inner_text()


def write_a_page_that_links_to(page, document):
    """Make a service page with a document block, as an editor does."""
    begin_a_service_page(page, "Files for bins")
    page.locator("[data-contentpath=body]").get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Document").click()
    page.get_by_role("button", name="Choose a document").first.click()
    page.get_by_role("link", name=document).first.click()
    page.get_by_role("button", name="Choose a document").wait_for(state="hidden")


def test_a_translator_changes_a_sentence_and_publishes_it(site, chromium_browser):
    words = "ہمیں کام کے 2 دن کے اندر بتائیں، ہم دان خالی کرنے واپس آئیں گے۔"
    with staff(chromium_browser, site.url, "translator-ur") as page:
        page.goto("/ur/bins-and-recycling/report-a-missed-bin/")
        page.get_by_role("button", name="View Wagtail quick actions").click()
        page.get_by_role("menuitem", name="Edit this page").click()
        segment = page.get_by_role("listitem").filter(has_text="Tell us within 2 working days").last
        segment.get_by_role("button", name=re.compile("Translate|Edit")).first.click()
        segment.get_by_role("textbox").fill(words)
        segment.get_by_role("button", name="Save").click()
        segment.get_by_text("Translated manually").wait_for()
        page.get_by_role("button", name="Publish in Urdu").click()
        page.locator(".messages").get_by_text("in Urdu").wait_for()
    with person(chromium_browser, site.url) as page:
        page.goto("/ur/bins-and-recycling/report-a-missed-bin/")
        assert words in page.get_by_role("main").inner_text()


def test_a_translator_cannot_edit_english(site, chromium_browser):
    with staff(chromium_browser, site.url, "editor") as page:
        page.goto("/bins-and-recycling/report-a-missed-bin/")
        page.get_by_role("button", name="View Wagtail quick actions").click()
        address = page.get_by_role("menuitem", name="Edit this page").get_attribute("href")
    with staff(chromium_browser, site.url, "translator-ur") as page:
        page.goto("http:" + address)
        assert "/edit/" not in page.url
        assert "do not have permission" in page.locator(".messages").inner_text()


def test_an_auditor_opens_the_accessibility_report(site, chromium_browser):
    with staff(chromium_browser, site.url, "auditor") as page:
        follow(page.get_by_role("link", name=re.compile("accessibility report", re.IGNORECASE)).first)
        report = page.get_by_role("main").inner_text()
        assert re.search(r"\d+ page", report), report
        assert page.get_by_role("main").get_by_role("table").first.is_visible()


def test_an_adviser_fills_a_form_in_for_a_caller_and_an_officer_answers(site, chromium_browser):
    with staff(chromium_browser, site.url, "adviser") as page:
        page.goto("/forms/ask-for-another-format/start")
        assert "phone" in page.get_by_role("main").inner_text().lower()
    with staff(chromium_browser, site.url, "forms-officer") as page:
        page.goto("/admin/requests/")
        assert page.get_by_role("heading", level=1).first.inner_text().strip() == "Requests"
    with staff(chromium_browser, site.url, "author") as page:
        page.goto("/admin/requests/")
        assert "do not have permission" in page.locator(".messages").inner_text()
