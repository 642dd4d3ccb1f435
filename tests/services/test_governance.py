"""Pages stay true: reminders reach somebody who is there, reports name what nobody uses, likes or finds."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages.storage.fallback import FallbackStorage
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMessage, Team
from services.demo.lookup import page_named
from services.governance.reminders import body_of, recipients, remind
from services.models import ConsultationPage, EditNotice, Fee, JobPage, PublicationPage, ServicePage, StandardPage
from services.starters import StarterForm, leave_out_unwritten, service_starter
from services.wagtail_hooks import warn_of_a_long_share_text

SERVICE = "/bins-and-recycling/report-a-missed-bin/"


@pytest.fixture
def due(demo):
    page = page_named("report-a-missed-bin")
    page.review_on, page.owner = timezone.localdate() + timedelta(days=7), demo.user("author")
    page.save()
    return page


def test_one_message_a_week_goes_to_team_deputy_and_owner(due):
    Team.objects.filter(pk=due.owning_team_id).update(deputy_email="deputy@example.org")
    assert remind() == 3
    assert remind() == 3
    assert OutgoingMessage.objects.count() == 3
    text = body_of([due])
    assert "Report a missed bin" in text
    assert reverse("wagtailadmin_pages:edit", args=[due.pk]) in text


def test_an_owner_who_left_is_not_written_to_and_a_page_without_anybody_reaches_an_administrator(due, demo):
    due.owner.is_active = False
    assert recipients(due) == {"waste@example.org"}
    due.owning_team = None
    assert recipients(due) == {"admin@example.org"}


def test_a_page_whose_date_is_far_away_is_left_in_peace(due):
    ServicePage.objects.update(review_on=timezone.localdate() + timedelta(days=60))
    assert remind() == 0


def test_the_report_lists_what_needs_somebody_and_gives_it_as_a_file(due, demo, client):
    ServicePage.objects.filter(pk=due.pk).update(review_on=timezone.localdate() - timedelta(days=1))
    client.force_login(demo.user("author"))
    page = BeautifulSoup(client.get(reverse("services_care")).content, "lxml")
    assert page.find("h2", id="overdue").get_text(strip=True) == "Overdue (1)"
    assert page.find("h2", id="unfindable")
    file = client.get(reverse("services_care"), {"export": "overdue"}).content.decode()
    assert file.startswith("page,team,note,address\r\nReport a missed bin,Bins and recycling,Review was due on")
    client.force_login(demo.user("adviser"))
    assert client.get(reverse("services_care")).status_code in (302, 403)


def test_an_edit_notice_says_what_to_know_until_its_last_day(due, demo, client):
    notice = EditNotice.objects.create(page=due, reason="Agreed with the court.")
    client.force_login(demo.user("admin"))
    address = reverse("wagtailadmin_pages:edit", args=[due.pk])
    assert b"Before you change this page: Agreed with the court." in client.get(address).content
    notice.until = timezone.localdate() - timedelta(days=1)
    notice.save()
    assert b"Agreed with the court." not in client.get(address).content


def test_one_change_of_a_shared_fee_is_true_on_every_page(demo, client):
    fee = Fee.objects.create(name="Garden waste", words="£44 a year", locale=demo.locale())
    ServicePage.objects.filter(slug__in=["report-a-missed-bin", "get-a-new-bin"]).update(shared_fee=fee, fee=None)
    Fee.objects.filter(pk=fee.pk).update(words="£50 a year")
    for address in (SERVICE, "/bins-and-recycling/get-a-new-bin/"):
        assert "What it costs: £50 a year." in client.get(address).content.decode()


def test_a_new_page_asks_its_author_the_questions_of_its_type(demo):
    for model, parts in (
        (ServicePage, 3),
        (ConsultationPage, 3),
        (PublicationPage, 4),
        (JobPage, 3),
        (StandardPage, 2),
    ):
        form_class = model.get_edit_handler().get_form_class()
        assert issubclass(form_class, StarterForm)
        new = model()
        form_class(instance=new, for_user=demo.user("admin"), parent_page=page_named("housing"))
        assert [block.block_type for block in new.body] == ["heading", "paragraph"] * parts
    old = page_named("report-a-missed-bin")
    before = len(old.body)
    ServicePage.get_edit_handler().get_form_class()(instance=old, for_user=demo.user("admin"))
    assert len(old.body) == before


def test_what_nobody_wrote_under_goes_to_nobody():
    page = ServicePage()
    who, need, then = (text["text"] for kind, text in service_starter() if kind == "heading")
    page.body = [
        ("heading", {"text": who, "level": "2"}),
        ("heading", {"text": "Children", "level": "3"}),
        ("paragraph", "<p>From 5 to 16.</p>"),
        ("heading", {"text": need, "level": "2"}),
        ("paragraph", "<p></p>"),
        ("heading", {"text": "My own", "level": "2"}),
        ("heading", {"text": then, "level": "2"}),
        ("paragraph", ""),
    ]
    leave_out_unwritten(page.body, {who, need, then})
    left = [str(block.value["text"]) for block in page.body if block.block_type == "heading"]
    assert left == [who, "Children", "My own"]
    assert len(page.body) == 4


def test_a_share_text_that_is_cut_off_elsewhere_is_warned_of(demo, client, rf):
    page = page_named("report-a-missed-bin")
    page.search_description = "a" * 201
    for accept, warned in (("text/html", True), ("application/json", False)):
        request = rf.post("/", headers={"accept": accept})
        request.session = {}
        request._messages = FallbackStorage(request)
        warn_of_a_long_share_text(request, page)
        assert any("201 letters" in str(message) for message in request._messages) is warned
    client.force_login(demo.user("author"))
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Share text" in editor
    assert "At most 200 letters" in editor
    found = BeautifulSoup(editor, "lxml").select_one("[data-found]")
    assert found.select_one("[data-found-title]").get_text() == "Report a missed bin"
    assert found["data-most-text"] == "200"


def test_what_an_author_submits_waits_for_an_editor_and_then_is_live(demo):
    author, editor = demo.user("author"), demo.user("editor")
    page = page_named("report-a-missed-bin")
    page.title = "Report a bin that we missed"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    task = page.current_workflow_task
    assert not task.get_actions(page, author)
    assert "approve" in {name for name, _label, _asks in task.get_actions(page, editor)}
    task.on_action(page.current_workflow_task_state, editor, "approve")
    page.refresh_from_db()
    assert (page.title, page.live) == ("Report a bin that we missed", True)
