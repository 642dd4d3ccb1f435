"""The auditor's report: who may see it, what it counts, and that it is accessible itself."""

import csv
import io

import pytest
from django.urls import reverse

from accessibility.browser import audit as auditing
from accessibility.models import AuditRequest, GateResult, Run
from accessibility.reports.site import State, page_rows
from tests.accessibility.conftest import BAD
from tests.accessibility.testapp.models import AnythingPage
from tests.browser import audit, log_in

REPORT = "accessibility_report"


@pytest.fixture
def site(home, make_page):
    """One page in each state that needs no browser; all live content has been looked at but "waiting"."""
    make_page(BAD, slug="blocked")
    faulty = make_page(slug="faulty", live=True)
    AnythingPage.objects.filter(pk=faulty.pk).update(title="=Faulty")
    GateResult.objects.about(faulty).filter(live=True).update(
        verdict="fail", findings=[{"blocking": True, "message": "M", "how": "H"}]
    )
    make_page(slug="waiting", live=True)
    clean = make_page(slug="clean", live=True)
    not_run = make_page(slug="not-run", live=True)
    for page, state in ((clean, "done"), (not_run, "not_run")):
        request = AuditRequest.objects.about(page).get()
        auditing.settled(request, page, "http://127.0.0.1/", Run.State(state))


@pytest.mark.django_db
def test_pages_are_listed_worst_first_and_unknown_is_not_clean(site):
    states = {row.page.slug: row.state for row in page_rows()}
    assert states == {
        "faulty": State.FAULTS,
        "blocked": State.BLOCKED,
        "waiting": State.PENDING,
        "council": State.PENDING,
        "not-run": State.NOT_RUN,
        "clean": State.CLEAN,
    }
    assert page_rows()[0].page.slug == "faulty"


@pytest.mark.django_db
def test_the_auditor_reads_it_and_others_see_the_pages_that_they_look_after(client, site, auditor, editor):
    AnythingPage.objects.filter(slug="blocked").update(owner=editor)
    client.force_login(editor)
    own = client.get(reverse(REPORT)).content.decode()
    assert "Of 1 pages" in own
    assert "These are the pages that you, or a team with your address, look after." in own
    assert "Show all pages" not in own
    assert "Everything that is live" not in own
    assert len(client.get(reverse("accessibility_report_csv")).content.decode().splitlines()) == 2
    client.force_login(auditor)
    text = client.get(reverse(REPORT)).content.decode()
    assert "Of 6 pages, this many are clean: 1; live with faults: 1; with a blocked draft:" in text
    assert reverse(REPORT) in client.get("/admin/").content.decode()
    page = AnythingPage.objects.get(slug="blocked")
    detail = client.get(reverse("accessibility_report_page", args=[page.pk])).content.decode()
    assert "does not say where it goes" in detail
    assert "Browser checks: waiting" in detail


@pytest.mark.django_db
def test_without_chromium_it_says_not_run(client, site, auditor, monkeypatch):
    monkeypatch.setattr("accessibility.viewsets.report.chromium", lambda: None)
    client.force_login(auditor)
    assert "Browser checks not run" in client.get(reverse(REPORT)).content.decode()


@pytest.mark.django_db
def test_csv_runs_no_formula(client, site, auditor):
    client.force_login(auditor)
    response = client.get(reverse("accessibility_report_csv"))
    rows = list(csv.reader(io.StringIO(response.content.decode())))
    assert len(rows) == 7
    assert dict(zip(rows[0], rows[1], strict=True))["state"] == "faults"
    assert not rows[1][0].startswith("=")


@pytest.mark.django_db
def test_the_editor_shows_stored_findings_with_why_how_and_a_jump(as_editor, make_page):
    page = make_page()
    page.body = [("text", "<p>Text</p>")]
    page.body = AnythingPage._meta.get_field("body").to_python([{"type": "text", "value": BAD, "id": "b-1"}])
    page.save_revision()
    text = as_editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "has 1 fault that shuts people out" in text
    assert "Many people jump from link to link" in text
    assert 'href="#block-b-1-section"' in text


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_report_is_accessible(chromium_page, live_server, site, auditor, monkeypatch):
    monkeypatch.setattr("accessibility.viewsets.report.PAGES_A_SCREEN", 2)
    for width in (1280, 320):
        page = chromium_page(live_server.url + "/admin/login/", width=width)
        log_in(page, live_server.url, "auditor", "waymark-test")
        for url in (
            reverse(REPORT),
            reverse("accessibility_report_page", args=[AnythingPage.objects.get(slug="blocked").pk]),
        ):
            page.goto(live_server.url + url)
            page.wait_for_load_state("networkidle")
            assert (
                page.get_by_role("heading", name="Everything that is live")
                .or_(page.get_by_role("heading", name="In a browser"))
                .count()
                == 1
            )
            assert audit(page) == []
