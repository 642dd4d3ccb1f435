"""Wagtail saves drafts by itself; an author who presses Publish meanwhile gets one page, published, and no refusal."""

import pytest

from tests.journeys.editing import begin_a_service_page, publish
from tests.journeys.people import staff

pytestmark = pytest.mark.browser
#: The site has saved, and its answer is on a slow line.
SLOW_ANSWERS = """
const fetched = window.fetch;
window.fetch = async (...request) => {
    const answer = await fetched(...request);
    if (request[1]?.method?.toLowerCase() === "post" && answer.ok) {
        await new Promise((done) => setTimeout(done, 3000));
    }
    return answer;
};
"""
#: Wagtail looks for changes twice a second, and waits for half a second more before it saves; its answer takes three.
BETWEEN_WORDS_MS = 1500
MOST_WORDS = 24


def write_until_the_draft_is_saved(page):
    """Go on writing: what is written while Wagtail still prepares the form counts as there before."""
    drafts = []
    page.on("response", lambda answer: drafts.append(answer) if made_a_draft(answer) else None)
    for number in range(MOST_WORDS):
        page.locator("#id_summary").fill(f"What goes where on floor {number}.")
        page.wait_for_timeout(BETWEEN_WORDS_MS)
        if drafts:
            return
    raise AssertionError("Wagtail saved no draft")


def made_a_draft(answer):
    return answer.ok and answer.request.method == "POST" and "/pages/add/" in answer.url


def test_a_press_while_the_draft_is_being_saved_makes_one_page(site, chromium_browser):
    with staff(chromium_browser, site.url, "editor") as page:
        page.add_init_script(SLOW_ANSWERS)
        begin_a_service_page(page, "Bins in flats")
        write_until_the_draft_is_saved(page)
        assert "published" in publish(page)
        assert page.locator(".listing .title").filter(has_text="Bins in flats").count() == 1
        answer = page.goto("/your-council/bins-in-flats/")
        assert answer
        assert answer.status == 200
