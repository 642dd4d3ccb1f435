"""The nightly look at all pages: what is due, how it resumes; and drafts behind a signed address."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from accessibility.browser import drafts, site
from accessibility.browser.look import Look
from accessibility.browser.site import audit_site, due_pages, last_night
from accessibility.models import AuditRequest, Run
from tests.accessibility.conftest import BAD

pytestmark = pytest.mark.django_db
SEEN = Look({}, "Chromium 1")


@pytest.fixture
def pages(make_page, monkeypatch):
    """Four live pages (with the home page) and a draft; no browser is needed."""
    for name in ("one", "two", "three"):
        make_page(slug=name, live=True)
    make_page(slug="draft")
    monkeypatch.setattr(site, "not_run_reason", lambda: "")
    monkeypatch.setattr(site, "look_twice", lambda url: (SEEN, ""))


def test_each_live_page_is_seen_once_a_night(pages):
    assert audit_site() == 4
    assert audit_site() == 0
    assert set(Run.objects.values_list("state", flat=True)) == {"done"}
    assert all(Run.objects.values_list("content_hash", flat=True))
    assert due_pages(timezone.now() + timedelta(days=1)).count() == 4


def test_a_killed_audit_resumes_and_passes_nothing_unseen(pages, monkeypatch):
    addresses = []

    def killed(url):
        addresses.append(url)
        if len(addresses) == 3:
            raise KeyboardInterrupt
        return SEEN, ""

    monkeypatch.setattr(site, "look_twice", killed)
    monkeypatch.setattr(site, "MOST_AT_ONCE", 1)
    with pytest.raises(KeyboardInterrupt):
        audit_site()
    assert Run.objects.count() == 2
    assert audit_site() == 2
    assert Run.objects.values("object_id").distinct().count() == 4


def test_a_new_engine_makes_every_page_due(pages, monkeypatch):
    audit_site()
    monkeypatch.setattr(site, "engines_in_force", lambda: {"axe": "5", "htmlcs": "2", "probes": "1"})
    assert due_pages(timezone.now()).count() == 4


def test_what_could_not_be_seen_is_stored_as_that(pages, monkeypatch):
    monkeypatch.setattr(site, "look_twice", lambda url: (None, "The page answered 500."))
    assert audit_site() == 4
    assert set(Run.objects.values_list("state", "reason")) == {("failed", "The page answered 500.")}


def test_without_chromium_nothing_is_passed(pages, monkeypatch):
    monkeypatch.setattr(site, "not_run_reason", lambda: "no Chromium was found")
    assert audit_site() == 4
    assert set(Run.objects.values_list("state", "reason")) == {("not_run", "no Chromium was found")}


@pytest.mark.parametrize(("hour", "looked_at"), [(1, 0), (2, 3), (5, 3), (6, 0), (14, 0)])
def test_by_day_the_machine_belongs_to_residents(hour, looked_at, monkeypatch):
    moment = timezone.localtime().replace(hour=hour, minute=30)
    monkeypatch.setattr(site.timezone, "now", lambda: moment)
    monkeypatch.setattr(site, "audit_site", lambda now: 3)
    assert site.audit_by_night() == looked_at


def test_the_night_begins_at_two(settings):
    now = timezone.localtime(timezone.now()).replace(hour=1, minute=59)
    assert last_night(now).date() == now.date() - timedelta(days=1)
    assert last_night(now + timedelta(minutes=1)).date() == now.date()


def test_a_signed_address_shows_one_draft_without_a_login(client, make_page):
    page = make_page(BAD)
    response = client.get(drafts.draft_path(page.latest_revision))
    assert response.status_code == 200
    assert "click here" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("how", ["made up", "other salt", "changed", "stale", "gone"])
def test_a_forged_or_stale_address_is_no_page(client, make_page, monkeypatch, how):
    revision = make_page().latest_revision
    token = drafts.draft_path(revision).split("/")[-2]
    tokens = {
        "made up": "abc:def:ghi",
        "other salt": signing.dumps(revision.pk, salt="other"),
        "changed": signing.dumps(revision.pk + 1, salt="x").split(":")[0] + token[token.index(":") :],
        "stale": token,
        "gone": signing.dumps(revision.pk + 999, salt=drafts.SALT),
    }
    if how == "stale":
        monkeypatch.setattr(drafts, "SECONDS", -1)
    answers = [client.get(reverse("accessibility_draft", args=[one])) for one in (tokens[how], "nonsense")]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_submitted_draft_is_looked_at(make_page, editor):
    workflow = Workflow.objects.create(name="Check")
    task = GroupApprovalTask.objects.create(name="Approve")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    page = make_page(BAD)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    workflow.start(page, editor)
    assert AuditRequest.objects.get(revision=page.latest_revision).locale == "en"
