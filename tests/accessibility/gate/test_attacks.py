"""Somebody who wants failing content live, or a fault forgotten: each way is closed or listed."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, ReferenceIndex

from accessibility.gate import bypasses
from accessibility.gate.verdict import evaluate
from accessibility.models import Bypass, Dismissal, GateResult
from core.services import PublishBlocked
from library.models import CustomImage
from tests.accessibility.conftest import BAD, GOOD
from tests.accessibility.gate.test_routes import form
from tests.accessibility.testapp.models import AnythingPage

pytestmark = pytest.mark.django_db


def fresh(page):
    return AnythingPage.objects.get(pk=page.pk)


@pytest.fixture
def warden(editor, django_user_model):
    editor.user_permissions.add(Permission.objects.get(codename="bypass_gate"))
    return django_user_model.objects.get(pk=editor.pk)


@pytest.fixture
def as_warden(client, warden):
    client.force_login(warden)
    return client


def bypass_url(page):
    return reverse("accessibility_bypass", args=["accessibility_testapp.AnythingPage", page.pk])


def test_an_image_that_is_deleted_is_missed_at_once(make_page):
    image = CustomImage.objects.create(title="Map", file=get_test_image_file())
    picture = {"image": image.pk, "alt_text": "The car park is behind the town hall.", "decorative": False}
    page = make_page(body=[{"type": "card", "value": {"words": GOOD, "picture": picture}}])
    page.get_latest_revision().publish()
    ReferenceIndex.create_or_update_for_object(fresh(page))
    assert GateResult.objects.about(page).get(live=True).verdict == "pass"
    image.delete()
    assert fresh(page).live
    row = GateResult.objects.about(page).get(live=True)
    assert (row.verdict, row.blocking[0]["rule"]) == ("fail", "chosen-missing")


def test_a_fault_is_let_through_for_14_days_in_all(make_page, warden):
    page = make_page(BAD)
    named, now = [name for name, _words in bypasses.faults_of(page)], timezone.now()
    first = bypasses.grant(page, named, reason="Today", expires_at=now + timedelta(days=5), user=warden)
    Bypass.objects.update(granted_at=now - timedelta(days=8))
    bypasses.grant(page, named, reason="A little longer", expires_at=now + timedelta(days=6), user=warden)
    with pytest.raises(ValidationError, match="14 days in all"):
        bypasses.grant(page, named, reason="And longer", expires_at=now + timedelta(days=7), user=warden)
    bypasses.end(first, warden)
    with pytest.raises(ValidationError, match="14 days in all"):
        bypasses.grant(page, named, reason="Anew", expires_at=now + timedelta(days=7), user=warden)
    bypasses.grant(page, ["another"], reason="Another fault", expires_at=now + timedelta(days=7), user=warden)


def test_the_warden_is_told_that_the_time_of_a_fault_is_over(as_warden, warden, make_page):
    page = make_page(BAD)
    named = [name for name, _words in bypasses.faults_of(page)]
    sent = {"faults": named, "reason": "Today", "days": 14}
    assert as_warden.post(bypass_url(page), sent).status_code == 302
    Bypass.objects.update(granted_at=timezone.now() - timedelta(days=15), expires_at=timezone.now() - timedelta(days=1))
    answer = as_warden.post(bypass_url(page), sent)
    assert answer.status_code == 422
    assert "14 days in all" in answer.content.decode()
    assert Bypass.objects.count() == 1


@pytest.mark.parametrize(
    "forged", [{"days": 15}, {"days": 0}, {"days": "x"}, {"reason": " "}, {"faults": ["0" * 32]}, {"faults": []}]
)
def test_no_forged_form_lets_more_through(as_warden, make_page, forged):
    page = make_page(BAD)
    named = [name for name, _words in bypasses.faults_of(page)]
    assert (
        as_warden.post(bypass_url(page), {"faults": named, "reason": "Today", "days": 3, **forged}).status_code == 422
    )
    assert not Bypass.objects.exists()


def test_an_author_cannot_by_any_address(as_editor, make_page):
    page = make_page(BAD)
    (fault,) = evaluate(page).blocking
    named = fault.fingerprint
    assert as_editor.post(bypass_url(page), {"faults": [named], "reason": "Me", "days": 3}).status_code in {302, 403}
    dismiss = reverse("accessibility_dismiss", args=["accessibility_testapp.AnythingPage", page.pk, named])
    assert as_editor.post(dismiss, {"reason": "It blocks me"}).status_code in {302, 403}
    assert not Bypass.objects.exists()
    assert not Dismissal.objects.exists()
    with pytest.raises(PublishBlocked):
        page.get_latest_revision().publish()


@pytest.mark.parametrize(
    "words",
    [
        "<p>" + "<b>" * 5_000 + "deep" + "</b>" * 5_000 + "</p>",
        "<p>" + "We mend roads. " * 70_000 + "</p>",
        "<p>&#0; &#xFFFF; &bogus; <a <b <!-- <![CDATA[ </p",
        '<embed embedtype="image" id="99999999" alt="x" format="left"/>' * 50,
        '<a linktype="page" id="none">x</a><a linktype="document">y</a><a>z</a>',
        "\ud83d".encode("utf-8", "replace").decode() * 10,
    ],
    ids=["deep", "a megabyte", "broken", "lost images", "lost links", "odd letters"],
)
def test_malformed_stored_words_end_in_a_verdict(make_page, words):
    page = make_page()
    AnythingPage.objects.filter(pk=page.pk).update(intro=words)
    page = fresh(page)
    verdict = evaluate(page)
    assert verdict.outcome in {"pass", "fail"}
    page.save_revision()
    page.intro += BAD
    assert evaluate(page).outcome == "fail"


def test_a_null_byte_is_refused_in_words(as_editor, make_page):
    page = make_page(live=True)
    sent = form(GOOD, **{"action-publish": "1"})
    sent["intro"] = sent["intro"].replace("You can", "You\\u0000can")
    answer = as_editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent)
    assert answer.status_code in {200, 302}
    assert "\x00" not in fresh(page).intro


def test_failing_words_do_not_ride_into_another_language(make_page, home):
    """By an alias that follows its source."""
    page = make_page(live=True)
    urdu, _created = Locale.objects.get_or_create(language_code="ur")
    home.copy_for_translation(urdu)
    alias = page.copy_for_translation(urdu, alias=True)
    page.intro = BAD
    with pytest.raises(PublishBlocked):
        page.save_revision().publish()
    assert "click here" not in fresh(alias).intro
    AnythingPage.objects.filter(pk=page.pk).update(intro=BAD)
    with pytest.raises(PublishBlocked):
        fresh(page).update_aliases()
    assert "click here" not in fresh(alias).intro


def test_moving_a_failing_draft_below_a_live_page_and_copying_its_tree_publishes_nothing(make_page, home):
    parent = make_page(slug="parent", live=True)
    child = parent.add_child(instance=AnythingPage(title="Child", slug="child", intro=BAD, live=False))
    copied = parent.copy(recursive=True, update_attrs={"slug": "parent-2"}, keep_live=True)
    child.move(home, pos="last-child")
    assert not fresh(child).live
    assert [page.live for page in copied.get_descendants()] == [False]


def test_a_revision_published_by_number_is_judged_under_todays_words(make_page):
    page = make_page(live=True)
    page.intro = BAD
    revision = page.save_revision()
    with pytest.raises(PublishBlocked):
        Page.objects.get(pk=page.pk).get_latest_revision().publish()
    with pytest.raises(PublishBlocked):
        revision.publish(skip_permission_checks=True)
    assert fresh(page).intro == GOOD
