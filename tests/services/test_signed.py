"""Pages in British Sign Language stand on the page of other languages, which says how to ask where there is none."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from core.demo.frame import load as load_frame
from core.models import BrandSettings
from library.models import Video
from services.demo.lookup import page_named
from services.models import HowToVideoPage
from services.signed import signed_pages

pytestmark = pytest.mark.django_db
SLUG = "how-to-report-a-missed-bin"


def section(client, address="/languages/"):
    """Return what stands between the heading on BSL and the end of the page."""
    main = BeautifulSoup(client.get(address).content, "lxml").find("main")
    return BeautifulSoup("".join(str(each) for each in main.find(id="bsl").find_all_next()), "lxml")


@pytest.fixture
def council(demo):
    """The demo with the council's own contact and its page on interpreters."""
    load_frame(demo)
    return demo


@pytest.fixture
def signed(demo):
    """The demo's how-to video, with a version in sign language."""
    page = page_named(SLUG)
    page.video.bsl_version = Video.objects.create(title="BSL", type="video", file=ContentFile(b"0", name="bsl.webm"))
    page.video.save()
    return page


def test_where_there_is_none_it_says_how_to_ask(council, client):
    found = section(client)
    assert "None of our pages has a video in BSL yet." in found.text
    assert found.find("a", href="mailto:customer-services@example.org")


def test_without_an_address_it_leads_to_the_page_on_interpreters(council, client):
    BrandSettings.objects.update(contact=None)
    assert section(client).find("a", href="/interpreters-and-bsl/")
    assert not section(client).find("a", href=lambda href: href.startswith("mailto:"))


def test_pages_with_a_signed_video_are_listed(signed, client):
    (link,) = section(client).select("ul a")
    assert (link["href"], link.text) == (signed.url, signed.title)
    assert not link.has_attr("lang")
    assert "None of our pages" not in section(client).text


def test_a_video_that_is_signed_itself_counts(demo, client):
    Video.objects.filter(pk=page_named(SLUG).video.pk).update(language="bfi")
    assert section(client).select("ul a")


def test_a_reader_of_another_language_is_told_which_language_the_page_is_in(signed, client):
    (link,) = section(client, "/ur/languages/").select("ul a")
    assert (link["lang"], link["hreflang"], link["dir"]) == ("en", "en", "ltr")


def test_a_translated_page_is_listed_in_its_own_language(signed, client):
    urdu, _new = Locale.objects.get_or_create(language_code="ur")
    copy = signed.copy_for_translation(urdu, copy_parents=True)
    Page.objects.filter(pk=copy.pk).update(title="نیا کوڑے دان", live=True)
    (link,) = section(client, "/ur/languages/").select("ul a")
    assert (link.text, link.has_attr("lang")) == ("نیا کوڑے دان", False)
    assert [link.text for link in section(client).select("ul a")] == [signed.title]


@pytest.mark.parametrize("away", ["unpublish", "restrict"])
def test_what_nobody_may_see_is_not_listed(signed, client, away):
    if away == "unpublish":
        signed.unpublish()
    else:
        signed.view_restrictions.create(restriction_type="login")
    assert "None of our pages" in section(client).text


def test_many_cost_one_query(signed, rf, django_assert_num_queries):
    for number in range(5):
        copy = HowToVideoPage(title=f"Another {number}", slug=f"another-{number}", video=signed.video)
        signed.get_parent().add_child(instance=copy)
    request = rf.get("/languages/")
    signed_pages(request)
    from django.core.cache import cache

    cache.clear()
    with django_assert_num_queries(1):  # which pages are private is part of it
        assert len(signed_pages(request)) == 6
    with django_assert_num_queries(0):
        signed_pages(request)


def test_a_phone_number_is_marked_to_stay_in_one_piece(council, client):
    number = BeautifulSoup(client.get("/languages/").content, "lxml").main.find("bdi", class_="wm-number")
    assert number.text == "01632 960100"
