"""The charts: what they count and say, their queries, one's own pages, the line over time, and the weekly mail."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from accessibility.browser.look import Look
from accessibility.browser.store import store
from accessibility.engines import RawFinding
from accessibility.models import GateResult, Run, SiteDay
from accessibility.reports.charts import bar, criteria_chart, line_of, state_charts, trend, worst
from accessibility.reports.mail import mail_owners
from accessibility.reports.site import State, page_rows, remember_day
from core.models import OutgoingMessage
from tests.accessibility.conftest import BAD

REPORT = "accessibility_report"
FAULT = RawFinding("image-alt", "1.1.1", "critical", "M", "img", "<img>")


def see(page, *findings):
    result = GateResult.objects.about(page).get(live=True)
    seen = Look({"axe": list(findings)}, "Chromium 156")
    return store(page, "http://x/", Run.State.DONE, locale="en", content_hash=result.content_hash, seen=seen)


@pytest.fixture
def pages(home, make_page, editor):
    """The editor's own: one live with a fault, one blocked. Nobody's: a clean one, and the home page that waits."""
    see(make_page(slug="faulty", live=True, owner=editor), FAULT)
    make_page(BAD, slug="blocked", owner=editor)
    see(make_page(slug="clean", live=True))


def test_a_bar_is_as_long_as_its_counts():
    counts = dict.fromkeys(State, 0) | {State.FAULTS: 1, State.CLEAN: 2}
    parts = bar(counts, 6)
    assert [(part.x, part.width) for part in parts] == [(0, 100), (100, 200)]
    assert len({part.fill for part in parts}) == 2


def test_a_line_starts_left_and_its_highest_point_is_at_the_top():
    days = [SiteDay(states={"clean": 0}), SiteDay(states={"clean": 4}), SiteDay(states={})]
    assert line_of(State.CLEAN, days, 4).points == "0.0,160.0 300.0,0.0 600.0,160.0"


@pytest.mark.parametrize(
    ("todo", "sentence"),
    [
        ({}, "Every page is clean."),
        ({"Waste": 0}, "Every page is clean."),
        ({"Waste": 1}, "Most to do: Waste, with 1 page that is not clean."),
        ({"Waste": 3}, "Most to do: Waste, with 3 pages that are not clean."),
    ],
)
def test_a_chart_says_what_it_shows(todo, sentence):
    assert worst(list(todo), todo) == sentence


@pytest.mark.django_db
def test_pages_are_counted_by_owner_template_language_and_criterion(pages):
    rows = page_rows()
    owner, template, locale = state_charts(rows)
    counted = {row.label: dict(zip(owner.columns, row.counts, strict=True)) for row in owner.rows}
    assert {name: count for name, count in counted["editor"].items() if count} == {
        str(State.FAULTS.label): 1, str(State.BLOCKED.label): 1,
    }  # fmt: skip
    assert counted["nobody"][str(State.CLEAN.label)] == 1
    assert str(State.EXEMPT.label) not in owner.columns
    assert (len(template.rows), len(locale.rows)) == (1, 1)
    criteria = criteria_chart([row.run.pk for row in rows if row.run])
    assert [(row.label, row.counts) for row in criteria.rows] == [("1.1.1 Non-text Content", [1])]


@pytest.mark.django_db
def test_the_rows_take_the_same_queries_for_more_pages(pages, make_page, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page_rows()
    with CaptureQueriesContext(
        connection,
    ) as few:
        page_rows()
    for number in range(6):
        see(make_page(slug=f"more-{number}", live=True), FAULT)
    with django_assert_max_num_queries(len(few)):
        assert len(page_rows()) == 10


@pytest.mark.django_db
def test_one_sees_ones_own_pages_on_the_screen_and_as_csv(client, pages, editor):
    editor.user_permissions.add(Permission.objects.get(codename="view_report"))
    client.force_login(editor)
    text = client.get(reverse(REPORT), {"mine": 1}).content.decode()
    assert "Of 2 pages" in text
    assert "Show all pages" in text
    mine = client.get(reverse("accessibility_report_csv"), {"mine": 1}).content.decode()
    assert mine.count("editor") == 2
    assert len(client.get(reverse("accessibility_report_csv")).content.decode().splitlines()) == 5


@pytest.mark.django_db
def test_the_line_grows_by_a_day_and_the_last_look_of_a_day_stands(pages):
    assert "no line yet" in trend().sentence
    SiteDay.objects.create(day=timezone.localdate() - timedelta(days=2), states={"clean": 0})
    remember_day()
    remember_day()
    assert SiteDay.objects.count() == 2
    drawn = trend()
    assert drawn.sentence == "Clean pages went from 0 to 1 in 2 days."
    assert len(drawn.lines) == len(State)
    assert drawn.days[0][1][list(State).index(State.CLEAN)] == 1


@pytest.mark.django_db
def test_owners_are_told_once_a_week_and_only_of_what_they_can_mend(pages):
    assert mail_owners() == 1
    mail_owners()
    assert OutgoingMessage.objects.filter(idempotency_key__startswith="accessibility-week:").count() == 1
    Page.objects.filter(slug__in=["faulty", "blocked"]).update(owner=None)
    assert mail_owners() == 0
