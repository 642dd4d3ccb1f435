"""A person who asks gets what we hold about them, and it is gone when they ask for that."""

import json
import zipfile
from io import BytesIO

import pytest
from django.urls import reverse

from updates.models import Subscriber
from updates.rights import collect, erase

pytestmark = pytest.mark.django_db
ASKED = {"contact": "a@example.org", "checked": "documents"}


def test_what_is_held_is_told_and_forgotten(subscribe):
    subscribe("a@example.org", "news:", language="ur")
    subscribe("b@example.org", "news:")
    (held,) = collect(" A@example.org ")
    assert (held["address"], held["language"], held["topics"]) == ("a@example.org", "ur", ["All news"])
    assert collect("nobody") == []
    assert erase("a@example.org") == 1
    assert [row.opened() for row in Subscriber.objects.all()] == ["b@example.org"]


def test_staff_hand_it_out_and_erase_it_where_there_is_no_request(subscribe, admin_client):
    subscribe("a@example.org", "news:")
    address = reverse("onlineforms_inbox:rights")
    answer = admin_client.post(address, ASKED)
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert json.loads(archive.read("updates.json"))[0]["address"] == "a@example.org"
    admin_client.post(address, {**ASKED, "erase": "yes", "sure": "on"})
    assert not Subscriber.objects.exists()


def test_an_address_that_does_not_open_is_named_and_can_be_erased(subscribe, admin_client):
    subscribe("a@example.org", "news:")
    Subscriber.objects.update(address=b"nothing of ours")
    address = reverse("onlineforms_inbox:rights")
    with zipfile.ZipFile(BytesIO(admin_client.post(address, ASKED).content)) as archive:
        (held,) = json.loads(archive.read("updates.json"))
    assert "address" not in held
    assert held["note"] == "The sealed part of it does not open."
    admin_client.post(address, {**ASKED, "erase": "yes", "sure": "on"})
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("typed", ["Mobile 07400 123456", "07400\u00a0123456", "\u202a+447400123456\u202c"])
def test_a_number_as_it_was_pasted_finds_what_only_this_room_holds(subscribe, admin_client, typed):
    subscribe("+447400123456", "news:", channel="sms")
    address, asked = reverse("onlineforms_inbox:rights"), {**ASKED, "contact": typed}
    assert admin_client.post(address, {**asked, "checked": "code"}).status_code == 422
    with zipfile.ZipFile(BytesIO(admin_client.post(address, asked).content)) as archive:
        assert json.loads(archive.read("updates.json"))[0]["address"] == "+447400123456"
