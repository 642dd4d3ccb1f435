"""The desk of newsletters and the list of colleagues, narrow and wide, and one colleague by keyboard alone."""

import re

import pytest
from django.utils import timezone

from tests.browser import follow
from tests.journeys.keyboard import press, tab_to
from tests.journeys.people import person, staff
from tests.journeys.variants import SETTLED_MS, look, too_wide

pytestmark = pytest.mark.browser
#: A form of Wagtail's has so many stops before its own.
FIELD = """name => {
    const on = document.activeElement;
    return on.id === `id_${name}` || (on.labels && [...on.labels].some(label => label.innerText.trim() === name));
}"""


def tab_to_field(page, name):
    for _stop in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(FIELD, name):
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


def test_newsletters_in_languages_and_addresses_that_are_gone(site, chromium_browser):
    found: list[str] = []
    with staff(chromium_browser, site.url, "admin") as page:
        page.goto("/admin/snippets/updates/newsletter/")
        follow(page.get_by_role("link", name="News from your council").first)
        page.get_by_text("The same in other languages").first.wait_for()
        choice = page.locator("select[name='words-0-language']")
        assert choice.input_value() == "ur"
        assert set(choice.locator("option").all_inner_texts()) >= {"Urdu"}
        assert "Arabic" not in choice.inner_text()
        page.goto("/admin/snippets/updates/newsletter/")
        page.get_by_role("button", name=re.compile("More options for .*News from your council")).click()
        follow(page.get_by_role("link", name="Check and send"))
        look(page, "send", found)
        page.set_viewport_size({"width": 320, "height": 900})
        page.wait_for_timeout(SETTLED_MS)
        field = page.get_by_label("Day and time").bounding_box()
        assert field["x"] + field["width"] <= 320
        follow(page.get_by_role("link", name="Show in Urdu"))
        assert "کونسل" in page.locator("pre").inner_text()
        look(page, "send-urdu", found)
        page.goto("/admin/reports/updates/")
        assert "No such mailbox" in page.get_by_role("main").inner_text()
        look(page, "numbers", found)
    assert found == [], "\n".join(found)


def test_a_colleague_is_added_and_marked_as_left_by_keyboard_on_a_narrow_screen(site, chromium_browser):
    with staff(chromium_browser, site.url, "admin") as page:
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto("/admin/signposting/")
        tab_to(page, "Add a colleague")
        press(page)
        tab_to_field(page, "reference")
        page.keyboard.type("EX-2001")
        tab_to(page, "Store")
        press(page)
        assert "Nothing was stored" in page.get_by_role("alert").inner_text()
        assert page.locator("#id_reference").input_value() == "EX-2001"
        tab_to_field(page, "name")
        page.keyboard.type("Edwin Specimen")
        tab_to(page, "Store")
        press(page)
        assert "The colleague is stored." in page.locator(".messages").inner_text()
        tab_to(page, "Change\nEdwin Specimen")
        press(page)
        tab_to_field(page, "left_on")
        page.keyboard.type(timezone.localdate().strftime("%m%d%Y"))  # as the browser's own field of a date takes it
        tab_to(page, "Store")
        press(page)
        assert re.search(r"Edwin Specimen\s+Left on .*: ask the team", page.get_by_role("main").inner_text())


def test_the_screens_of_colleagues(site, chromium_browser):
    found: list[str] = []
    with staff(chromium_browser, site.url, "admin") as page:
        page.goto("/admin/signposting/")
        look(page, "colleagues", found)
        follow(page.get_by_role("link", name="Change Amina Example"))
        look(page, "colleague", found)
        page.locator("#id_email").fill("no-mail")
        page.locator("#id_role").fill("Head of waste")
        follow(page.get_by_role("button", name="Store"))
        look(page, "colleague-fault", found)
        page.locator("#id_email").fill("")
        follow(page.get_by_role("button", name="Store"))
        page.goto("/admin/signposting/import/")
        text = "reference,name,role\nEX-1001,Amina Example,Waste officer\nEX-9,Nadia Example,\n"
        file = {"name": "staff.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.get_by_label("File", exact=True).set_input_files(file)
        follow(page.get_by_role("button", name="Show what would change"))
        assert "role stays “Head of waste”" in page.get_by_role("main").inner_text()
        look(page, "import", found)
    assert found == [], "\n".join(found)


#: Squeezes the paragraph of a phone number and returns on how many lines the number stands.
SQUEEZE = """width => {
    const number = document.querySelector(".wm-number");
    number.closest("p").style.width = `${width}px`;
    const words = document.createRange();
    words.selectNodeContents(number);
    return new Set([...words.getClientRects()].map((box) => box.top)).size;
}"""


def test_the_page_of_other_languages_says_how_to_ask_and_breaks_no_number(site, chromium_browser):
    found: list[str] = []
    with person(chromium_browser, site.url) as page:
        page.goto("/languages/")
        look(page, "languages", found)
        page.set_viewport_size({"width": 320, "height": 800})
        assert too_wide(page) <= 0
        assert "video in BSL" in page.locator("main").inner_text()
        assert {page.evaluate(SQUEEZE, width) for width in range(140, 320, 10)} == {1}
    assert found == [], "\n".join(found)
