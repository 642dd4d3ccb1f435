"""What residents tell again and again becomes a thing that somebody owns; what was done is shown where it bears it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import User
from insight.effect import measure
from insight.items.gather import gather
from insight.items.topics import grown
from insight.models import Action, Comment, DailyRollup, Item, ServiceChange
from insight.services import published_actions, record_search
from insight.stats import change

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def write(n, text="The bin was missed", *, days=1, **values):
    row = {"sentiment": "negative", "themes": ["bins and recycling"], "service": "bins", "locale": "en", **values}
    for number in range(n):
        Comment.objects.create(
            event_id=f"{text}{days}{number}"[:64], subject="page:x", question="page-useful/1", channel="web",
            text=text, created_at=NOW - timedelta(days=days), **row,
        )  # fmt: skip


def test_themes_searches_and_new_words_become_things_once():
    write(10)
    write(9, "The website is slow", themes=["website and forms"])
    write(11, "Lovely", sentiment="positive", themes=["thanks"])
    for _ in range(5):
        record_search("electric scooters", 0, "en")
    for _ in range(4):
        record_search("secret name", 0, "en")
    assert gather() == 2
    assert gather() == 0
    assert {(item.kind, item.title, item.times) for item in Item.objects.all()} == {
        ("theme", "bins and recycling: bins", 10), ("search", "electric scooters (en)", 5),
    }  # fmt: skip


def test_staff_corrections_count_and_an_answered_thing_stays_quiet():
    write(10)
    Comment.objects.update(corrected="positive")
    assert gather() == 0
    Comment.objects.update(corrected=None)
    assert gather() == 1
    item = Item.objects.get()
    item.state = "closed"
    with pytest.raises(ValidationError, match="Say why"):
        item.full_clean()
    item.note = "The lorry was broken for a week."
    item.full_clean()
    item.save()
    assert gather() == 0
    Item.objects.update(closed_on=timezone.localdate() - timedelta(days=91))
    assert gather() == 1


def test_a_thing_that_is_acted_on_needs_its_action(home):
    item = Item(kind="theme", key="k", title="t", times=3, first_on=timezone.localdate(), state="acted")
    with pytest.raises(ValidationError, match="Choose the action"):
        item.full_clean()


def test_a_word_that_grew_is_a_new_topic():
    before = [f"the swimming hall in {town} was cold" for town in ("Barton", "Cowley")] * 50
    recent = ["my wheelie scanner does not work"] * 8 + ["the swimming hall was cold"] * 40
    assert [topic.word for topic in grown(recent, before)] == ["scanner", "wheelie", "work"]
    assert grown(recent[:4], before) == []
    assert grown(recent, []) == []


def test_staff_see_things_and_nobody_makes_them_up(client, home):
    write(10)
    gather()
    client.force_login(User.objects.create_superuser("boss", password="x"))
    assert "bins and recycling: bins" in client.get("/admin/snippets/insight/item/").content.decode()
    assert client.get("/admin/snippets/insight/item/add/").status_code in {302, 403, 404}


def test_a_change_is_clear_only_when_the_interval_says_so():
    assert change((29, 29), (0, 100)) is None
    assert not change((15, 30), (16, 30)).clear
    found = change((30, 100), (60, 100))
    assert found.clear
    # Newcombe 1998, table II, case (a): 56/70 against 48/80, interval 0.0524 to 0.3339.
    low, high = change((48, 80), (56, 70)).difference
    assert (round(low, 2), round(high, 2)) == (5.24, 33.39)


def rated(page, yes, no, days):
    key = str(page.translation_key)
    DailyRollup.objects.create(
        day=timezone.localdate() - timedelta(days=days), subject=f"page:{key}", page=key, channel="web", locale="en",
        question="page-useful/1", standing="counted", n=yes + no, r1=no, r2=yes,
    )  # fmt: skip


def test_before_and_after_stand_beside_a_deed_only_where_the_numbers_bear_it(client, bins):
    done = timezone.localdate() - timedelta(days=30)
    action = Action.objects.create(
        said="Too long", did="Shorter", state="done", page=bins, published_on=done, locale=bins.locale
    )
    rated(bins, 30, 70, days=40)
    rated(bins, 20, 9, days=5)
    assert measure() == 0
    rated(bins, 40, 31, days=6)
    assert measure() == 1
    action.refresh_from_db()
    assert action.effect == {"before": 30, "after": 60}
    assert published_actions(5)[0].effect == (30, 60)
    html = client.get("/feedback/you-said-we-did/").content.decode()
    assert "Before, 30 of 100 people found this page useful. Now it is 60 of 100." in html
    Action.objects.update(state="doing")
    measure()
    assert published_actions(5)[0].effect is None


def test_actions_of_a_service_or_a_theme(bins, home):
    today = timezone.localdate()
    values = {"state": "doing", "published_on": today, "locale": home.locale}
    Action.objects.create(said="bins", page=bins, theme="waiting", **values)
    Action.objects.create(said="other", **values)
    area = bins.get_parent()
    assert [action.said for action in published_actions(9, area=area)] == ["bins"]
    assert [action.said for action in published_actions(9, theme="waiting")] == ["bins"]
    assert published_actions(9, theme="price") == []


def test_what_is_found_has_an_owner_where_there_is_one_and_a_day(bins):
    area = bins.get_parent()
    area.owner = User.objects.create_user("head", password="x")
    area.save()
    write(10, service=area.slug)
    write(10, "The phone rang out", service="elsewhere")
    assert gather() == 2
    due = timezone.localdate() + timedelta(days=28)
    assert set(Item.objects.values_list("owner__username", "due_on")) == {("head", due), (None, due)}


def test_a_thing_that_is_heard_of_a_service_under_two_names_is_one(bins):
    ServiceChange.objects.create(old="waste", new="bins-and-recycling")
    write(5, service="waste")
    write(5, "Again", service="bins-and-recycling")
    assert gather() == 1
    assert Item.objects.get().key == "bins-and-recycling|bins and recycling"


def test_a_deed_that_was_published_as_a_plan_is_measured_from_the_day_on_which_it_was_done(bins):
    today = timezone.localdate()
    action = Action.objects.create(
        said="Too long", did="Shorter", state="doing", page=bins, published_on=today - timedelta(days=80),
        locale=bins.locale,
    )  # fmt: skip
    action.state = "done"
    action.save()
    Action.objects.update(answered_on=today - timedelta(days=30))
    rated(bins, 30, 70, days=40)
    rated(bins, 60, 40, days=5)
    assert measure() == 1
    action.refresh_from_db()
    assert action.effect == {"before": 30, "after": 60}
    action.state = "doing"
    action.save()
    assert action.answered_on is None
