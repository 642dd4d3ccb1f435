"""Services are renamed and merged, pages are deleted: what was told about them stays with them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from insight.alarms.series import read as read_series
from insight.dashboards import cabinet, channels
from insight.dashboards.read import USEFUL, sums
from insight.directory import page_facts
from insight.models import Alarm, DailyRollup, FormerPage, SatisfactionTarget, ServiceChange, Subscription
from insight.performance import open_data
from insight.recording.ratings import record_rating
from insight.reports.queries import page_rows
from insight.succession import succession

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def counted(service, counts=(10, 0, 0, 10, 20), **values):
    row = {
        "day": TODAY, "subject": f"service:{service}", "service": service, "channel": "phone", "locale": "en",
        "question": "visit-end/1", "standing": "counted", **values,
    }  # fmt: skip
    steps = {f"r{step}": count for step, count in enumerate(counts, start=1)}
    return DailyRollup.objects.create(n=sum(counts), **steps, **row)


def test_answers_follow_a_service_area_to_its_new_name_and_the_series_says_so(
    bins, client, django_capture_on_commit_callbacks
):
    area = bins.get_parent().specific
    counted("bins-and-recycling")
    counted("bins-and-recycling", (20, 30, 0, 0, 0), question="page-useful/1", channel="web")
    counted("waste", (0, 0, 0, 0, 60), day=TODAY - timedelta(days=1))
    with django_capture_on_commit_callbacks(execute=True):
        area.slug = "waste"
        area.save_revision().publish()
    row = ServiceChange.objects.get()
    assert (row.old, row.new, row.kind) == ("bins-and-recycling", "waste", "renamed")
    section = channels.satisfaction("waste")
    assert section.lines[0].cells[1] == "100"
    assert "“Bins and recycling” is called “Waste”" in section.notes[-1]
    assert sums(USEFUL, "service") == {("waste",): (50, 20, 30, 0, 0, 0)}
    html = client.get("/feedback/performance/").content.decode()
    assert "Waste" in html
    assert "The figures hold the answers under both names." in html
    answer = client.get("/feedback/performance/satisfaction.json").json()
    assert {line["service"] for line in answer["rows"]} == {"waste"}
    assert answer["changes"] == [
        {"before": "bins-and-recycling", "now": "waste", "what": "renamed", "since": TODAY.isoformat()}
    ]
    days = read_series(TODAY - timedelta(days=2), TODAY)["service:waste", "visit-end/1"]
    assert sorted(day.answers for day in days.values()) == [40, 60]
    with django_capture_on_commit_callbacks(execute=True):
        area.slug = "bins-and-recycling"
        area.save_revision().publish()
    assert succession().names("bins-and-recycling") == ["bins-and-recycling", "waste"]


def test_an_area_that_moves_below_another_one_is_merged_and_alarms_begin_anew(bins, home):
    area = home.add_child(instance=Page(title="Street cleaning", slug="street-cleaning"))
    counted("street-cleaning")
    counted("bins-and-recycling")
    SatisfactionTarget.objects.create(channel="", service="street-cleaning", value=70, from_on=TODAY, plan="Sweep.")
    area.move(Page.objects.get(pk=bins.get_parent().pk), pos="last-child")
    row = ServiceChange.objects.get()
    assert (row.old, row.new, row.kind) == ("street-cleaning", "bins-and-recycling", "merged")
    assert "The figures hold the answers of both." in channels.satisfaction("bins-and-recycling").notes[-1]
    assert cabinet.targets().lines[0].cells[1] == "80"
    assert len(read_series(TODAY, TODAY)) == 2
    assert [row["n"] for row in open_data.rows()] == [80, 80]


def test_a_change_cannot_lead_back_to_itself():
    ServiceChange.objects.create(old="a", new="b")
    ServiceChange.objects.create(old="b", new="c")
    for old, new in (("c", "a"), ("x", "x")):
        with pytest.raises(ValidationError, match="leads back"):
            ServiceChange(old=old, new=new).full_clean()
    ServiceChange(old="d", new="a").full_clean()
    ServiceChange.objects.create(old="c", new="a")  # written past the form: figures still end
    assert succession().now("a") in {"a", "b", "c"}


def test_the_ratings_of_a_deleted_page_keep_its_name_and_nobody_waits_for_news(bins, client):
    key = str(bins.translation_key)
    subject = page_facts(key).subject
    for value in (1, 2):
        record_rating(value=value, scale="useful2", subject=subject, question_id="page-useful", locale="en")
    Alarm.objects.create(
        subject=subject.key, name="Bins", question="page-useful/1", raised_on=TODAY, began_on=TODAY, usual=80,
        recent=40, answers=50,
    )  # fmt: skip
    Subscription(page=key, locale="en").keep("zoe@example.org")
    translated = bins.copy_for_translation(_urdu(), copy_parents=True)
    bins.delete()
    assert not FormerPage.objects.exists()
    Page.objects.get(pk=translated.pk).delete()
    (row,) = page_rows()
    assert row.name.startswith("Report a missed bin (deleted on ")
    assert (row.page_id, sum(row.counts)) == (None, 2)
    alarm = Alarm.objects.get()
    assert (alarm.state, alarm.closed_on) == ("closed", TODAY)
    assert alarm.note.startswith("The page was deleted on ")
    assert not Subscription.objects.exists()
    assert not read_series(TODAY, TODAY)
    assert not page_facts(key).known
    response = client.post("/feedback/", {"page": key, "useful": "no"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 303
    assert DailyRollup.objects.filter(page="unknown", standing="suspect").exists()


def test_a_page_without_answers_leaves_nothing(bins):
    bins.delete()
    assert not FormerPage.objects.exists()


def _urdu():
    from wagtail.models import Locale

    return Locale.objects.get_or_create(language_code="ur")[0]
