"""What residents get on each page type."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Locale, Page, Site

from services.demo.lookup import page_named
from services.models import ServicePage


@pytest.fixture
def read(client):
    """Return a function that gets an address and returns its parsed page."""

    def get(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        return BeautifulSoup(response.content, "lxml")

    return get


def words(element):
    return " ".join(element.get_text(" ").split())


def test_a_service_page_answers_in_order(demo, read):
    form = Page(title="Tell us about a missed bin", slug="form")
    Site.objects.get(is_default_site=True).root_page.add_child(instance=form)
    page = page_named("report-a-missed-bin")
    page.start_page = form
    page.save_revision().publish()
    main = read("/bins-and-recycling/report-a-missed-bin/").find("main")
    shown = words(main)
    order = [
        "Report a missed bin",
        "Tell us within 2 working days",
        "It takes about 2 minutes. You do not need an account.",
        "How long it takes 2 working days",
        "Before you report it",
        "Other ways to do this Phone 01632 960101",
        "Related Find your bin day",
    ]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    button = main.find("a", class_="wm-start")
    assert (words(button), button["href"]) == ("Report a missed bin", "/form/")


def test_a_start_page_that_is_not_live_is_no_button(demo, read):
    form = Page(title="Tell us about a missed bin", slug="form", live=False)
    Site.objects.get(is_default_site=True).root_page.add_child(instance=form)
    ServicePage.objects.filter(slug="report-a-missed-bin").update(start_page=form)
    assert read("/bins-and-recycling/report-a-missed-bin/").find("a", class_="wm-start") is None


def test_a_service_may_start_on_another_website(demo, read):
    ServicePage.objects.filter(slug="get-a-new-bin").update(start_url="https://example.org/", start_label="Ask here")
    main = read("/bins-and-recycling/get-a-new-bin/").find("main")
    assert main.find("a", class_="wm-start")["href"] == "https://example.org/"
    assert "This opens another website." in words(main)


def test_a_button_leads_to_one_place(demo):
    page = page_named("report-a-missed-bin")
    page.start_page, page.start_url = page, "https://example.org/"
    with pytest.raises(Exception, match="not both"):
        page.full_clean()


def test_an_area_lists_its_pages_with_their_sentences(demo, read):
    main = read("/bins-and-recycling/").find("main")
    assert "Find your bin day We empty bins on one day each week." in words(main)
    assert len(main.select(".wm-pages li")) == 6


def test_a_guide_shows_a_chapter_an_address(demo, read):
    guide = "/bins-and-recycling/what-goes-in-each-bin/"
    first, second = read(guide), read(f"{guide}food-bin/")
    assert first.find("h1").get_text() != second.find("h1").get_text()
    assert words(first.find("main")).count("Put these in") == 1
    assert first.select_one(".wm-chapters [aria-current=page]").get_text() == "Blue bin: recycling"
    assert second.find("title").get_text().startswith("Food bin: all food - What goes in each bin")
    assert second.find("a", rel="prev")["href"] == guide
    assert second.find("a", rel="next")["href"] == f"{guide}green-bin/"
    read(f"{guide}no-such-chapter/", status=404)


def test_a_whole_guide_is_on_one_page(demo, read):
    page = read("/bins-and-recycling/what-goes-in-each-bin/print/")
    assert words(page.find("main")).count("Put these in") == 3
    assert page.find("a", href="#food-bin")
    assert page.find(id="food-bin")


def test_two_chapters_never_share_an_address(demo):
    page = page_named("what-goes-in-each-bin")
    block, value = page.chapters.stream_block, page.chapters
    for taken in ("blue-bin", "print"):
        value[1].value["slug"] = taken
        with pytest.raises(StreamBlockValidationError) as refused:
            block.clean(value)
        assert [*refused.value.block_errors] == [1]


def test_a_page_of_information_is_under_home(demo, read):
    assert "without a mouse" in words(read("/keyboard-help/").find("main"))


@pytest.mark.parametrize("address", ["/bins-and-recycling/report-a-missed-bin/", "/bins-and-recycling/", "/"])
def test_no_cookie_is_set(demo, client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def queries(client, address):
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return captured.captured_queries


def in_urdu(*pages):
    """Publish the pages in Urdu, from above to below."""
    urdu, _ = Locale.objects.get_or_create(language_code="ur")
    for page in pages:
        page.copy_for_translation(urdu).save_revision().publish()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_service_page_needs_twelve_queries_at_any_size_also_with_nothing_kept(language, demo, client):
    address = "/bins-and-recycling/report-a-missed-bin/"
    page = page_named("report-a-missed-bin")
    if language == "ur":
        in_urdu(page_named("bins-and-recycling").get_parent().specific, page_named("bins-and-recycling"), page)
        address = f"/ur{address}"
    client.get(address)
    before = queries(client, address)
    cache.clear()
    cold = queries(client, address)
    for asked, most in ((before, 3), (cold, 12)):
        assert len(asked) <= most, "\n".join(query["sql"][:200] for query in asked)
    area = Page.objects.get(slug="bins-and-recycling", locale__language_code=language)
    for number in range(50):
        area.add_child(instance=ServicePage(title=f"Page {number}", summary="A page.", locale=area.locale))
        area.refresh_from_db()
    client.get(address)  # a page that went live makes what is kept for the frame worthless once
    assert len(queries(client, address)) == len(before)
    cache.clear()
    assert len(queries(client, address)) == len(cold)


@pytest.mark.parametrize("address", ["/", "/bins-and-recycling/"])
def test_a_list_needs_the_same_queries_at_any_length(demo, client, address):
    client.get(address)
    before = len(queries(client, address))
    area = Page.objects.get(slug="bins-and-recycling")
    for number in range(20):
        area.add_child(instance=ServicePage(title=f"Page {number}", summary="A page."))
        area.refresh_from_db()
    client.get(address)
    assert len(queries(client, address)) == before
