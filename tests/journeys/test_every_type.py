"""A page of each type at 400 %, on paper and without style sheets."""

import pytest

from tests.journeys.variants import take_style_away, too_wide
from tools.pictures import PAGE_TYPES

pytestmark = [pytest.mark.browser, pytest.mark.walk]
PAGES = {**PAGE_TYPES, "a whole guide": "/bins-and-recycling/what-goes-in-each-bin/print/"}
#: What leads somewhere else or waits to be pressed: paper has no use for it.
MENUS = """() => [...document.querySelectorAll("nav, button, input, select, textarea, video, [role=navigation]")]
    .filter((one) => one.checkVisibility({visibilityProperty: true})).map((one) => one.outerHTML.slice(0, 120))"""
#: The words of the text, and the order of what stands around it.
WORDS = "[...document.querySelectorAll('main h1, main h2, main p')].map((one) => one.textContent.trim())"
ORDER = "[...document.querySelectorAll('.govuk-skip-link, main, h1, footer')].map((one) => one.localName)"
#: The phone numbers that stand on more than one line in columns of some widths.
BROKEN = """() => [...document.querySelectorAll("[href^='tel:'], .wm-number")].filter((number) => {
    const words = document.createRange();
    words.selectNodeContents(number);
    const box = number.closest("p, dd, li");
    return [150, 160, 170, 180, 190, 200, 220, 240].some((width) => {
        box.style.width = `${width}px`;
        return new Set([...words.getClientRects()].map((line) => Math.round(line.top))).size > 1;
    });
}).map((number) => number.outerHTML)"""
#: Pixels of an A4 page between its margins.
PAPER = {"width": 680, "height": 960}


@pytest.mark.parametrize("kind", PAGES)
def test_every_type_in_every_way(kind, site, page):
    page.goto(site.url + PAGES[kind])
    words = page.evaluate(WORDS)
    page.set_viewport_size({"width": 320, "height": 256})
    assert too_wide(page) <= 0, "scrolls sideways at 400 %"
    assert page.evaluate(BROKEN) == []

    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    assert page.evaluate(MENUS) == []
    assert too_wide(page) <= 0, "is cut off on paper"
    assert page.locator("h1").is_visible()

    page.emulate_media(media="screen")
    take_style_away(page)
    assert page.evaluate(WORDS) == words
    assert page.evaluate(ORDER) == ["a", "main", "h1", "footer"]
    assert page.locator("h1").is_visible()
