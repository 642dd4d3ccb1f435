"""Several pages that are answered again and again: each turn has its own way, and none is lost or half sent."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from forms.compiler import build, findings
from forms.engine import Schema, first_incomplete, first_unfinished, on_path, pages_of_turn
from forms.engine.schema import ITEM_ID
from forms.engine.summary import summarise
from forms.models import Draft, Submission, SubmissionFile
from forms.services import publish_version
from tests.forms.conftest import Resident
from tests.forms.test_files import photo
from tests.forms.test_repeats import REACH

CHILD = {
    "slug": "child",
    "title": "Your children",
    "repeat": {"min": 1, "max": 2, "item": "Child", "another": "Is there another child?"},
    "questions": [
        {"kind": "name", "key": "full", "label": "Their name", "error_missing": "Enter their name."},
        {"kind": "yes_no", "key": "school", "label": "Do they go to school?", "error_missing": "Say yes or no."},
    ],
}
WHICH = {
    "slug": "which",
    "title": "Their school",
    "same_turn": True,
    "show_if": {"all": ["school is yes"]},
    "questions": [{"kind": "text", "key": "called", "label": "Which school?", "error_missing": "Enter the school."}],
}
PHOTO = {
    "slug": "photo",
    "title": "Their photo",
    "same_turn": True,
    "questions": [
        {"kind": "file", "key": "face", "label": "Photo", "required": False, "error_invalid": "Send a picture."},
    ],
}


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def family(client, make_page):
    page = make_page(steps=[CHILD, WHICH, PHOTO, REACH])
    page.live = True
    page.save()
    publish_version(page)
    resident = Resident(client)
    resident.start()
    return resident


def children():
    return Draft.objects.get().open_content()["answers"].get("child", [])


def new_turn(family, **answers):
    """Answer the first page of a new turn; return its id and where that leads."""
    address = family.answer("child", {"another": "yes"})["Location"]
    return address.rsplit("/", 1)[1], family.client.post(address, answers)["Location"]


def test_a_turn_leads_through_its_own_pages_and_back_to_the_list(family):
    ann, address = new_turn(family, full="Ann", school="yes")
    assert address == f"{family.base}/which/{ann}"
    page = soup(family.client.get(address))
    assert "Child 1" in page.select_one(".govuk-caption-l").text
    assert page.select_one(".govuk-back-link")["href"] == f"{family.base}/child/{ann}"
    assert family.client.post(address, {"called": ""}).status_code == 422
    assert family.client.post(address, {"called": "Hill School"})["Location"] == f"{family.base}/photo/{ann}"
    assert family.client.post(f"{family.base}/photo/{ann}", {"face": photo()})["Location"] == f"{family.base}/child"
    bob, address = new_turn(family, full="Bob", school="no")
    assert address == f"{family.base}/photo/{bob}"
    family.client.post(address, {})
    assert [child["full"] for child in children()] == ["Ann", "Bob"]
    assert family.answer("child", {"another": "no"})["Location"] == f"{family.base}/reach"


def test_a_page_of_a_turn_that_is_off_its_way_or_too_far_on_leads_to_where_its_owner_is(family):
    bob, _address = new_turn(family, full="Bob", school="no")
    off = family.client.post(f"{family.base}/which/{bob}", {"called": "Hill School"})
    assert off.status_code == 409
    assert "Hill School" in soup(off).dl.text
    assert soup(off).select_one("main p a")["href"] == f"{family.base}/photo/{bob}"
    assert family.client.get(f"{family.base}/photo/0000aaaa")["Location"] == f"{family.base}/child/0000aaaa"
    assert family.client.get(f"{family.base}/which")["Location"] == f"{family.base}/child"
    assert "called" not in children()[0]


def test_a_turn_that_was_left_half_way_is_named_and_can_be_finished_or_removed(family):
    ann, _address = new_turn(family, full="Ann", school="yes")
    refused = family.answer("child", {"another": "no"})
    assert refused.status_code == 422
    page = soup(refused)
    link = page.select_one(".govuk-error-summary a")
    assert "Child 1" in link.text
    finish = page.find(id=link["href"].removeprefix("#"))
    assert finish["href"] == f"{family.base}/which/{ann}"
    assert "Not finished" in page.dl.text
    assert family.client.get(f"{family.base}/reach")["Location"] == f"{family.base}/child"
    family.client.post(f"{family.base}/child/{ann}/remove")
    assert children() == []


def test_a_change_link_comes_back_and_asks_only_what_the_change_made_necessary(family):
    ann, address = new_turn(family, full="Ann", school="no")
    family.client.post(address, {"face": photo()})
    family.answer("child", {"another": "no"})
    family.answer("reach", {"name": "Zoë"})
    page = soup(family.client.get(f"{family.base}/check"))
    rows = {row.dt.text: row for row in page.select(".govuk-summary-list__row")}
    assert list(rows) == ["Their name", "Do they go to school?", "Photo", "Your name"]
    assert rows["Photo"].a["href"] == f"{family.base}/photo/{ann}?return=check#face"
    address = rows["Do they go to school?"].a["href"].partition("#")[0]
    missing = family.client.post(address, {"full": "Ann", "school": "yes"})["Location"]
    assert missing == f"{family.base}/which/{ann}?return=check"
    back = family.client.post(missing, {"called": "Hill School"})["Location"]
    assert back == f"{family.base}/child?return=check"
    assert family.client.post(back, {"another": "no"})["Location"] == f"{family.base}/check"
    family.send()
    sent = Submission.objects.get().open_content()["answers"]["child"][0]
    assert sent == {ITEM_ID: ann, "full": "Ann", "school": "yes", "called": "Hill School", "face": sent["face"]}
    assert [str(file.pk) for file in Submission.objects.get().files.all()] == sent["face"]


def test_what_is_off_a_turns_way_is_dropped_when_it_is_sent(family):
    ann, address = new_turn(family, full="Ann", school="yes")
    family.client.post(address, {"called": "Hill School"})
    family.client.post(f"{family.base}/photo/{ann}", {"face": photo()})
    family.client.post(f"{family.base}/child/{ann}", {"full": "Ann", "school": "no"})
    assert children()[0]["called"] == "Hill School"
    family.answer("child", {"another": "no"})
    family.answer("reach", {"name": "Zoë"})
    family.send()
    assert "called" not in Submission.objects.get().open_content()["answers"]["child"][0]
    assert SubmissionFile.objects.get().submission


def test_a_stale_token_keeps_what_was_typed_into_a_later_page_of_a_turn(family):
    _ann, address = new_turn(family, full="Ann", school="yes")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = family.client.cookies
    response = strict.post(address, {"called": "Hill School", "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert soup(response).find(id="called")["value"] == "Hill School"
    assert "Hill School" in soup(Client().post(address, {"called": "Hill School"})).text


def rules(make_page, *steps):
    page = make_page(steps=list(steps), slug=f"form-{Page.objects.count()}")
    return [finding.rule for finding in findings(build(page))]


def test_a_page_of_a_turn_needs_a_turn_and_a_later_step_cannot_look_into_it(make_page):
    assert rules(make_page, CHILD, WHICH, PHOTO, REACH) == []
    assert rules(make_page, {**PHOTO, "slug": "first"}, CHILD, REACH) == ["forms.part-of-nothing"]
    assert rules(make_page, CHILD, {**WHICH, "repeat": CHILD["repeat"]}) == ["forms.part-of-nothing"]
    later = {**REACH, "show_if": {"all": ["called is x"]}}
    assert rules(make_page, CHILD, WHICH, later) == ["forms.repeated-question"]
    never = {**WHICH, "show_if": {"all": ["school is yes", "school is no"]}}
    assert rules(make_page, CHILD, never, REACH) == ["forms.unreachable-step"]
    leaving = {**PHOTO, "questions": [{"kind": "exit", "body": "<p>Stop.</p>"}]}
    assert "forms.repeat-once" in rules(make_page, CHILD, leaving, REACH)


NAMES = st.sampled_from(["Ann", "", "yes", "no"])
TURNS = st.lists(st.dictionaries(st.sampled_from(["full", "school", "called", "_id", "stray"]), NAMES), max_size=3)


def question(kind, key):
    return {"key": key, "kind": kind, "label": key, "required": True, "options": [], "limits": {}}


SCHEMA = Schema.from_json(
    {
        "steps": [
            {
                "slug": "child",
                "title": "Child",
                "questions": [question("name", "full"), question("yes_no", "school")],
                "show_if": None,
                "repeat": {"min": 0, "max": 3, "item": "Child", "another": ""},
            },
            {
                "slug": "which",
                "title": "School",
                "questions": [question("text", "called")],
                "show_if": {"key": "school", "op": "is", "value": "yes"},
                "part_of": "child",
            },
        ]
    }
)


@settings(max_examples=80, deadline=None)
@given(TURNS)
def test_no_answer_on_a_turns_way_is_lost_and_none_off_it_is_kept(turns):
    step = SCHEMA.steps[0]
    kept = on_path(SCHEMA, {"child": turns})
    assert len(SCHEMA.steps) == 1
    assert on_path(SCHEMA, kept) == kept
    for given_, sent in zip(turns, kept["child"], strict=True):
        pages = pages_of_turn(SCHEMA, step, {"child": turns}, given_)
        assert [page.slug for page in pages] == (["child", "which"] if given_.get("school") == "yes" else ["child"])
        keys = {"_id", *(question.key for page in pages for question in page.asked)}
        assert sent == {key: value for key, value in given_.items() if key in keys}
    whole = all(first_unfinished(SCHEMA, step, kept, item) is None for item in kept["child"])
    assert (first_incomplete(SCHEMA, kept, ["child"]) is None) == whole
    rows = [row.question.key for group in summarise(SCHEMA, kept) for row in group.rows]
    assert rows.count("called") == sum(item.get("school") == "yes" for item in kept["child"])
