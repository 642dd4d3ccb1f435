"""Wagtail saves drafts by itself; an author who presses Publish meanwhile gets one page, published, and no refusal."""

import pytest

from tests.journeys.editing import begin_a_service_page, publish
from tests.journeys.people import staff

pytestmark = pytest.mark.browser
#: The site has saved, and its answer is on a slow line. Wagtail watches for changes from two seconds after a form came.
SLOW_ANSWERS = """
document.addEventListener("w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = ""; });
const fetched = window.fetch;
window.fetch = async (...request) => {
    const answer = await fetched(...request);
    if (request[1]?.method?.toLowerCase() === "post" && answer.ok) {
        await new Promise((done) => setTimeout(done, 3000));
    }
    return answer;
};
"""


def made_a_draft(answer):
    return answer.ok and answer.request.method == "POST" and "/pages/add/" in answer.url


def test_a_press_while_the_draft_is_being_saved_makes_one_page(site, chromium_browser):
    with staff(chromium_browser, site.url, "editor") as page:
        page.add_init_script(SLOW_ANSWERS)
        begin_a_service_page(page, "Bins in flats")
        page.locator("[data-watched]").wait_for(state="attached")
        with page.expect_response(made_a_draft):
            page.locator("#id_summary").fill("What goes where, floor by floor.")
        assert "published" in publish(page)
        assert page.locator(".listing .title").filter(has_text="Bins in flats").count() == 1
        answer = page.goto("/your-council/bins-in-flats/")
        assert answer
        assert answer.status == 200
