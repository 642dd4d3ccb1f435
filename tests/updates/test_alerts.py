"""What is told to whom, in which language, and what is not."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from services.models import ConsultationPage, NewsIndexPage, NewsPage, ServiceDisruption
from updates.fan_out import fan_out
from updates.models import Notice, Sending, Subscriber, Told
from updates.pages import whole_url
from updates.retention import retain
from updates.services import tell_people
from updates.watching.clock import watch_consultations, watch_disruptions

MORNING = timezone.now().replace(hour=10)


@pytest.fixture
def bin_page(demo):
    return Page.objects.get(
        slug="report-a-missed-bin", locale__language_code="en", content_type__app_label="services"
    ).specific


def publish(page):
    page.save_revision().publish()


def test_an_author_tells_the_followers_of_a_page(bin_page, subscribe, leave):
    subscribe("a@example.org", f"page:{bin_page.translation_key}")
    subscribe("b@example.org", "news:")
    assert tell_people(bin_page, "We now collect garden bins on Fridays.", "en", "1")
    assert tell_people(bin_page, "Pressed twice.", "en", "1") is None
    (sent,) = leave()
    assert (sent.to, sent.subject) == (["a@example.org"], bin_page.title)
    html = sent.alternatives[0].content
    for part in ("We now collect garden bins on Fridays.", whole_url(bin_page), "/updates/stop/", "/updates/yours/"):
        assert part in sent.body
        assert part in html
    assert "<img" not in html
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert leave() == []


def test_mail_programs_stop_for_their_readers_with_one_post(bin_page, subscribe, leave, client):
    subscribe("a@example.org", f"page:{bin_page.translation_key}", "news:")
    tell_people(bin_page, "New days.", "en", "1")
    address = leave()[0].extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + address.split("/", 3)[3]
    for _press in range(2):
        assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert list(Subscriber.objects.get().follows.values_list("kind", flat=True)) == ["news"]


def test_an_edit_without_meaning_is_told_to_nobody(bin_page, subscribe, leave):
    subscribe("a@example.org", f"page:{bin_page.translation_key}")
    publish(bin_page)
    bin_page.summary = "Tell us about a bin that we missed."
    publish(bin_page)
    assert leave() == []
    bin_page.fee, bin_page.shared_fee = "£12", None
    publish(bin_page)
    (sent,) = leave()
    assert "What it costs has changed." in sent.body
    publish(bin_page)
    assert leave() == []


def test_news_goes_to_those_who_chose_its_topic_once(demo, subscribe, leave):
    index = NewsIndexPage.objects.get(locale__language_code="en")
    subscribe("all@example.org", "news:", "news:Bins")
    subscribe("bins@example.org", "news:Bins")
    subscribe("leisure@example.org", "news:Leisure")
    page = NewsPage(title="Christmas collections", topic="Bins", summary="A day later.", locale=index.locale)
    index.add_child(instance=page)
    publish(page)
    publish(page)
    assert sorted(sent.to[0] for sent in leave()) == ["all@example.org", "bins@example.org"]
    old = NewsPage(title="Long ago", published_on=timezone.localdate() - timedelta(days=90), locale=index.locale)
    index.add_child(instance=old)
    publish(old)
    assert leave() == []


def test_a_disruption_reaches_its_service_its_area_and_all(bin_page, subscribe, leave):
    ServiceDisruption.objects.all().delete()
    area = bin_page.get_parent()
    other = Page.objects.get(slug="housing", locale__language_code="en", depth=3)
    for number, key in enumerate((bin_page.translation_key, area.translation_key, "", other.translation_key)):
        subscribe(f"{number}@example.org", f"service:{key}")
    row = ServiceDisruption.objects.create(page=bin_page, title="No crews", message="Ice.", locale=bin_page.locale)
    watch_disruptions()
    watch_disruptions()
    assert sorted(sent.to[0][0] for sent in leave()) == ["0", "1", "2"]
    row.message = "Ice on the roads."
    row.save()
    watch_disruptions()
    assert leave() == []
    row.until = timezone.now() - timedelta(minutes=1)
    row.save()
    watch_disruptions()
    assert "This works again." in leave()[0].body


def test_a_consultation_is_told_when_it_opens_and_when_it_is_decided(demo, subscribe, leave):
    ConsultationPage.objects.all().update(live=False)
    page = ConsultationPage.objects.filter(locale__language_code="en").first()
    today = timezone.localdate()
    ConsultationPage.objects.filter(pk=page.pk).update(
        opens_on=today, closes_on=today + timedelta(days=20), outcome="[]"
    )
    Page.objects.filter(pk=page.pk).update(live=True)
    subscribe("a@example.org", "consultation:")
    watch_consultations()
    watch_consultations()
    assert "You can have your say now." in leave()[0].body
    ConsultationPage.objects.filter(pk=page.pk).update(closes_on=today + timedelta(days=2))
    watch_consultations()
    assert "a few more days" in leave()[0].body


def test_what_still_stands_there_after_a_year_is_not_told_again(demo, subscribe, leave):
    subscribe("a@example.org", "consultation:", "service:")
    ServiceDisruption.objects.update(until=None)
    for _year in range(2):
        watch_consultations()
        watch_disruptions()
        told = Notice.objects.count()
        leave()
        retain(timezone.now() + timedelta(days=361))
    assert told
    assert Notice.objects.count() == told
    assert not Notice.objects.filter(fanned_at=None).exists()


@pytest.mark.parametrize("how", ["deleted", "unpublished", "private"])
def test_a_page_that_goes_is_told_once_and_taken_off_the_list(bin_page, subscribe, leave, how):
    key = bin_page.translation_key
    subscribe("a@example.org", f"page:{key}", "news:")
    tell_people(bin_page, "Written before it went.", "en", "1")
    if how == "deleted":
        bin_page.delete()
    elif how == "unpublished":
        bin_page.unpublish()
    else:
        PageViewRestriction.objects.create(page=bin_page.get_parent(), restriction_type="login")
    assert leave() == []
    Notice.objects.update(due_at=timezone.now())
    (sent,) = leave()
    assert "This page is no longer on our website." in sent.body
    assert "Written before" not in sent.body
    assert list(Subscriber.objects.get().follows.values_list("kind", flat=True)) == ["news"]


def test_a_page_that_comes_back_was_never_gone(bin_page, subscribe, leave):
    subscribe("a@example.org", f"page:{bin_page.translation_key}")
    bin_page.unpublish()
    publish(bin_page)
    Notice.objects.update(due_at=timezone.now())
    assert leave() == []
    assert Subscriber.objects.get().follows.count() == 1


def test_a_digest_gathers_what_happened(bin_page, subscribe, leave):
    subscribe("a@example.org", f"page:{bin_page.translation_key}", frequency="daily")
    subscribe("w@example.org", f"page:{bin_page.translation_key}", frequency="weekly")
    for stamp in "12":
        tell_people(bin_page, f"Change {stamp}.", "en", stamp)
    assert leave() == []
    assert leave(MORNING.replace(hour=3)) == []
    daily, weekly = sorted(leave(MORNING), key=lambda sent: sent.to)
    assert (daily.to, daily.subject) == (["a@example.org"], "Your updates")
    assert "Change 1." in daily.body
    assert "Change 2." in daily.body
    assert weekly.to == ["w@example.org"]
    tell_people(bin_page, "Change 3.", "en", "3")
    assert leave(MORNING) == []
    assert ["a@example.org"] in [sent.to for sent in leave(MORNING + timedelta(days=1))]


def test_the_message_is_in_the_readers_language(bin_page, subscribe, leave):
    subscribe("a@example.org", f"page:{bin_page.translation_key}", language="ur")
    tell_people(bin_page, "New days.", "en", "1")
    (sent,) = leave()
    html = sent.alternatives[0].content
    assert '<html lang="ur" dir="rtl">' in html
    assert '<p lang="en" dir="ltr">New days.</p>' in html
    assert "/ur/updates/stop/" in sent.body


def test_who_stops_while_a_message_waits_gets_nothing(bin_page, subscribe, leave):
    row = subscribe("a@example.org", f"page:{bin_page.translation_key}")
    tell_people(bin_page, "New days.", "en", "1")
    fan_out()
    row.delete()
    assert leave() == []
    assert Sending.objects.get().last_error == "stopped"
    assert not Told.objects.exists()
