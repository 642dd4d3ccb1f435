"""Who asked hears once what was done about a page, and then nobody knows the address any more."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from core.models import OutgoingMessage
from core.services import message_words
from insight.models import Action, Subscription
from insight.notify.asking import retain
from insight.notify.news import tell

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def ask(bins):
    page = Client().get(f"/feedback/thanks/?page={bins.translation_key}").content.decode()
    sent = {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)}

    def post(address, path="/feedback/tell-me/", **change):
        return Client(enforce_csrf_checks=True).post(path, {**sent, "email": address, **change}, headers=SAME)

    return post


def links():
    """Return the path of each link that was mailed, oldest first."""
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="insight.news.confirm:").order_by("created_at")
    return [re.search(r"http://[^/]+(/\S*feedback/tell-me/\S+/)", message_words(row)[1])[1] for row in rows]


@pytest.fixture
def ask_and_confirm(ask):
    def both(address, **more):
        assert ask(address, **more).status_code == 200
        assert Client(enforce_csrf_checks=True).post(links()[-1], headers=SAME).status_code == 200

    return both


def news():
    return OutgoingMessage.objects.filter(idempotency_key__startswith="insight.news:")


def publish(bins, **values):
    words = {"said": "The form was too long", "did": "It is shorter now", "state": "done", **values}
    return Action.objects.create(page=bins, locale=bins.locale, published_on=timezone.localdate(), **words)


def test_an_address_is_sealed_used_once_and_deleted(ask, bins):
    response = ask("jane@example.org", path="/pl/feedback/tell-me/")
    assert response.status_code == 200
    assert not response.cookies
    assert Client().post(links()[0], headers=SAME).status_code == 200
    row = Subscription.objects.get()
    assert b"jane" not in bytes(row.address)
    assert tell() == 0
    publish(bins, state="doing")
    assert tell() == 0
    publish(bins)
    assert tell() == 1
    assert not Subscription.objects.exists()
    message = news().get()
    assert (message.channel, message.idempotency_key) == ("mail", f"insight.news:{row.pk}")
    assert tell() == 0
    assert news().count() == 1


def test_nobody_is_written_to_before_the_link_was_used_and_it_works_once(ask, bins):
    ask("jane@example.org")
    publish(bins)
    assert tell() == 0
    (link,) = links()
    browser = Client(enforce_csrf_checks=True)
    for _scanner in range(2):
        page = browser.get(link)
        assert (page.status_code, "no-store" in page["Cache-Control"], len(page.cookies)) == (200, True, 0)
        assert "jane" not in page.text
    assert Subscription.objects.get().confirmed_at is None
    assert browser.post(link, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert "We will write to you" in browser.post(link, headers=SAME).text
    assert [browser.get(link).status_code, browser.post(link, headers=SAME).status_code] == [410, 410]
    assert browser.get(f"{link[:-2]}x/").status_code == 410
    assert tell() == 1
    assert not Subscription.objects.exists()


def test_the_message_with_the_link_names_no_page_and_stands_in_the_readers_language(ask, bins):
    ask("jane@example.org", path="/pl/feedback/tell-me/")
    (link,) = links()
    assert link.startswith("/pl/feedback/tell-me/")
    assert "Report a missed bin" not in str(message_words(OutgoingMessage.objects.get()))


def test_who_does_not_confirm_is_deleted_after_a_week_and_the_link_with_it(ask, bins, monkeypatch):
    ask("jane@example.org")
    now = timezone.now()
    assert retain(now + timedelta(days=6, hours=23)) == 0
    assert Subscription.objects.exists()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now.timestamp() + 7 * 86_400 + 60)
    assert Client().get(links()[0]).status_code == 410
    assert retain(now + timedelta(days=7, minutes=1)) == 1
    assert not Subscription.objects.exists()


def test_who_left_an_address_before_links_were_mailed_is_asked_once(ask, bins):
    Subscription(page=str(bins.translation_key), locale="en").keep("old@example.org")
    publish(bins)
    assert [tell(), tell()] == [0, 0]
    (link,) = links()
    Client().post(link, headers=SAME)
    assert tell() == 1


def test_nobody_has_us_flood_somebody_else(ask):
    pages = [ask("jane@example.org") for _again in range(5)]
    assert {page.status_code for page in pages} == {200}
    assert len({page.content for page in pages}) == 1
    assert len(links()) == 3


def test_a_wrong_address_comes_back_with_what_to_do(ask):
    response = ask("jane at home")
    assert response.status_code == 422
    html = response.content.decode()
    assert "Enter an email address like name@example.com." in html
    assert 'value="jane at home"' in html
    assert 'href="#email"' in html
    assert not Subscription.objects.exists()


def test_robots_strangers_and_floods_get_the_usual_answer_and_nothing_is_kept(ask):
    assert ask("jane@example.org", homepage="x").status_code == 200
    assert ask("jane@example.org", proof="forged").status_code == 200
    assert not Subscription.objects.exists()
    for number in range(12):
        assert ask(f"jane{number}@example.org").status_code == 200
    assert Subscription.objects.count() == 10


def test_an_address_that_hears_nothing_for_90_days_is_deleted(ask_and_confirm, bins):
    ask_and_confirm("jane@example.org")
    assert tell(timezone.now() + timedelta(days=89)) == 0
    assert Subscription.objects.exists()
    publish(bins)
    assert tell(timezone.now() + timedelta(days=91)) == 0
    assert not Subscription.objects.exists()
    assert not news().exists()


def test_the_pages_say_how_long_an_address_is_kept(ask):
    told = ask("jane@example.org").text
    assert "at most 90 days" in told
    assert "after 7 days" in told
    assert "12 months" not in told


def test_without_a_page_nobody_is_asked_for_an_address(client, home):
    assert "Email address" not in client.get("/feedback/thanks/").content.decode()


def test_who_asked_while_it_was_being_done_hears_when_it_is(ask_and_confirm, bins):
    action = publish(bins, state="doing")
    Action.objects.update(published_on=timezone.localdate() - timedelta(days=9))
    ask_and_confirm("jane@example.org")
    assert tell() == 0
    action.refresh_from_db()
    action.state = "done"
    action.save()
    assert action.told_on == timezone.localdate()
    action.said = "The form was far too long"
    action.save()
    assert tell() == 1


def test_who_asked_after_it_was_done_hears_of_the_next_deed_only(ask_and_confirm, bins):
    publish(bins)
    Action.objects.update(published_on=timezone.localdate() - timedelta(days=9))
    ask_and_confirm("jane@example.org")
    assert tell() == 0
    publish(bins, said="The button did nothing")
    assert tell() == 1


def test_each_reads_their_own_language_and_english_where_there_is_none(ask_and_confirm, bins):
    english = publish(bins, did="It is shorter now")
    urdu = english.copy_for_translation(Locale.objects.get_or_create(language_code="ur")[0])
    urdu.did = "اب یہ چھوٹا ہے"
    urdu.save()
    for number, path in enumerate(("/feedback/tell-me/", "/ur/feedback/tell-me/", "/pl/feedback/tell-me/")):
        ask_and_confirm(f"jane{number}@example.org", path=path)
    asked = {f"insight.news:{row.pk}": row.locale for row in Subscription.objects.all()}
    assert tell() == 3
    bodies = {asked[row.idempotency_key]: message_words(row)[1] for row in news()}
    assert {language for language, body in bodies.items() if "اب یہ چھوٹا ہے" in body} == {"ur"}
    assert {language for language, body in bodies.items() if "It is shorter now" in body} == {"en", "pl"}
