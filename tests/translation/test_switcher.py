"""A language is offered only where the page is really in it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from translation.switcher import hreflang_links, language_links

pytestmark = pytest.mark.django_db


def translated(page, language, *, live=True, alias=False):
    locale, _ = Locale.objects.get_or_create(language_code=language)
    copy = page.copy_for_translation(locale, alias=alias)
    copy.live = live
    copy.save(clean=False)
    return copy


def soup(function, page):
    return BeautifulSoup(function(page, RequestFactory().get("/")), "html.parser")


def test_one_language_has_only_the_way_to_others(home):
    assert [link["href"] for link in soup(language_links, home).find_all("a")] == ["/languages/"]
    assert hreflang_links(home, RequestFactory().get("/")) == ""


def test_each_language_stands_in_its_own_name_and_is_marked(home):
    translated(home, "ur")
    page = soup(language_links, home)
    link = page.find("a")
    assert (link["lang"], link["hreflang"], link["dir"], link.text.strip()) == ("ur", "ur", "rtl", "اردو")
    current = page.find(attrs={"aria-current": "true"})
    assert current.text == "English"
    assert current.name == "span"


@pytest.mark.parametrize("made", [{"live": False}, {"alias": True}])
def test_drafts_and_aliases_are_no_translations(home, made):
    translated(home, "pl", **made)
    assert [link.text for link in soup(language_links, home).find_all("a")] == ["Other languages"]


def test_hreflang_is_reciprocal_with_english_as_default(home):
    urdu = translated(home, "ur")
    sides = [
        {(link["hreflang"], link["href"]) for link in soup(hreflang_links, page).find_all("link")}
        for page in (home, urdu)
    ]
    assert sides[0] == sides[1]
    assert {language for language, _ in sides[0]} == {"en", "ur", "x-default"}
    assert all(address.startswith("http://localhost") for _, address in sides[0])


def test_the_switcher_costs_the_same_queries_for_any_number_of_languages(home):
    def cost():
        request = RequestFactory().get("/")
        language_links(home, request)
        with CaptureQueriesContext(connection) as queries:
            language_links(home, request)
        return len(queries)

    translated(home, "ur")
    one = cost()
    translated(home, "pl")
    translated(home, "ar")
    assert cost() == one <= 3


def test_a_reader_of_another_language_is_offered_the_page_in_words_of_that_language(home):
    translated(home, "ur")
    link = soup(language_links, home).find("a")
    assert link["data-offer"] == "یہ صفحہ آپ کی زبان میں بھی ہے۔"


@pytest.mark.browser
@pytest.mark.parametrize(("wanted", "offered"), [("ur-PK", "Bu"), ("en-GB", ""), ("de-DE", "")])
def test_the_offer_follows_the_browser(built, home, chromium_browser, wanted, offered):
    switcher = (
        '<nav class="wm-languages"><a href="/ur/" lang="ur" dir="rtl" hreflang="ur" data-offer="Bu">اردو</a></nav>'
    )
    with chromium_browser.new_context(locale=wanted) as context:
        page = context.new_page()
        page.set_content(f'<html lang="en"><body>{switcher}<main></main></body></html>')
        page.add_script_tag(content=(built / "site.js").read_text(), type="module")
        line = page.locator(".wm-languages__offer")
        page.wait_for_selector("body.js-enabled")
        assert (line.inner_text() if line.count() else "") == offered
