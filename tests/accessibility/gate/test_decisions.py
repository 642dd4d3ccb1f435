"""Advice is put aside with a reason, faults are let through for a while: by whom, when, why, and undone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from accessibility.gate.bypasses import faults_of, grant, sweep_bypasses
from accessibility.gate.verdict import evaluate
from accessibility.models import Bypass, Dismissal, GateResult
from accessibility.panels import panel_content
from core.models import AuditEvent, OutgoingMessage
from tests.accessibility.conftest import BAD
from tests.accessibility.testapp.models import AnythingPage

pytestmark = pytest.mark.django_db
WORDY = "<p>You must commence the work.</p>"


@pytest.fixture
def warden(editor, django_user_model):
    editor.user_permissions.add(Permission.objects.get(codename="bypass_gate"))
    return django_user_model.objects.get(pk=editor.pk)


@pytest.fixture
def as_warden(client, warden):
    client.force_login(warden)
    return client


def advice_of(page):
    return GateResult.objects.about(page).latest("checked_at").advice[0]["fingerprint"]


def dismiss_url(page):
    return reverse("accessibility_dismiss", args=["wagtailcore.page", page.pk, advice_of(page)])


def test_advice_is_put_aside_with_a_reason_and_comes_back(as_editor, editor, make_page):
    page = make_page(WORDY)
    url = dismiss_url(page)
    assert "commence" in as_editor.get(url).content.decode()
    assert as_editor.post(url, {"reason": " "}).status_code == 422
    assert as_editor.post(url, {"reason": "It is the name of the form"}).status_code == 302
    row = Dismissal.objects.get()
    assert (row.dismissed_by, row.rule) == (editor, "words-to-avoid")
    content = panel_content(page)
    assert content.advice == []
    assert [kept for _finding, kept in content.dismissed] == [row]
    as_editor.get(reverse("accessibility_undo", args=[row.pk]))
    assert panel_content(page).advice == []
    as_editor.post(reverse("accessibility_undo", args=[row.pk]))
    row.refresh_from_db()
    assert row.undone_by == editor
    assert panel_content(page).advice != []
    assert set(AuditEvent.objects.values_list("verb", flat=True)) >= {"advice.dismiss", "advice.undo"}


def test_it_stays_aside_while_the_author_edits_elsewhere_and_returns_with_other_words(as_editor, make_page):
    page = make_page(WORDY)
    as_editor.post(dismiss_url(page), {"reason": "A name"})
    page.intro = WORDY + "<p>Text.</p>"
    page.save_revision()
    assert panel_content(page).advice == []
    page.intro = "<p>You must terminate the work.</p>"
    page.save_revision()
    assert panel_content(page).advice != []


def test_what_shuts_people_out_cannot_be_put_aside(as_editor, make_page):
    page = make_page(BAD)
    named = GateResult.objects.about(page).latest("checked_at").blocking[0]["fingerprint"]
    url = reverse("accessibility_dismiss", args=["wagtailcore.page", page.pk, named])
    assert as_editor.post(url, {"reason": "x"}, follow=True).redirect_chain
    assert not Dismissal.objects.exists()
    assert not evaluate(page).may_publish


@pytest.mark.parametrize("label", ["no.such", "auth.group", "wagtailcore.page"])
def test_other_things_are_not_found(as_warden, home, label):
    key = 999_999 if label == "wagtailcore.page" else 1
    assert as_warden.get(reverse("accessibility_bypass", args=[label, key])).status_code == 404


def test_a_warden_lets_faults_through_and_the_author_can_publish(as_warden, warden, make_page):
    page = make_page(BAD)
    url = reverse("accessibility_bypass", args=["wagtailcore.page", page.pk])
    ((named, words),) = faults_of(page)
    assert words.split(".")[0] in as_warden.get(url).content.decode()
    for wrong in ({"days": 15}, {"reason": ""}, {"faults": []}):
        response = as_warden.post(url, {"faults": [named], "reason": "Flood", "days": 2, **wrong})
        assert response.status_code == 422
    as_warden.post(url, {"faults": [named], "reason": "Flood", "days": 2})
    page.get_latest_revision().publish()
    assert AnythingPage.objects.get(pk=page.pk).live
    row = Bypass.objects.get()
    listed = as_warden.get(reverse("accessibility_bypasses")).content.decode()
    assert "Flood" in listed
    as_warden.post(reverse("accessibility_bypass_end", args=[row.pk]))
    row.refresh_from_db()
    assert row.ended_by == warden
    assert not evaluate(page).may_publish
    assert AnythingPage.objects.get(pk=page.pk).live
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert verbs >= {"gate.bypass.grant", "gate.bypass.end"}


def test_an_author_cannot_let_faults_through(as_editor, make_page):
    page = make_page(BAD)
    url = reverse("accessibility_bypass", args=["wagtailcore.page", page.pk])
    as_editor.post(url, {"faults": [faults_of(page)[0][0]], "reason": "Mine", "days": 2})
    assert not Bypass.objects.exists()


def test_when_the_time_is_up_it_is_closed_and_people_are_told(warden, make_page):
    page = make_page(BAD)
    later = timezone.now() + timedelta(days=1)
    row = grant(page, [key for key, _words in faults_of(page)], reason="Flood", expires_at=later, user=warden)
    page.get_latest_revision().publish()
    assert sweep_bypasses() == 0
    Bypass.objects.filter(pk=row.pk).update(
        granted_at=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(days=1)
    )
    assert sweep_bypasses() == 1
    assert sweep_bypasses() == 0
    assert AnythingPage.objects.get(pk=page.pk).live
    assert GateResult.objects.about(page).get(live=True).verdict == "fail"
    assert OutgoingMessage.objects.filter(idempotency_key__startswith=f"bypass-over:{row.pk}:").exists()


def form(words, **extra):
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    state = ContentstateConverter(features=["link", "h2", "bold"]).from_database_format(words)
    management = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    return {"title": "Parking", "slug": "parking", "intro": state, "body-count": "0", **management, **extra}


def test_what_is_typed_is_checked_and_nothing_is_stored(as_editor, make_page):
    page = make_page()
    before = GateResult.objects.count()
    url = reverse("accessibility_live_edit", args=[page.pk])
    text = as_editor.post(url, form(BAD)).content.decode()
    assert "faults that shut people out: 1" in text
    assert 'href="#id_intro"' in text
    assert "nothing to mend" in as_editor.post(url, form("<p>You can apply.</p>")).content.decode()
    assert GateResult.objects.count() == before
    assert page.revisions.count() == 1
    assert as_editor.get(url).status_code == 405


def test_a_half_filled_new_page_is_checked_too(as_editor, home):
    url = reverse("accessibility_live_add", args=["accessibility_testapp", "anythingpage", home.pk])
    assert "1" in as_editor.post(url, form(BAD, title="", slug="")).content.decode()
    assert as_editor.post(reverse("accessibility_live_add", args=["core", "nothing", home.pk])).status_code == 404
    assert AnythingPage.objects.count() == 1


def test_the_editor_offers_the_check_and_strangers_do_not_get_it(as_editor, make_page, translator, client):
    page = make_page(WORDY)
    text = as_editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'data-accessibility-live="{reverse("accessibility_live_edit", args=[page.pk])}"' in text
    assert 'aria-live="polite"' in text
    assert dismiss_url(page) in text
    client.force_login(translator)
    assert client.post(reverse("accessibility_live_edit", args=[page.pk]), form(BAD)).status_code == 302


def test_publish_is_offered_again_after_a_refusal(as_editor, make_page):
    page = make_page(BAD)
    as_editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(BAD, **{"action-publish": "1"}))
    text = as_editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="action-publish"' in text
    good = form("<p>You can apply.</p>", **{"action-publish": "1"})
    as_editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), good)
    assert AnythingPage.objects.get(pk=page.pk).live
