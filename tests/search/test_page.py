"""The search page: any text gets an answer with 200, and nothing typed comes back as markup."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from core.models import Contact, ServicePromise
from insight.models import Event
from search.models import Synonym
from services.models import ServiceIndexPage, ServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(entry):
    """A few entries: what most tests need, without the whole demo."""
    entry("Missed bin", "Tell us if we did not take your bin.")
    entry("Mattress and sofa collection")


@pytest.fixture
def ask(client):
    """Return a function that searches and returns the parsed page."""

    def get(query, address="/search/", **more):
        response = client.get(address, {"q": query, **more})
        assert response.status_code == 200
        assert not response.cookies
        return BeautifulSoup(response.content, "lxml")

    return get


def test_a_resident_finds_a_page_by_their_own_words(demo, ask):
    page = ask("they did not take my bins")
    first = page.select_one(".wm-pages a")
    assert first["href"].startswith("/bins-and-recycling/")
    assert page.find("title").get_text().startswith("they did not take my bins - Search")
    assert page.find("input", attrs={"name": "q"})["value"] == "they did not take my bins"
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_the_count_is_said(pages, ask):
    assert re.search(r"\b\d+ pages? for “mattress sofa”", ask("mattress sofa").find("h2").get_text())


def test_english_results_of_another_language_are_marked(pages, ask):
    page = ask("bin", "/ur/search/")
    marked = page.select_one(".wm-found a[lang]")
    assert (marked["lang"], marked["dir"]) == ("en", "ltr")


def test_nothing_found_offers_every_other_way(demo, ask):
    page = ask("zzzqqq")
    assert "We found nothing for “zzzqqq”" in page.find("h2").get_text()
    assert page.find("a", string="Bins and recycling")


def test_an_empty_search_is_a_form(client):
    for address in ("/search/", "/search/?q=", "/search/?q=%20%09"):
        page = BeautifulSoup(client.get(address).content, "lxml")
        assert page.find("main").find("h2") is None
        assert page.find("main").find("input", attrs={"name": "q"})


@pytest.mark.parametrize(
    "query",
    [
        "a", "ab", '"', "'", '"bin', "bin*", "NEAR(bin, 5)", "bin AND", "OR", "NOT bin", "title:bin", "-bin", "100%",
        "_", "\\", "\x01\x02", "🗑️", "🗑️ bin", "café", "x" * 10_000, "bin " * 3_000, "؟ گھر",
        "; DROP TABLE search_searchentry; --", "' OR 1=1 --", "&|!():*<->", "{{ 7 * 7 }}", "\ud800",
    ],
)  # fmt: skip
def test_no_text_breaks_it(pages, ask, query):
    page = ask(query.encode("utf-8", "replace").decode())
    assert page.find("h1").get_text() == "Search"


@pytest.mark.parametrize("query", ["bin\x00day", "\x00"])
def test_what_no_database_can_hold_is_refused_in_words(client, query):
    response = client.get("/search/", {"q": query})
    assert response.status_code == 400
    assert BeautifulSoup(response.content, "lxml").find("h1")


def test_what_was_typed_is_text(pages, ask):
    page = ask('<script>alert(1)</script> " onfocus=x')
    assert page.find("script", string="alert(1)") is None
    assert page.find("input", attrs={"name": "q", "onfocus": True}) is None
    assert page.find("input", attrs={"name": "q"})["value"] == '<script>alert(1)</script> " onfocus=x'


def test_a_search_is_counted_with_what_it_found(pages, ask):
    before = Event.objects.count()
    ask("zzzqqq")
    ask("bins")
    assert Event.objects.count() == before + 2


def test_only_reading_is_allowed(client):
    assert client.post("/search/", {"q": "bin"}).status_code == 405


def test_a_repaired_search_says_so_and_offers_the_typed_one(pages, ask):
    page = ask("matress")
    link = page.select_one(".wm-found a[href*=exact]")
    assert link.get_text() == "Search for “matress” instead"
    assert "mattress" in page.find("h2", id="found").get_text()


def test_types_are_filters_with_counts(pages, entry, ask):
    entry("Bin guide", kind="services.guidepage")
    page = ask("bin")
    assert [link.get_text() for link in page.select(".wm-filters a")] == ["All types (2)", "Home page (1)", "Guide (1)"]
    guide = page.select(".wm-filters a")[-1]["href"]
    assert "kind=services.guidepage" in guide
    assert [
        link.get_text()
        for link in ask("bin", guide.partition("?")[0] + "?kind=services.guidepage").select(".wm-pages > li > a")
    ]


def test_a_result_gives_its_answer(db, ask):
    home = Site.objects.get(is_default_site=True).root_page
    area = home.add_child(instance=ServiceIndexPage(title="Bins", slug="bins"))
    contact = Contact.objects.create(name="Bins", phone="01632 960001", hours="Monday to Friday, 9am to 5pm")
    promise = ServicePromise.objects.create(name="Bins", working_days=2)
    page = ServicePage(
        title="Garden waste", slug="garden", fee="£44 a year", minutes=3, start_url="https://bins.example.org/",
        contact=contact, promise=promise, live=False,
    )  # fmt: skip
    area.add_child(instance=page).save_revision().publish()
    answer = " ".join(ask("garden waste").select_one(".wm-answer").get_text(" ").split())
    for told in (
        "Start now",
        "3 minutes",
        "What it costs: £44 a year.",
        "2 working days",
        "01632 960001",
        "9am to 5pm",
    ):
        assert told in answer


def test_suggestions_are_titles_and_residents_words(pages, client):
    Synonym.objects.create(words="mattresses left out", means="fly-tipping")

    def suggested(typed):
        return client.get("/search/suggest/", {"q": typed}).json()["suggestions"]

    assert suggested("matt") == ["mattresses left out", "Mattress and sofa collection"]
    assert suggested("missed b") == ["Missed bin"]
    for typed in ("", "m", '"', "NEAR(", "zzz", "x" * 10_000):
        assert suggested(typed) == []


def test_the_a_to_z_holds_the_councils_words_and_residents(pages, entry, client):
    entry("Missed bin", kind="onlineforms.formpage")
    Synonym.objects.create(words="rubbish not taken", means="missed bin")
    page = BeautifulSoup(client.get("/search/a-to-z/").content, "lxml")
    assert page.find("a", string="Missed bin")
    assert len(page.find_all("a", string="Missed bin")) == 1
    assert page.find("a", string="rubbish not taken").parent.get_text().endswith("(we call it “missed bin”)")


def test_a_second_search_is_told_apart(pages, client):
    client.get("/search/", {"q": "missed bin", "was": "bin"})
    client.get("/search/", {"q": "missed bin", "was": "missed bin"})
    ended = Event.objects.filter(type__contains="search.ended")
    assert [event.data["end"] for event in ended] == ["again"]


def test_where_little_is_translated_the_a_to_z_leads_to_the_whole_list(pages, client):
    page = BeautifulSoup(client.get("/ar/search/a-to-z/").content, "lxml").main
    whole = page.find("a", hreflang="en")
    assert whole["href"] == "/search/a-to-z/"
    assert page.find("nav") is None, "a list of no letters leads nowhere"
    assert BeautifulSoup(client.get("/search/a-to-z/").content, "lxml").main.find("a", hreflang="en") is None


@pytest.mark.parametrize("query", ["missed bin (flats)", "qqxzv (2)"])
def test_words_of_another_direction_stand_by_themselves(pages, client, query):
    """In Arabic or Urdu, a bracket at the end of English words would jump to their beginning."""
    page = BeautifulSoup(client.get("/ar/search/", {"q": query}).content, "lxml")
    assert page.select_one("#found bdi").get_text() == query
