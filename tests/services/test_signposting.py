"""Nobody is sent to the wrong door: teams and partners by need and by place."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from services.demo.lookup import page_named
from services.signposting.matching import scores
from services.signposting.place import Place, district_of

ADDRESS = "/your-council/who-can-help/"


@pytest.fixture
def ask(client, demo):
    def get(**asked):
        response = client.get(ADDRESS, asked)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "lxml").find("main")

    return get


def groups(page):
    """Return what stands under each heading: {heading: [names]}."""
    lists = page.select("ul.wm-pages")
    return {
        each.find_previous("h3").get_text(strip=True): [a.get_text() for a in each.select("li > a:first-child")]
        for each in lists
    }


def test_without_a_question_everybody_is_listed_by_kind(ask):
    found = groups(ask())
    assert "Housing team" in found["Our teams"]
    assert "Example Larder" not in found["Our teams"]
    assert "Example Advice Centre" in found["Groups that work with us"]


def test_words_find_who_deals_with_it_first(ask):
    page = ask(q="I cannot pay my rent")
    names = [name for group in groups(page).values() for name in group]
    assert names[0] == "Council tax and benefits team"
    assert "Example Community Larder" not in names


def test_who_does_not_deal_with_it_says_who_does(ask):
    page = ask(q="help with rent")
    housing = next(item for item in page.select("ul.wm-pages > li") if "Housing team" in item.get_text())
    assert "Others deal with this:" in housing.get_text()
    assert housing.find("a", href="/housing/get-help-with-your-rent/")


def test_a_need_that_is_ticked_fits_by_its_key_and_by_its_words(ask):
    found = groups(ask(need="money"))
    assert "Example Advice Centre" in found["Groups that work with us"]  # its directory says "money"
    assert found["Our teams"] == ["Council tax and benefits team"]  # it writes "rent"


def test_a_postcode_puts_what_is_near_first_and_loses_nobody(ask):
    everybody = sum(map(len, groups(ask()).values()))
    found = groups(ask(place="ox4 9zz"))
    assert next(iter(found)) == "Near “ox4 9zz”"
    assert found["Near “ox4 9zz”"] == ["East hub", "Example Community Larder"]
    assert "Example Digital Helpline" in found["By phone or online, wherever you are"]
    assert "Example Advice Centre" in found["Further away"]
    assert sum(map(len, found.values())) == everybody


def test_a_place_that_nobody_is_at_says_so(ask):
    assert "We know nobody right by “Atlantis”" in ask(place="Atlantis").get_text()


def test_when_nobody_fits_the_page_says_whom_to_ask(client, demo):
    response = client.get(ADDRESS, {"q": "zzzz", "place": "x" * 500})
    page = BeautifulSoup(response.content, "lxml")
    assert "Nobody fits these words" in page.find("main").get_text()
    assert "01632 960100" in page.get_text()
    assert page.find(id="signpost-words")["value"] == "zzzz"


def test_the_number_of_queries_does_not_grow(client, demo):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS, {"q": "help"})
        return len(queries)

    asked()
    before = asked()
    team = page_named("housing-team")
    for number in range(3):
        team.copy(update_attrs={"title": f"Team {number}", "slug": f"team-{number}"}, copy_revisions=False)
    assert Page.objects.filter(slug__startswith="team-").count() == 3
    asked()  # saved pages make what is kept for every page worthless
    assert asked() == before


@pytest.mark.parametrize(
    ("written", "district"),
    [
        ("OX4 1AA", "OX4"),
        ("ox41aa", "OX4"),
        ("OX4", "OX4"),
        ("SW1A 1AA", "SW1A"),
        ("W1A1AA", "W1A"),
        ("Cowley", ""),
        ("", ""),
    ],
)
def test_half_a_postcode_is_one_too(written, district):
    assert district_of(written) == district
    assert Place.of(written).district == district


def test_a_word_that_most_texts_hold_says_nothing():
    texts = ["help with rent", "help with food", "help with bins"]
    assert scores("help rent", texts) == [1.0, 0.0, 0.0]
    assert all(scores("help", texts))


def test_a_word_is_found_at_the_beginning_of_another_only():
    assert scores("Rent?", ["Your rent.", "For parents", "Food", "Rents and bills"]) == [0.5, 0.0, 0.0, 0.5]
