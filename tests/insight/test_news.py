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


def publish(bins, **values):
    words = {"said": "The form was too long", "did": "It is shorter now", "state": "done", **values}
    return Action.objects.create(page=bins, locale=bins.locale, published_on=timezone.localdate(), **words)


def test_an_address_is_sealed_used_once_and_deleted(ask, bins):
    response = ask("jane@example.org", path="/pl/feedback/tell-me/")
    assert response.status_code == 200
    assert not response.cookies
    row = Subscription.objects.get()
    assert b"jane" not in bytes(row.address)
    assert tell() == 0
    publish(bins, state="doing")
    assert tell() == 0
    publish(bins)
    assert tell() == 1
    assert not Subscription.objects.exists()
    message = OutgoingMessage.objects.get()
    assert (message.channel, message.idempotency_key) == ("mail", f"insight.news:{row.pk}")
    assert tell() == 0
    assert OutgoingMessage.objects.count() == 1


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


def test_an_address_that_hears_nothing_for_a_year_is_deleted(ask):
    ask("jane@example.org")
    assert tell(timezone.now() + timedelta(days=366)) == 0
    assert not Subscription.objects.exists()
    assert not OutgoingMessage.objects.exists()


def test_without_a_page_nobody_is_asked_for_an_address(client, home):
    assert "Email address" not in client.get("/feedback/thanks/").content.decode()


def test_who_asked_while_it_was_being_done_hears_when_it_is(ask, bins):
    action = publish(bins, state="doing")
    Action.objects.update(published_on=timezone.localdate() - timedelta(days=9))
    ask("jane@example.org")
    assert tell() == 0
    action.refresh_from_db()
    action.state = "done"
    action.save()
    assert action.told_on == timezone.localdate()
    action.said = "The form was far too long"
    action.save()
    assert tell() == 1


def test_who_asked_after_it_was_done_hears_of_the_next_deed_only(ask, bins):
    publish(bins)
    Action.objects.update(published_on=timezone.localdate() - timedelta(days=9))
    ask("jane@example.org")
    assert tell() == 0
    publish(bins, said="The button did nothing")
    assert tell() == 1


def test_each_reads_their_own_language_and_english_where_there_is_none(ask, bins):
    english = publish(bins, did="It is shorter now")
    urdu = english.copy_for_translation(Locale.objects.get_or_create(language_code="ur")[0])
    urdu.did = "اب یہ چھوٹا ہے"
    urdu.save()
    for number, path in enumerate(("/feedback/tell-me/", "/ur/feedback/tell-me/", "/pl/feedback/tell-me/")):
        ask(f"jane{number}@example.org", path=path)
    asked = {f"insight.news:{row.pk}": row.locale for row in Subscription.objects.all()}
    assert tell() == 3
    bodies = {asked[row.idempotency_key]: message_words(row)[1] for row in OutgoingMessage.objects.all()}
    assert {language for language, body in bodies.items() if "اب یہ چھوٹا ہے" in body} == {"ur"}
    assert {language for language, body in bodies.items() if "It is shorter now" in body} == {"en", "pl"}
