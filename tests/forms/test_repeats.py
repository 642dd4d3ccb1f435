"""Add another: turns are added, changed and removed without JavaScript, in several tabs, and none is lost."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.engine import Question, Schema, Step, first_incomplete, on_path
from forms.engine.schema import Repeat
from forms.models import Draft, Submission
from forms.services import publish_version
from tests.forms.conftest import CONTACT, Resident

WHO = {
    "slug": "who",
    "title": "Who lives with you?",
    "repeat": {"min": 1, "max": 3, "item": "Person", "another": "Do you need to add another person?"},
    "questions": [
        {"kind": "name", "key": "full", "label": "Their name", "error_missing": "Enter their name."},
        {"kind": "date", "key": "born", "label": "Date of birth", "error_missing": "Enter it.", "required": False},
    ],
}
CROWD = {
    "slug": "crowd",
    "title": "Are you a large household?",
    "show_if": {"all": ["who longer_than 2"]},
    "questions": [{"kind": "yes_no", "key": "large", "label": "Large?", "error_missing": "Say yes or no."}],
}
REACH = {
    "slug": "reach",
    "title": "Contact",
    "questions": [{"kind": "name", "key": "name", "label": "Your name", "error_missing": "x", "maps_to": "name"}],
}


@pytest.fixture
def household(client, make_page):
    page = make_page(steps=[WHO, CROWD, REACH])
    page.live = True
    page.save()
    publish_version(page)
    resident = Resident(client)
    resident.start()
    return resident


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def add(resident, name):
    """Open a new turn as the list does, answer it, and return its address."""
    response = resident.answer("who", {"another": "yes"})
    if response.status_code != 302:
        return response
    address = response["Location"]
    assert resident.client.post(address, {"full": name})["Location"] == f"{resident.base}/who"
    return address


def names(resident):
    return [row["full"] for row in Draft.objects.get().open_content()["answers"].get("who", [])]


def test_the_first_turn_is_asked_at_once_and_then_whether_there_is_another(household):
    first = household.client.get(f"{household.base}/who")["Location"]
    page = soup(household.client.get(first))
    assert "Person 1" in page.text
    assert household.client.post(first, {"full": ""}).status_code == 422
    assert household.client.post(first, {"full": "Ann"})["Location"] == f"{household.base}/who"
    page = soup(household.client.get(f"{household.base}/who"))
    assert "Ann" in page.dl.text
    assert page.legend.text.strip() == "Do you need to add another person?"
    refused = household.answer("who", {})
    assert refused.status_code == 422
    assert soup(refused).select_one(".govuk-error-summary a")["href"] == "#another"
    assert soup(refused).find(id="another").name == "input"
    assert household.answer("who", {"another": "no"})["Location"] == f"{household.base}/reach"


def test_posting_a_turn_twice_stores_it_once_and_two_tabs_store_two(household):
    address = add(household, "Ann")
    household.client.post(address, {"full": "Ann B"})
    first_tab, second_tab = (household.answer("who", {"another": "yes"})["Location"] for _ in range(2))
    household.client.post(first_tab, {"full": "Bob"})
    household.client.post(second_tab, {"full": "Cyd"})
    assert names(household) == ["Ann B", "Bob", "Cyd"]


def test_more_than_the_most_are_not_taken(household):
    fourth = household.answer("who", {"another": "yes"})["Location"]
    for name in ["Ann", "Bob", "Cyd"]:
        add(household, name)
    page = soup(household.client.get(f"{household.base}/who"))
    assert not page.select("input[name=another]")
    refused = household.client.post(fourth, {"full": "Dee"})
    assert refused.status_code == 409
    assert "Dee" in soup(refused).dl.text
    assert soup(refused).select_one("main p a")["href"] == f"{household.base}/who"
    assert names(household) == ["Ann", "Bob", "Cyd"]
    assert household.answer("who", {})["Location"] == f"{household.base}/crowd"


def test_a_turn_is_removed_after_a_second_look_and_the_least_is_kept_to(household):
    address = add(household, "Ann")
    page = soup(household.client.get(f"{address}/remove"))
    assert page.h1.text == "Do you want to remove Person 1?"
    assert household.client.post(f"{address}/remove")["Location"] == f"{household.base}/who"
    assert names(household) == []
    assert household.answer("who", {"another": "no"}).status_code == 422
    assert household.client.get(f"{address}/remove")["Location"] == f"{household.base}/who"


def test_check_shows_each_turn_with_its_own_change_link_that_comes_back(household):
    address = add(household, "Ann")
    add(household, "Bob")
    household.answer("who", {"another": "no"})
    household.answer("reach", {"name": "Zoë"})
    page = soup(household.client.get(f"{household.base}/check"))
    assert [heading.text for heading in page.select("h2.govuk-heading-m")][:2] == ["Person 1", "Person 2"]
    link = page.select(".govuk-summary-list__actions a")[0]
    assert link["href"] == f"{address}?return=check#full"
    assert link.text.split() == ["Change", "Person", "1", "Their", "name"]
    back = household.client.post(f"{address}?return=check", {"full": "Anna"})["Location"]
    assert back == f"{household.base}/who?return=check"
    assert household.client.post(back, {"another": "no"})["Location"] == f"{household.base}/check"
    household.send()
    answers = Submission.objects.get().open_content()["answers"]
    assert [row["full"] for row in answers["who"]] == ["Anna", "Bob"]


@pytest.mark.parametrize("item", ["nonsense", "0000000g", "00000000-1"])
def test_an_address_that_names_no_turn_is_404(household, item):
    assert household.client.get(f"{household.base}/who/{item}").status_code == 404


def test_a_turn_of_a_step_that_does_not_repeat_stores_nothing(household):
    response = household.client.post(f"{household.base}/reach/0000aaaa", CONTACT)
    assert response.status_code == 409
    assert "reach" not in Draft.objects.get().open_content()["answers"]


NAMES = st.text("ab é", max_size=3)
ITEMS = st.lists(st.dictionaries(st.sampled_from(["full", "_id", "stray"]), NAMES, max_size=3), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.one_of(ITEMS, st.text(max_size=3), st.booleans(), st.lists(st.text(max_size=3))))
def test_whatever_stands_under_a_repeating_step_the_engine_answers(stored):
    step = Step("who", "Who?", (Question("full", "name", "?"),), repeat=Repeat(min=1, max=3))
    schema = Schema((step,), {})
    kept = on_path(schema, {"who": stored})
    assert all(set(row) <= {"full", "_id"} for row in kept["who"])
    assert on_path(schema, kept) == kept
    complete = first_incomplete(schema, kept, ["who"]) is None
    assert complete == (1 <= len(kept["who"]) <= 3 and all(row.get("full", "").strip() for row in kept["who"]))
