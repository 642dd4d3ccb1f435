"""Who asked hears once what was done about a page, and then nobody knows the address any more."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMessage
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
