"""You said, we did: what is public, in which language, and that a refusal carries its reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.models import Locale, PageViewRestriction

from core.services import DemoContext
from insight.demo.loader import load
from insight.models import Action, Event
from insight.services import (
    Subject,
    has_published_actions,
    open_actions,
    published_actions,
    record_rating,
    score_for,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(db):
    return Locale.objects.get_or_create(language_code="en")[0]


def act(locale, **more):
    values = {"said": "The form was long.", "did": "We cut two pages.", "state": "done", "locale": locale, **more}
    return Action.objects.create(**values)


@pytest.mark.parametrize(("state", "field"), [("wont", "reason"), ("done", "did")])
def test_a_refusal_needs_its_reason_and_a_deed_its_words(english, state, field):
    action = Action(said="Open later.", state=state, locale=english)
    with pytest.raises(ValidationError) as error:
        action.full_clean()
    assert field in error.value.message_dict
    setattr(action, field, "Because the building closes at six.")
    action.full_clean()


def test_only_what_is_published_is_public_newest_first(english):
    today = timezone.localdate()
    act(english, said="old", published_on=today - timedelta(days=9))
    act(english, said="new", published_on=today)
    act(english, said="later", published_on=today + timedelta(days=1))
    act(english, said="draft")
    assert [action.said for action in published_actions(10)] == ["new", "old"]
    assert [action.said for action in published_actions(1)] == ["new"]


def test_actions_stand_on_the_page_they_are_about(bins, home, english):
    today = timezone.localdate()
    act(english, said="bins", page=bins, published_on=today)
    act(english, said="other", published_on=today)
    found = published_actions(5, page=bins)
    assert [(action.said, action.page_title) for action in found] == [("bins", "Report a missed bin")]
    assert found[0].page_url.endswith("/report-a-missed-bin/")
    bins.unpublish()
    assert published_actions(5, page=bins)[0].page_url == ""


def test_an_action_about_a_private_page_does_not_name_it(bins, home, english):
    act(english, said="bins", page=bins, published_on=timezone.localdate())
    restriction = PageViewRestriction.objects.create(page=bins.get_parent(), restriction_type="login")
    (found,) = published_actions(5)
    assert (found.said, found.page_title, found.page_url) == ("bins", "", "")
    restriction.delete()
    assert published_actions(5)[0].page_title == "Report a missed bin"


def test_words_say_which_language_they_are_in(english):
    today = timezone.localdate()
    act(english, said="English words", published_on=today)
    with translation.override("ur"):
        assert [action.language for action in published_actions(5)] == ["en"]
        act(Locale.objects.get_or_create(language_code="ur")[0], said="اردو", published_on=today)
        assert [action.said for action in published_actions(5)] == ["اردو"]


def test_open_actions_come_by_their_date(english):
    today = timezone.localdate()
    act(english, said="second", state="doing", due_on=today + timedelta(days=2))
    act(english, said="first", state="considering", due_on=today)
    act(english, said="done")
    assert [action.said for action in open_actions()] == ["first", "second"]


def test_the_demo_says_that_it_is_one_and_invents_no_rating(english):
    load(DemoContext())
    first = list(Action.objects.order_by("pk").values())
    load(DemoContext())
    assert list(Action.objects.order_by("pk").values()) == first
    assert len(first) == 5
    for action in Action.objects.all():
        action.full_clean()
        assert "example" in action.evidence
    assert not Event.objects.exists()


def test_a_score_counts_verified_and_counted_answers_of_one_subject():
    page = Subject("page", "0190a7a0-0000-7000-8000-000000000000")
    for value in [2] * 24 + [1] * 6:
        record_rating(value=value, scale="useful2", subject=page, question_id="page-useful", locale="en")
    assert (score_for(page).name, score_for(page).value, score_for(page).n) == ("useful_share", 80.0, 30)
    form = Subject("form", "missed-bin:3")
    assert (score_for(form).name, score_for(form).value) == ("csat_top2", None)


def test_one_query_tells_whether_there_is_anything_to_read(english, django_assert_num_queries):
    urdu, today = Locale.objects.get_or_create(language_code="ur")[0], timezone.localdate()

    def told():
        found = []
        for language in ("en", "ur", "pl"):
            with translation.override(language), django_assert_num_queries(1):
                found.append(has_published_actions())
            with translation.override(language):
                assert found[-1] == bool(published_actions(1))
        return found

    assert told() == [False, False, False]
    action = act(urdu, published_on=today)
    assert told() == [False, True, False]
    action.published_on = today + timedelta(days=1)
    action.save()
    act(english, published_on=today)
    assert told() == [True, True, True]
