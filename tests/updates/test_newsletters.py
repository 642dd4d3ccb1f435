"""A newsletter is checked, sent to everybody once, and then stays as it was."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Page

from core.models import AuditEvent
from tests.updates.conftest import links, post
from updates import newsletters
from updates.demo.loader import newsletter
from updates.fan_out import fan_out
from updates.models import Newsletter, Notice, Sending, Subscriber
from updates.newsletters import begin, counts_of, faults_of, run_newsletters, specimen
from updates.pages import whole_url
from updates.plain import as_text

SLUGS = ("food-bins-for-flats", "report-a-missed-bin")


@pytest.fixture
def letter(demo):
    newsletter(SLUGS)
    return Newsletter.objects.get()


def test_the_letter_says_the_same_as_html_and_as_plain_text(letter):
    message = specimen(letter)
    for entry in letter.entries.all():
        assert entry.page.title in message.body
        assert entry.page.title in message.html
        assert whole_url(entry.page) in message.body
    assert "Three things to know this month." in message.body
    assert "<img" not in message.html
    assert "http" not in message.html.split("<style>")[0]


def test_the_checks_pass_the_demos_letter(letter):
    assert faults_of(letter) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"intro": '<p>Read it <a href="https://example.org">here</a>.</p>'}, "here"),
        ({"subject": "Write to us@example.org"}, "must not hold an email address"),
        ({"intro": ""}, ""),
    ],
)
def test_what_keeps_it_from_being_sent(letter, changes, words):
    for name, value in changes.items():
        setattr(letter, name, value)
    if not words:
        letter.entries.all().delete()
        words = "There is nothing in it yet"
    letter.save()
    assert any(words in fault for fault in faults_of(Newsletter.objects.get())), faults_of(letter)


def test_a_page_that_nobody_sees_keeps_it_from_being_sent(letter):
    letter.entries.first().page.specific.unpublish()
    assert "is not public" in faults_of(Newsletter.objects.get())[0]


def test_it_is_sent_once_to_whoever_follows_it_and_counted(letter, subscribe):
    subscribe("a@example.org", "newsletter:", frequency="weekly")
    subscribe("b@example.org", "newsletter:", "news:")
    subscribe("c@example.org", "news:")
    assert begin(letter)
    assert not begin(letter)
    for _run in range(2):
        fan_out()
        post()
        run_newsletters()
    assert sorted(sent.to[0] for sent in mail.outbox) == ["a@example.org", "b@example.org"]
    row = Newsletter.objects.get()
    assert (row.state, row.counts) == ("sent", {"all": 2, "waiting": 0, "refused": 0, "unsure": 0, "delivered": 2})
    Sending.objects.all().delete()
    assert counts_of(row)["delivered"] == 2


def test_staff_are_told_of_a_message_that_may_have_arrived(letter, subscribe, admin_client):
    subscribe("a@example.org", "newsletter:")
    begin(letter)
    fan_out()
    Sending.objects.update(handed_at=timezone.now())
    post()
    assert mail.outbox == []
    page = admin_client.get(f"/admin/updates/newsletters/{letter.pk}/").content.decode()
    assert "It may have arrived and is not sent again." in page


def test_what_was_sent_stays_as_it_was(letter, subscribe, admin_client):
    subscribe("a@example.org", "newsletter:")
    begin(letter)
    Page.objects.filter(slug=SLUGS[0]).update(title="Another title")
    Newsletter.objects.update(subject="Another subject")
    fan_out()
    post()
    assert "Another" not in mail.outbox[0].subject + mail.outbox[0].body
    edit = admin_client.get(f"/admin/snippets/updates/newsletter/edit/{letter.pk}/")
    assert edit.url == f"/admin/updates/newsletters/{letter.pk}/"
    admin_client.post(f"/admin/snippets/updates/newsletter/delete/{letter.pk}/")
    assert Newsletter.objects.exists()


def test_a_form_that_is_saved_while_the_sending_begins_changes_nothing_of_it(letter, subscribe):
    subscribe("a@example.org", "newsletter:")
    open_form = Newsletter.objects.get()
    begin(letter)
    open_form.subject = "Too late"
    open_form.save()
    fan_out()
    post()
    assert Newsletter.objects.get().state == "sending"
    assert [message.subject for message in mail.outbox] == [letter.subject]


def test_who_stops_the_newsletter_keeps_alerts(letter, subscribe, client):
    subscribe("a@example.org", "newsletter:", "news:")
    begin(letter)
    fan_out()
    post()
    stop = next(link for link in links(mail.outbox[0].body) if "/stop/" in link)
    client.post(stop)
    assert list(Subscriber.objects.get().follows.values_list("kind", flat=True)) == ["news"]


def test_a_reader_of_urdu_gets_what_is_translated(letter, subscribe):
    subscribe("a@example.org", "newsletter:", language="ur")
    begin(letter)
    fan_out()
    post()
    html = mail.outbox[0].alternatives[0].content
    assert '<html lang="ur" dir="rtl">' in html
    assert '<h1 lang="en" dir="ltr">' in html


def test_a_scheduled_one_leaves_at_its_time_and_only_without_faults(letter):
    Newsletter.objects.update(state="scheduled", send_at=timezone.now() + timedelta(hours=1))
    run_newsletters()
    assert not Notice.objects.filter(event="newsletter").exists()
    Newsletter.objects.update(send_at=timezone.now())
    run_newsletters()
    assert Newsletter.objects.get().state == "sending"
    run_newsletters()
    assert Notice.objects.filter(event="newsletter").count() == 1


@pytest.mark.parametrize(
    ("meanwhile", "faults", "state"),
    [("back_to_draft", [], "draft"), ("begin", ["A fault."], "sending")],
)
def test_what_staff_decide_while_a_scheduled_one_is_checked_stands(letter, monkeypatch, meanwhile, faults, state):
    def check(row):
        getattr(newsletters, meanwhile)(row)
        return faults

    monkeypatch.setattr(newsletters, "faults_of", check)
    Newsletter.objects.update(state="scheduled", send_at=timezone.now())
    run_newsletters()
    assert Newsletter.objects.get().state == state


def test_who_scheduled_one_that_could_not_leave_is_told_why(letter, admin_user):
    page = letter.entries.first().page
    Newsletter.objects.update(state="scheduled", send_at=timezone.now(), sent_by=admin_user)
    Page.objects.filter(pk=page.pk).update(live=False)
    for email in ("", "staff@example.org", "staff@example.org"):
        type(admin_user).objects.update(email=email)
        Newsletter.objects.update(state="scheduled")
        run_newsletters()
        assert Newsletter.objects.get().state == "draft"
    post()
    (message,) = mail.outbox
    assert message.to == ["staff@example.org"]
    assert f"The page “{page.title}” is not public." in message.body


def test_signs_that_end_a_line_do_not_keep_a_subject_from_leaving(letter, subscribe):
    Newsletter.objects.update(subject="News\u2028from\tus")
    subscribe("a@example.org", "newsletter:")
    begin(Newsletter.objects.get())
    fan_out()
    post()
    assert [message.subject for message in mail.outbox] == ["News from us"]


def test_the_screen_tests_schedules_and_sends(letter, admin_client, admin_user):
    admin_user.email = "staff@example.org"
    admin_user.save()
    address = f"/admin/updates/newsletters/{letter.pk}/"
    assert "The checks found nothing" in admin_client.get(address).content.decode()
    admin_client.post(address, {"do": "test"})
    post()
    assert mail.outbox[0].to == ["staff@example.org"]
    assert admin_client.post(address, {"do": "later", "at": "2020-01-01 10:00"}).status_code == 422
    admin_client.post(address, {"do": "later", "at": "2090-01-01 10:00"})
    assert Newsletter.objects.get().state == "scheduled"
    admin_client.post(address, {"do": "draft"})
    assert Newsletter.objects.get().state == "draft"
    admin_client.post(address, {"do": "now"})
    assert Newsletter.objects.get().state == "sending"
    assert "Waiting" in admin_client.get(address).content.decode()


def test_a_test_that_cannot_leave_says_so(letter, admin_client, admin_user):
    type(admin_user).objects.update(email="staff@example.org")
    Newsletter.objects.update(subject="Write to us@example.org")
    page = admin_client.post(f"/admin/updates/newsletters/{letter.pk}/", {"do": "test"}, follow=True)
    assert "Not sent: mend what is listed first." in page.content.decode()


def test_one_that_is_on_its_way_is_not_recorded_as_scheduled(letter, admin_client):
    begin(letter)
    admin_client.post(f"/admin/updates/newsletters/{letter.pk}/", {"do": "later", "at": "2090-01-01 10:00"})
    assert not AuditEvent.objects.filter(verb="newsletter.schedule").exists()


def test_the_editor_shows_both_forms_beside_it(letter, admin_client):
    edit = admin_client.get(f"/admin/snippets/updates/newsletter/edit/{letter.pk}/").content.decode()
    assert 'data-device-width="320"' in edit
    assert 'data-device-width="600"' in edit
    assert "As plain text" in edit


def test_rich_text_becomes_plain_text():
    html = '<p>One <b>two</b>.</p><ul><li>a</li><li>b <a href="https://x.org">c</a></li></ul><ol><li>d</li></ol>'
    assert as_text(html) == "One two.\n\n* a\n* b c (https://x.org)\n\n1. d"
