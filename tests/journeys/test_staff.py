"""Journeys c and e: an author, an editor, a translator and an auditor, each with their own account and rights."""

import re
from pathlib import Path

import pytest

from tests.journeys.people import person, staff

pytestmark = pytest.mark.browser
DATA = Path(__file__).resolve().parents[1] / "data" / "documents"


def upload(page, file, title):
    page.goto("/admin/documents/add/")
    page.get_by_label("Title").fill(title)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    page.wait_for_url("**/admin/documents/")


def test_an_author_learns_what_a_file_fails_and_no_page_with_it_goes_live(site, chromium_browser):
    failing = DATA / "vera-ua1__7.18.5-t02-fail-a.pdf"
    with staff(chromium_browser, site.url, "author") as page:
        upload(page, failing, "Guide to bins")
        page.get_by_role("link", name="Guide to bins").first.click()
        page.get_by_role("link", name=re.compile("check", re.IGNORECASE)).first.click()
        if page.get_by_role("button", name="Check now").count():
            page.get_by_role("button", name="Check now").first.click()
        report = page.get_by_role("main").inner_text()
        assert re.search(r"\b\d\.\d\.\d+\b", report), report
        assert "Failed" in report or "failed" in report
    published = publish_a_page_that_links_to(site, chromium_browser, "Guide to bins")
    assert "Not published. Your draft is saved." in published
    with person(chromium_browser, site.url) as page:
        assert page.goto("/your-council/files-for-bins/").status == 404
    with staff(chromium_browser, site.url, "author") as page:
        page.goto("/admin/pages/search/?q=Files+for+bins")
        assert page.get_by_role("link", name="Files for bins").first.is_visible()


def publish_a_page_that_links_to(site, browser, document):
    """Make a service page with a link to ``document`` as an editor would, and return the messages shown."""
    with staff(browser, site.url, "editor") as page:
        page.goto("/admin/pages/search/?q=Your+council")
        page.get_by_role("link", name="Your council", exact=True).first.click()
        parent = re.search(r"/pages/(\d+)/", page.url)
        assert parent
        page.goto(f"/admin/pages/add/services/servicepage/{parent.group(1)}/")
        page.get_by_label("Title", exact=False).first.fill("Files for bins")
        page.get_by_label("Summary").fill("What goes where.")
        page.get_by_role("button", name=re.compile("Insert a block")).first.click()
        page.get_by_role("option", name=re.compile("Document|File", re.IGNORECASE)).first.click()
        page.get_by_role("button", name=re.compile("Choose a document", re.IGNORECASE)).first.click()
        page.get_by_role("dialog").get_by_role("link", name=document).first.click()
        page.get_by_role("dialog").wait_for(state="hidden")
        page.get_by_role("button", name="More actions").click()
        page.get_by_role("button", name="Publish", exact=True).click()
        page.locator(".messages").wait_for()
        return page.locator(".messages").inner_text()


def test_a_translator_changes_a_sentence_and_publishes_it(site, chromium_browser):
    with staff(chromium_browser, site.url, "translator-ur") as page:
        page.goto("/admin/pages/search/?q=" + "دان")
        page.goto("/ur/bins-and-recycling/report-a-missed-bin/")
        page.goto(edit_address(page, site))
        segment = page.get_by_role("listitem").filter(has_text="Tell us within 2 working days").last
        segment.get_by_role("button", name=re.compile("Translate|Edit")).first.click()
        segment.get_by_role("textbox").fill("ہمیں کام کے 2 دن کے اندر بتائیں، ہم واپس آ کر دان خالی کر دیں گے۔")
        segment.get_by_role("button", name="Save").click()
        segment.get_by_text("Translated manually").wait_for()
        page.get_by_role("button", name=re.compile("Publish")).first.click()
        page.locator(".messages").get_by_text("in Urdu").wait_for()
    with person(chromium_browser, site.url) as page:
        page.goto("/ur/bins-and-recycling/report-a-missed-bin/")
        assert "ہم واپس آ کر دان خالی کر دیں گے" in page.get_by_role("main").inner_text()


def edit_address(page, site):
    """Return the editor's address of the page that is shown, from the bar that staff see."""
    printed = site.manage(
        "shell", "-c",
        "from services.models import ServicePage;"
        "print('ID', ServicePage.objects.get(slug='report-a-missed-bin', locale__language_code='ur').pk)",
    )  # fmt: skip
    found = re.search(r"ID (\d+)", printed)
    assert found
    return f"/admin/pages/{found.group(1)}/edit/"


def test_a_translator_cannot_edit_english(site, chromium_browser):
    with staff(chromium_browser, site.url, "translator-ur") as page:
        printed = site.manage(
            "shell", "-c",
            "from services.models import ServicePage;"
            "print('ID', ServicePage.objects.get(slug='report-a-missed-bin', locale__language_code='en').pk)",
        )  # fmt: skip
        found = re.search(r"ID (\d+)", printed)
        assert found
        page.goto(f"/admin/pages/{found.group(1)}/edit/")
        assert "/edit/" not in page.url


def test_an_auditor_opens_the_accessibility_report(site, chromium_browser):
    with staff(chromium_browser, site.url, "auditor") as page:
        page.get_by_role("link", name=re.compile("accessibility report", re.IGNORECASE)).first.click()
        report = page.get_by_role("main").inner_text()
        assert re.search(r"\d+ page", report), report
        assert page.get_by_role("main").get_by_role("table").first.is_visible()


def test_a_forms_officer_answers_a_request_and_an_adviser_fills_one_in(site, chromium_browser):
    with staff(chromium_browser, site.url, "adviser") as page:
        page.goto("/forms/ask-a-question/start")
        assert "phone" in page.get_by_role("main").inner_text().lower()
    with staff(chromium_browser, site.url, "forms-officer") as page:
        page.goto("/admin/requests/")
        assert page.get_by_role("heading", level=1).first.inner_text()
        assert page.get_by_role("main").is_visible()
