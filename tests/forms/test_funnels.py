"""What the boards of insight show of a form comes from what people really did with it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from wagtail.models import Page

from forms.funnels import running, steps
from forms.models import Submission
from forms.runner.left import tell_left
from forms.services import set_status
from insight.dashboards.forms import funnel_of
from insight.models import DailyRollup, Event, GroupCount, PostcodeWard
from tests.forms.conftest import WALK

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(page):
    """Return the form's service area; the form says which page it belongs to."""
    area = page.get_parent().add_child(instance=Page(title="Bins", slug="bins-and-recycling", locale=page.locale))
    page.service = area.add_child(instance=Page(title="Missed bins", slug="missed-bins", locale=page.locale))
    page.save()
    return area


def test_a_walk_through_the_form_is_a_funnel(resident, version, service):
    resident.start()
    resident.walk()
    resident.send()
    resident.start()
    resident.answer(*WALK[0])
    (form,) = running()
    assert (form.slug, form.number, form.service) == (version.form_slug, version.number, "bins-and-recycling")
    assert form.title == version.title
    found = funnel_of(form.slug, form.number)
    assert (found.started, found.sent) == (2, 1)
    assert [stage.slug for stage in found.stages] == [step.slug for step in version.compiled.steps] + [""]
    stages = {stage.slug: stage for stage in found.stages}
    assert stages["which-bin"].finished == 2
    assert (stages["where"].finished, stages["where"].left) == (1, 1)


def test_steps_of_an_unknown_version_are_none(version):
    assert steps("no-such-form", 1) == ()
    assert any(step.always for step in steps(version.form_slug, version.number))


def test_a_request_keeps_its_promise_once(resident, service):
    resident.start()
    resident.walk()
    resident.send()
    Submission.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    submission = Submission.objects.get()
    for status in ("closed", "in_progress", "closed"):
        set_status(submission, status)
    rows = DailyRollup.objects.filter(question="status").values_list("service", "n", "r1", "r2")
    assert list(rows) == [("bins-and-recycling", 3, 1, 0)]


def test_a_form_that_was_left_is_told_of_once_a_day_later_with_the_step_its_owner_stands_at(resident, version, service):
    resident.start()
    resident.answer(*WALK[0])
    resident.start()
    resident.walk()
    resident.start()
    resident.walk()
    resident.send()
    now = timezone.now()
    assert tell_left(now) == 0
    for _run in range(2):
        assert tell_left(now + timedelta(hours=25)) == 2
    left = Event.objects.filter(type__contains="form.abandoned")
    assert sorted(left.values_list("data__step", flat=True)) == ["", "where"]
    stages = {stage.slug: stage for stage in funnel_of(version.form_slug, version.number).stages}
    assert (stages["where"].given_up, stages[""].given_up, stages["which-bin"].given_up) == (1, 1, 0)


def test_what_the_owner_of_a_form_says_counts_beside_what_was_sent(resident, client, version, service):
    resident.start()
    resident.walk()
    html = client.get(resident.send()).content.decode()
    proof = unescape(re.search(r'name="proof" value="([^"]+)"', html)[1])
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "5"}, headers={"Sec-Fetch-Site": "same-origin"})
    rated, sent = (DailyRollup.objects.get(question=name) for name in ("form-end/1", "form.completed"))
    assert rated.subject == sent.subject == f"form:{version.form_slug}:{version.number}"
    assert (rated.service, rated.channel, rated.standing) == ("bins-and-recycling", "web", "verified")


def test_the_area_of_a_forms_address_is_counted_and_seen_by_nobody(resident, client, version):
    PostcodeWard.objects.create(postcode="OX11AA", ward="Carfax", decile=9)
    resident.start()
    resident.walk()
    html = client.get(resident.send()).content.decode()
    assert "Carfax" not in html
    proof = unescape(re.search(r'name="proof" value="([^"]+)"', html)[1])
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "2"}, headers={"Sec-Fetch-Site": "same-origin"})
    counted = set(GroupCount.objects.values_list("dimension", "group", "r2"))
    assert counted == {("ward", "Carfax", 1), ("deprivation", "9", 1)}
