"""What an author does in Wagtail's page editor: begin a service page, write its texts, press Publish."""

import re

from playwright.sync_api import Locator, Page, expect


def begin_a_service_page(page: Page, title: str) -> None:
    """Open the editor for a new service page below "Your council", and write all that it must have."""
    page.goto("/your-council/")
    page.get_by_role("button", name="View Wagtail quick actions").click()
    page.get_by_role("menuitem", name="Edit this page").click()
    page.wait_for_url("**/edit/")
    page.goto(page.url.replace("/edit/", "/").replace("/pages/", "/pages/add/services/servicepage/"))
    texts = text_boxes(page)
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("What goes where.")
    for text in texts:
        text.fill("See the guide.")
    for kept in page.locator("[data-contentpath=body] input[name$='-value']").all():
        # Draftail hands its text to the form a quarter of a second after it is written: sooner than a person presses.
        expect(kept).to_have_value(re.compile("See the guide"))


def text_boxes(page: Page) -> list[Locator]:
    """Return the three texts that a new service page begins with, once the editor has drawn them all."""
    texts = page.locator("[data-contentpath=body] [role=textbox]")
    expect(texts).to_have_count(3)
    return texts.all()


def publish(page: Page) -> str:
    """Press Publish and return the message of the page that follows."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    return message(page)


def message(page: Page) -> str:
    """Return what the editor is told. A new address says nothing: a draft that saves itself has one too."""
    page.locator(".messages li").first.wait_for()
    return page.locator(".messages").inner_text()
