"""The routes to live, with failing and with good content: the first stays a draft and is kept, the second goes live."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Locale, Page, Revision, Workflow, WorkflowState, WorkflowTask

from accessibility.models import GateResult
from core.models import OutgoingMessage, User
from core.services import PublishBlocked
from tests.accessibility.conftest import BAD, GOOD, group_with
from tests.accessibility.testapp.models import AnythingPage, Notice

pytestmark = pytest.mark.django_db
CASES = pytest.mark.parametrize(("words", "goes_live"), [(GOOD, True), (BAD, False)], ids=["good", "failing"])


@pytest.fixture(params=["en", "ur"])
def home(home, request):
    """Each route in two languages: below the English home page, and below the Urdu one."""
    if request.param == "en":
        return home
    locale, _created = Locale.objects.get_or_create(language_code="ur")
    translated = home.copy_for_translation(locale)
    translated.get_latest_revision().publish()
    return AnythingPage.objects.get(pk=translated.pk)


def form(words, **extra):
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    state = ContentstateConverter(features=["link", "h2", "bold"]).from_database_format(words)
    return {
        "title": "Parking",
        "slug": "parking",
        "intro": state,
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **extra,
    }


def fresh(page):
    return AnythingPage.objects.get(pk=page.pk)


def draft_of(page):
    return fresh(page).get_latest_revision_as_object()


@CASES
def test_route_1_editor_publishes(as_editor, make_page, words, goes_live):
    page = make_page(live=True)
    response = as_editor.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), form(words, **{"action-publish": "1"}), follow=True
    )
    assert response.status_code == 200
    text = response.content.decode()
    assert ("Not published. Your draft is saved." in text) is not goes_live
    assert fresh(page).live
    assert ("click here" in draft_of(page).intro) is not goes_live
    assert "click here" not in fresh(page).intro
    if not goes_live:
        assert "Name what the reader finds there" in text


@CASES
def test_route_2_create_and_publish(as_editor, home, words, goes_live):
    url = reverse("wagtailadmin_pages:add", args=["accessibility_testapp", "anythingpage", home.pk])
    response = as_editor.post(url, form(words, **{"action-publish": "1"}), follow=True)
    page = AnythingPage.objects.get(slug="parking")
    assert response.status_code == 200
    assert page.live is goes_live
    assert page.has_unpublished_changes is not goes_live
    assert ("Not published. Your draft is saved." in response.content.decode()) is not goes_live
    assert draft_of(page).intro


@CASES
def test_route_3_snippet_publish(client, django_user_model, db, words, goes_live):
    client.force_login(django_user_model.objects.create_superuser("boss", "boss@example.org", "waymark-test"))
    notice = Notice(text=words, live=False)
    notice.save()
    url = reverse(Notice.snippet_viewset.get_url_name("edit"), args=[notice.pk])
    response = client.post(url, {"text": form(words)["intro"], "action-publish": "1"}, follow=True)
    assert response.status_code == 200
    notice.refresh_from_db()
    assert notice.live is goes_live
    assert ("Not published. Your draft is saved." in response.content.decode()) is not goes_live


def test_route_4_bulk_publish_lets_the_good_ones_through(as_editor, make_page):
    good, bad = make_page(slug="good"), make_page(BAD, slug="bad")
    parent = make_page(slug="parent")
    parent.add_child(instance=AnythingPage(title="Good child", slug="good-child", intro=GOOD, live=False))
    parent.add_child(instance=AnythingPage(title="Bad child", slug="bad-child", intro=BAD, live=False))
    ids = "&".join(f"id={page.pk}" for page in (good, bad, parent))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?{ids}&next=/admin/"
    response = as_editor.post(url, {"include_descendants": "on"}, follow=True)
    assert response.status_code == 200
    live = set(AnythingPage.objects.live().values_list("slug", flat=True))
    assert live - {"council", "council-ur"} == {"good", "parent", "good-child"}
    assert response.content.decode().count("has 1 fault that shuts people out") == 2


@CASES
def test_route_5_the_last_approval_of_a_workflow(as_editor, make_page, home, words, goes_live):
    page = make_page(words)
    task = GroupApprovalTask.objects.create(name="Check")
    task.groups.add(group_with("Test editors", home))
    workflow = Workflow.objects.create(name="Moderation")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(page, User.objects.get(username="editor"))
    response = as_editor.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form(words, **{"action-workflow-action": "1", "workflow-action-name": "approve"}),
        follow=True,
    )
    assert response.status_code == 200
    state = WorkflowState.objects.get()
    assert fresh(page).live is goes_live
    assert state.status == (WorkflowState.STATUS_APPROVED if goes_live else WorkflowState.STATUS_NEEDS_CHANGES)
    assert ("click here" in state.current_task_state.comment) is not goes_live
    assert ("It went back to its author" in response.content.decode()) is not goes_live


def test_route_6_a_date_for_failing_content_is_refused_at_once(as_editor, make_page):
    page = make_page()
    later = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = form(BAD, **{"action-publish": "1", "go_live_at": later})
    response = as_editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)
    assert "Not published. Your draft is saved." in response.content.decode()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_route_6_a_script_cannot_set_a_date_for_failing_content(make_page):
    page = make_page(BAD)
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(PublishBlocked):
        revision.save()


def test_route_6_when_due_one_refusal_stops_only_itself(make_page, editor, capsys):
    past = timezone.now() - timedelta(minutes=5)
    bad, good = make_page(BAD, slug="bad"), make_page(slug="good")
    for page, minutes in ((bad, 2), (good, 1)):
        revision = page.get_latest_revision()
        Revision.objects.filter(pk=revision.pk).update(
            approved_go_live_at=past - timedelta(minutes=minutes), user=editor
        )
    call_command("publish_scheduled")
    assert "Published: 1. Not published: 1." in capsys.readouterr().out
    assert (fresh(bad).live, fresh(good).live) == (False, True)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    (message,) = OutgoingMessage.objects.all()
    assert str(bad.get_latest_revision().pk) in message.idempotency_key


@CASES
def test_route_9_copy_with_keep_live(make_page, words, goes_live):
    source = make_page()
    source.intro = words
    AnythingPage.objects.filter(pk=source.pk).update(intro=words, live=True)
    source = fresh(source)
    copied = source.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert fresh(copied).live is goes_live
    assert fresh(copied).intro == words


@CASES
def test_route_10_a_new_alias(make_page, home, words, goes_live):
    source = make_page()
    AnythingPage.objects.filter(pk=source.pk).update(intro=words, live=True)
    alias = fresh(source).create_alias(parent=home, update_slug="alias")
    assert fresh(alias).live is goes_live


def test_route_12_revert_to_a_failing_revision(as_editor, make_page):
    page = make_page(BAD)
    old = page.get_latest_revision()
    page.intro = GOOD
    page.save_revision().publish()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = as_editor.post(url, form(BAD, revision=old.pk, **{"action-publish": "1"}), follow=True)
    assert "Not published. Your draft is saved." in response.content.decode()
    assert "click here" not in fresh(page).intro
    with pytest.raises(PublishBlocked):
        old.publish()


@CASES
def test_route_14_scripts_that_add(home, words, goes_live):
    home.add_child(instance=AnythingPage(title="Parking", slug="parking", intro=words, live=True))
    assert AnythingPage.objects.get(slug="parking").live is goes_live


@CASES
@pytest.mark.parametrize("clean", [True, False])
def test_route_14_scripts_that_save(make_page, words, goes_live, clean):
    page = make_page(live=True)
    page.intro = words
    if goes_live:
        page.save(clean=clean)
        assert fresh(page).intro == words
        return
    with pytest.raises(PublishBlocked) as refused:
        page.save(clean=clean)
    assert refused.value.error_dict
    assert fresh(page).intro == GOOD


def test_route_14_a_base_class_save_cannot_make_failing_content_live(make_page):
    page = Page.objects.get(pk=make_page(BAD).pk)
    assert type(page) is Page
    page.live = True
    with pytest.raises(PublishBlocked):
        page.save()
    with pytest.raises(PublishBlocked):
        page.save(update_fields=["live"])


def test_what_is_live_and_does_not_change_is_never_refused(make_page, home):
    page = make_page(live=True)
    AnythingPage.objects.filter(pk=page.pk).update(intro=BAD)
    other = make_page(slug="other", live=True)
    fresh(page).move(other, pos="last-child")
    moved = fresh(page)
    moved.save()
    moved.show_in_menus = True
    moved.save()
    Page.objects.get(pk=page.pk).save()
    assert fresh(page).live
    assert GateResult.objects.about(page).get(live=True).verdict == "fail"


def test_saving_a_failing_draft_of_a_live_page_is_never_refused(make_page):
    page = make_page(live=True)
    page.intro = BAD
    page.save_revision()
    assert fresh(page).has_unpublished_changes
    assert fresh(page).intro == GOOD
    newest = GateResult.objects.about(page).latest("checked_at")
    assert (newest.verdict, newest.live) == ("fail", False)
    assert newest.findings[0]["rule"] == "link-text"


def test_unpublish_always_works(make_page):
    page = make_page(live=True)
    AnythingPage.objects.filter(pk=page.pk).update(intro=BAD)
    fresh(page).unpublish()
    assert not fresh(page).live
    assert not GateResult.objects.about(page).filter(live=True).exists()


def test_fixtures_are_left_to_the_invariants(make_page, capsys):
    from django.core import serializers

    page = make_page(live=True)
    text = serializers.serialize("json", [page]).replace("You can apply online.", '<a href=\\"#\\">more</a>')
    for entry in serializers.deserialize("json", text):
        entry.save()
    assert "more" in fresh(page).intro
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "invariants")
    assert ended.value.code == 1
    assert "Parking" in capsys.readouterr().out
