"""The suggestions under the search box by keyboard, as WAI-ARIA's "List Autocomplete with Manual Selection" asks."""

import pytest

from tests.browser import audit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_suggestions_are_chosen_and_left_by_keyboard(chromium_page, live_server, entry):
    entry("Parking permits")
    entry("Parks")
    page = chromium_page(live_server.url + "/search/", width=320)
    box = page.locator("main input[type=search]")
    assert box.get_attribute("aria-expanded") == "false"
    box.press_sequentially("par")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert options.all_inner_texts() == ["Parks", "Parking permits"]
    assert page.get_by_role("status").filter(has_text="Suggestions: 2").count() == 1
    assert box.get_attribute("aria-activedescendant") is None
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowDown", 0), ("ArrowUp", 1)):
        box.press(key)
        assert box.get_attribute("aria-activedescendant") == options.nth(chosen).get_attribute("id")
        assert options.nth(chosen).get_attribute("aria-selected") == "true"
    assert audit(page) == []
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert (box.input_value(), options.count()) == ("par", 0)
    box.press_sequentially("k")
    options.first.wait_for()
    box.press("Tab")
    assert options.count() == 0
    box.press("End")
    box.press_sequentially("s")
    options.first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/search/?**")
    assert page.locator("main input[type=search]").input_value() == "Parks"
