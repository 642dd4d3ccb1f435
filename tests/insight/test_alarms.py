"""A fall becomes one alarm, which a person answers."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from insight.alarms.watch import WATCHED_DAYS, watch
from insight.models import Action, Alarm, DailyRollup
from insight.stats.cusum import BASELINE_DAYS

TODAY = date(2026, 11, 1)


def answers(subject, *, days, of, content, last=TODAY - timedelta(days=1), question="form-end/1"):
    good, bad = ("r5", "r1") if question.startswith("form") else ("r2", "r1")
    DailyRollup.objects.bulk_create(
        DailyRollup(
            day=last - timedelta(days=step), subject=subject, channel="web", locale="en", question=question,
            standing="verified", n=of, **{good: content, bad: of - content},
        )
        for step in range(days)
    )  # fmt: skip


@pytest.fixture
def fallen(db):
    answers("form:missed-bin:3", days=15, of=10, content=5)
    answers("form:missed-bin:3", days=235, of=10, content=8, last=TODAY - timedelta(days=16))
    answers("form:another:1", days=250, of=10, content=8)


def test_a_fall_is_raised_once_with_its_figures(fallen, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        assert watch(TODAY) == 1
    assert watch(TODAY) == 0
    alarm = Alarm.objects.get()
    assert alarm.subject == "form:missed-bin:3"
    assert alarm.began_on == TODAY - timedelta(days=15)
    assert (round(alarm.usual), round(alarm.recent), alarm.answers) == (80, 50, 150)


def test_too_few_answers_have_no_usual_level(db):
    answers("form:rare:1", days=15, of=3, content=0)
    answers("form:rare:1", days=30, of=3, content=3, last=TODAY - timedelta(days=WATCHED_DAYS + 1))
    assert watch(TODAY) == 0


def test_pages_are_watched_by_their_own_question(bins):
    key = f"page:{bins.translation_key}"
    answers(key, days=20, of=10, content=4, question="page-useful/1")
    answers(key, days=BASELINE_DAYS + WATCHED_DAYS, of=10, content=9, question="page-useful/1",
            last=TODAY - timedelta(days=21))  # fmt: skip
    assert watch(TODAY) == 1
    assert Alarm.objects.get().name == "Report a missed bin"


def test_an_alarm_is_answered_with_words_and_the_watch_starts_anew(fallen):
    watch(TODAY)
    alarm = Alarm.objects.get()
    alarm.state = Alarm.State.CLOSED
    with pytest.raises(ValidationError, match="set aside"):
        alarm.full_clean()
    alarm.note = "The lorry broke down; residents were told."
    alarm.full_clean()
    alarm.save()
    Alarm.objects.update(closed_on=TODAY - timedelta(days=1))
    assert watch(TODAY) == 0
    answers("form:missed-bin:3", days=15, of=10, content=5, last=TODAY + timedelta(days=14))
    assert watch(TODAY + timedelta(days=15)) == 1


def test_acting_names_the_action(fallen):
    watch(TODAY)
    alarm = Alarm.objects.get()
    alarm.state = Alarm.State.ACTED
    with pytest.raises(ValidationError, match="action"):
        alarm.full_clean()
    alarm.action = Action.objects.create(said="Bins are missed.", state=Action.State.DOING)
    alarm.full_clean()


def test_the_admin_lists_alarms_and_keeps_the_figures(fallen, admin_client):
    watch(TODAY)
    alarm = Alarm.objects.get()
    listing = admin_client.get("/admin/snippets/insight/alarm/")
    assert "missed-bin:3" in listing.content.decode()
    url = f"/admin/snippets/insight/alarm/edit/{alarm.pk}/"
    refused = admin_client.post(url, {"state": "closed", "note": ""})
    assert "Say why this can be set aside." in refused.content.decode()
    admin_client.post(url, {"state": "closed", "note": "Known works.", "usual": "1", "answers": "1"})
    alarm.refresh_from_db()
    assert (alarm.state, alarm.answers) == ("closed", 150)
    assert admin_client.get("/admin/snippets/insight/alarm/add/").status_code in (302, 403)
