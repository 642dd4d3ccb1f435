"""Named faults may be let through for a short time by someone who may. Linked documents are asked by their verdict."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from accessibility.documents.base import Report
from accessibility.documents.verdicts import store
from accessibility.gate.verdict import evaluate, fingerprint
from accessibility.models import Bypass
from accessibility.models.subject import subject_of
from core.services import PublishBlocked
from library.models import CustomDocument
from tests.accessibility.conftest import BAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def warden(editor, django_user_model):
    editor.user_permissions.add(Permission.objects.get(codename="bypass_gate"))
    return django_user_model.objects.get(pk=editor.pk)


def let_through(page, user, **fields):
    named = [fingerprint(finding) for finding in evaluate(page).blocking]
    return Bypass.objects.create(
        **subject_of(page),
        locale="en",
        **{"fingerprints": named, "reason": "Needed today", "granted_by": user, **fields},
    )


def test_the_named_fault_goes_live_and_is_called_exempt(make_page, warden):
    page = make_page(BAD)
    let_through(page, warden)
    assert evaluate(page).outcome == "exempt"
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.live


def test_a_new_fault_does_not_ride_along(make_page, warden):
    page = make_page(BAD)
    let_through(page, warden)
    page.intro = BAD + '<p><a href="#">See the plan</a></p>'
    assert evaluate(page).outcome == "fail"
    with pytest.raises(PublishBlocked):
        page.save_revision().publish()


def test_it_ends(make_page, warden):
    page = make_page(BAD)
    let_through(page, warden)
    assert evaluate(page, at=timezone.now() + timedelta(days=15)).outcome == "fail"


@pytest.mark.parametrize("fields", [{"reason": ""}, {"expires_at": timezone.now() + timedelta(days=20)}])
def test_it_needs_a_reason_and_lasts_14_days_at_most(make_page, warden, fields):
    page = make_page(BAD)
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        let_through(page, warden, **fields)


def test_only_who_may_can_grant_it(make_page, editor):
    with pytest.raises(ValidationError, match="may not"):
        let_through(make_page(BAD), editor)


def test_a_page_follows_the_verdict_on_its_document(make_page):
    document = CustomDocument(title="The plan", file=ContentFile(b"day,park\nMonday,one\n", "plan.csv"))
    document.save()
    page = make_page(f'<p><a linktype="document" id="{document.pk}">The plan for the park</a></p>')
    verdict = evaluate(page)
    assert [finding.rule for finding in verdict.blocking] == ["link-document"]
    store(document.sha256, Report(sha256=document.sha256), 0.1)
    assert evaluate(page).outcome == "pass"
    document.file.save("plan.csv", ContentFile(b"day,park\nMonday,two\n"))
    document.save()
    assert evaluate(page).outcome == "fail"


def test_a_link_to_a_draft_blocks_until_that_page_is_live(make_page):
    target = make_page(slug="target")
    page = make_page(f'<p><a linktype="page" id="{target.pk}">Pay for parking</a></p>')
    assert [finding.rule for finding in evaluate(page).blocking] == ["link-page"]
    target.get_latest_revision().publish()
    assert evaluate(page).outcome == "pass"
