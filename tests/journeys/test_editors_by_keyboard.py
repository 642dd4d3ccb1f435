"""Editors who teach the search or write newsletters, by keyboard alone on a narrow screen, and without scripts."""

import pytest

from tests.browser import follow
from tests.journeys.keyboard import inspect, press, tab_to, type_into
from tests.journeys.people import person, staff

pytestmark = pytest.mark.browser
QUERY = "rats under the shed"
LETTER = "/admin/snippets/updates/newsletter/"
#: Only languages that readers chose are offered, and the demo's are all written.
A_POLISH_READER = """
from django.utils import timezone
from updates.models import Follow, Subscriber
row = Subscriber(channel="mail", language="pl", confirmed_at=timezone.now())
row.keep("pl@example.org")
row.save()
Follow.objects.create(subscriber=row, kind="newsletter", key="")
"""


@pytest.fixture
def searched(site, chromium_browser):
    """A search that a resident made."""
    with person(chromium_browser, site.url, java_script=False) as page:
        page.goto("/search/")
        page.locator("main input[name=q]").fill(QUERY)
        page.locator("main input[name=q]").press("Enter")
        page.wait_for_url("**q=rats*")


def test_an_editor_tries_a_synonym_and_judges_a_search(site, searched, chromium_browser):
    found: list[str] = []
    with staff(chromium_browser, site.url, "admin") as page:
        page.goto("/admin/reports/searches/")
        inspect(page, "searches", found)
        page.reload()
        tab_to(page, f"Make a synonym\nfor {QUERY}")
        press(page)
        try_a_synonym(page, found)
        tab_to(page, f"Judge\n{QUERY}")
        press(page)
        judge(page, found)
    assert found == [], "\n".join(found)


def try_a_synonym(page, found):
    """See what it changes, and save it. What was tried before it was saved is what is saved."""
    assert page.locator("#words").input_value() == QUERY
    inspect(page, "try", found)
    page.reload()
    type_into(page, "means", "pest control")
    tab_to(page, "See what it changes")
    press(page)
    assert "csrf" not in page.url, "the address would hold a secret"
    assert "First results without and with it" in page.get_by_role("main").inner_text()
    inspect(page, "tried", found)
    page.reload()
    tab_to(page, "Save it")
    press(page)
    assert "Saved. The next search uses it." in page.locator(".messages").inner_text()


def judge(page, found):
    """Choose a verdict with the arrow keys, name what is missing, and be told where search knows nothing."""
    inspect(page, "judge", found)
    page.reload()
    verdict = page.locator("main input[type=radio]").first.get_attribute("name")
    type_into(page, verdict, "")
    page.keyboard.press("ArrowDown")
    assert page.locator("main input[type=radio]:checked").first.get_attribute("value") == "right"
    type_into(page, "address", "/nowhere/")
    tab_to(page, "Keep this judgement")
    press(page)
    assert "Search knows nothing at /nowhere/" in page.get_by_role("alert").inner_text()
    assert page.locator("#address").input_value() == "/nowhere/"
    inspect(page, "judge-wrong", found)
    page.locator("#address").fill("")
    tab_to(page, "Keep this judgement")
    press(page)
    assert "Kept." in page.locator(".messages").inner_text()


def test_an_editor_without_scripts_tries_a_synonym_and_judges_a_search(site, searched, chromium_browser):
    with staff(chromium_browser, site.url, "admin", java_script=False) as page:
        page.goto("/admin/reports/searches/")
        follow(page.get_by_role("link", name=f"Make a synonym for {QUERY}").first)
        page.get_by_label("Words that our pages use").fill("mice")
        follow(page.get_by_role("button", name="See what it changes"))
        follow(page.get_by_role("button", name="Save it"))
        assert "Saved. The next search uses it." in page.locator(".messages").inner_text()
        follow(page.get_by_role("link", name=f"Judge {QUERY}").first)
        page.get_by_role("radio", name="Also right").first.check()
        follow(page.get_by_role("button", name="Keep this judgement"))
        assert "Kept." in page.locator(".messages").inner_text()
        follow(page.get_by_role("link", name=f"Judge {QUERY}").first)
        assert page.get_by_role("radio", name="Also right").first.is_checked()


def test_a_language_is_added_to_a_newsletter_by_keyboard_and_without_scripts(site, chromium_browser):
    found: list[str] = []
    site.manage("shell", "-v0", "-c", A_POLISH_READER)
    with staff(chromium_browser, site.url, "admin", java_script=False) as page:
        page.goto(LETTER)
        follow(page.get_by_role("link", name="News from your council").first)
        follow(page.get_by_role("link", name="Add a language without scripts"))
        address = page.url
        follow(page.get_by_role("button", name="Store"))
        assert "Nothing was stored" in page.get_by_role("alert").inner_text()
        page.get_by_label("Language").select_option(index=1)
        page.get_by_label("Subject").fill("Wieści")
        page.get_by_label("Introduction").fill("Trzy rzeczy.\n\nDo przeczytania.")
    with staff(chromium_browser, site.url, "admin") as page:
        page.goto(address)
        inspect(page, "add-language", found)
        page.reload()
        type_into(page, "language", "")
        page.keyboard.press("ArrowDown")
        type_into(page, "subject", "Wieści")
        type_into(page, "intro", "Trzy rzeczy.")
        tab_to(page, "Store")
        press(page)
        assert "The language is added." in page.locator(".messages").inner_text()
        page.get_by_text("The same in other languages").first.wait_for()
        rows = page.locator("#id_words-FORMS > *").filter(has=page.locator("select"))
        assert rows.count() == 2
        assert page.get_by_role("link", name="Add a language without scripts").count() == 0
    assert found == [], "\n".join(found)
