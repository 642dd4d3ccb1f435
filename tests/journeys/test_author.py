"""A complete service page from the template: what it takes is counted, press by press."""

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.editing import message, text_boxes
from tests.journeys.people import person, staff

pytestmark = pytest.mark.browser
MOST = 25


class Counted:
    """Presses and fills of one author; each is one interaction, choosing in a list too."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, target: Locator) -> None:
        self.count += 1
        target.click()

    def write(self, target: Locator, words: str) -> None:
        self.count += 1
        target.fill(words)

    def choose(self, field: str, title: str) -> None:
        """Open a chooser and choose by title."""
        self.press(self.page.locator(f"#id_{field}-chooser").get_by_role("button", name="Choose").first)
        self.press(self.page.locator(".modal-body").get_by_role("link", name=title, exact=True).first)
        self.page.locator(".modal-body").wait_for(state="detached")


def test_an_author_makes_a_complete_service_page_in_at_most_25_interactions(site, chromium_browser):
    with staff(chromium_browser, site.url, "editor") as page:
        page.goto("/housing/")
        area = page.get_by_role("button", name="View Wagtail quick actions")
        author = Counted(page)
        author.press(area)
        author.press(page.get_by_role("menuitem", name="Add a child page"))
        author.press(page.get_by_role("link", name="Service", exact=True))
        author.write(page.locator("#id_title"), "Swap your home")
        author.write(page.locator("#id_summary"), "Swap your council home with another tenant.")
        author.write(page.locator("#id_start_url"), "https://example.org/swap")
        author.write(page.locator("#id_minutes"), "5")
        author.choose("promise", "Housing repair")
        author.choose("contact", "Housing")
        words_of_each = ("Council tenants.", "Your tenancy number.", "We write to you in a week.")
        for text, words in zip(text_boxes(page), words_of_each, strict=True):
            author.write(text, words)
        author.press(page.get_by_role("tab", name="Settings"))
        author.choose("owning_team", "Housing")
        author.write(page.locator("#id_review_on"), "2027-11-30")
        author.press(page.get_by_role("button", name="More actions"))
        author.press(page.get_by_role("button", name="Publish"))
        assert "published" in message(page)
        assert author.count <= MOST
    with person(chromium_browser, site.url) as page:
        page.goto("/housing/swap-your-home/")
        shown = page.get_by_role("main").inner_text()
        for words in (
            "It takes about 5 minutes.",
            "20 working days",
            "Who can use this",
            "Your tenancy number.",
            "01632",
        ):
            assert words in shown
