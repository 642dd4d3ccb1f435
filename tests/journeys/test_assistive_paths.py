"""The ways of people who use no mouse, a screen reader, own colours, large text, no style sheets or no motion."""

import pytest

from tests.journeys.keyboard import answer, press, spoken, tab, tab_to
from tests.journeys.people import PASSWORD, person
from tests.journeys.variants import take_style_away

pytestmark = [pytest.mark.browser, pytest.mark.walk]
SERVICE = "/bins-and-recycling/report-a-missed-bin/"
FORM = "/report-a-missed-bin/"
PLACES = ["/", SERVICE, FORM, "/accessibility-statement/", "/ur/accessibility-statement/", "/search/?q=bin"]
STEPS = 12


def test_a_resident_reports_a_bin_with_the_keyboard_alone(site, chromium_browser):
    with person(chromium_browser, site.url) as page:
        page.goto(SERVICE)
        assert tab(page)["text"] == "Skip to main content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main-content"
        tab_to(page, "Report a missed bin")
        press(page)
        tab_to(page, "Start now")
        press(page)
        for _step in range(STEPS):
            if page.locator(".wm-reference").count():
                break
            answer(page)
            assert not page.title().startswith("Error"), page.get_by_role("main").inner_text()
        assert page.locator(".wm-reference").is_visible()
        answer(page)


def test_staff_sign_in_and_read_the_report_with_the_keyboard_alone(site, chromium_browser):
    with person(chromium_browser, site.url) as page:
        page.goto("/admin/login/")
        page.get_by_label("Username").focus()
        page.keyboard.type("admin")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        press(page)
        page.goto("/admin/accessibility/")
        tab_to(page, "Show my pages")
        press(page)
        assert "mine=1" in page.url


def test_a_screen_reader_says_guidance_fault_and_state(site, chromium_browser):
    with person(chromium_browser, site.url) as page:
        page.goto(FORM)
        page.locator(".govuk-button--start").click()
        page.wait_for_load_state()
        guided = spoken(page, "main form fieldset")
        assert (guided.role, guided.name) == ("group", "Which bin did we miss?")
        assert "If we missed more than one, pick them all." in guided.description
        with page.expect_navigation():
            page.locator("main form button").first.click()
        assert page.title().startswith("Error")
        wrong = spoken(page, "main form fieldset")
        assert "If we missed more than one, pick them all." in wrong.description
        assert "Error: Pick the bin that we missed." in wrong.description
        assert spoken(page, "main .govuk-error-summary [role=alert]").role == "alert"
        link = spoken(page, "main .govuk-error-summary a")
        assert (link.role, link.name) == ("link", "Pick the bin that we missed.")
        box = spoken(page, "main form input[type=checkbox]")
        assert (box.role, box.name, box.properties["checked"]) == ("checkbox", "Green bin: rubbish", "false")


@pytest.mark.parametrize("place", PLACES)
def test_every_way_to_see_a_page(site, chromium_browser, place):
    """400 % (320 by 256 pixels), own colours, no motion, then no style sheets: all in one window."""
    with person(chromium_browser, site.url) as page:
        page.goto(place)
        words = page.get_by_role("heading", level=1).inner_text()
        page.set_viewport_size({"width": 320, "height": 256})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways at 400 %"
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        tab(page)
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        moving = "document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 1).length"
        assert page.evaluate(moving) == 0
        take_style_away(page)
        assert page.get_by_role("heading", level=1).inner_text() == words
        order = page.evaluate("[...document.querySelectorAll('a, main, footer')].map((one) => one.localName)")
        assert order.index("a") < order.index("main") < order.index("footer")
