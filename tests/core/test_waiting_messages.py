"""Staff hear of messages that do not leave within 15 minutes; Waymark goes on trying."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMessage, User
from core.services import queue_message

pytestmark = pytest.mark.django_db
HEADING = "Messages do not leave"


def home(**rights):
    user = User.objects.create_user(f"user{User.objects.count()}", password="x", is_staff=True, **rights)
    client = Client()
    client.force_login(user)
    return client.get("/admin/", follow=True).text


@pytest.fixture
def message():
    return queue_message(channel="mail", to="a@example.org", subject="Hello", body="Hello.", idempotency_key="k")


def age(message, minutes, **values):
    moment = timezone.now() - timedelta(minutes=minutes)
    OutgoingMessage.objects.filter(pk=message.pk).update(**{"created_at": moment, "due_at": moment, **values})


def test_one_that_is_tried_in_vain_is_said_after_a_quarter_of_an_hour(message):
    age(message, 14, attempts=2, last_error="smtp:451")
    assert HEADING not in home(is_superuser=True)
    age(message, 16, attempts=3, last_error="smtp:451", due_at=timezone.now() + timedelta(hours=1))
    text = home(is_superuser=True)
    assert HEADING in text
    assert "smtp:451" in text
    assert "a@example.org" not in text
    assert HEADING not in home()


def test_one_that_nobody_tries_points_at_the_worker(message):
    age(message, 16)
    assert "the worker may not run" in home(is_superuser=True)


@pytest.mark.parametrize("values", [{"delivered_at": timezone.now()}, {"dead_at": timezone.now()}])
def test_what_left_or_was_refused_waits_no_more(message, values):
    age(message, 60, attempts=1, **values)
    assert HEADING not in home(is_superuser=True)


def test_what_is_to_leave_later_does_not_wait(message):
    age(message, 60, due_at=timezone.now() + timedelta(hours=1))
    assert HEADING not in home(is_superuser=True)
