"""Twelve equal posts at once: one request, one reference, one delivery, one message."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from core.models import OutgoingMessage
from forms.models import Delivery, StatusEvent, Submission
from insight.models import Event
from tests.forms.conftest import WALK, Resident

TIMES = 12


@pytest.mark.django_db(transaction=True)
def test_twelve_posts_at_once_give_one_reference(client, page):
    resident = Resident(client)
    resident.start()
    resident.walk(WALK)
    barrier = Barrier(TIMES)
    cookie = client.cookies["waymark_forms"].value

    def send(_):
        browser = Client()
        browser.cookies["waymark_forms"] = cookie
        barrier.wait()
        try:
            response = browser.post(f"{resident.base}/check")
            # The receipt's token carries the second it was signed in: its content alone must be equal.
            return response.status_code, response["Location"].split(":")[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TIMES) as pool:
        answers = set(pool.map(send, range(TIMES)))
    assert len(answers) == 1
    assert answers.pop()[0] == 302
    assert [model.objects.count() for model in (Submission, Delivery, OutgoingMessage, StatusEvent)] == [1, 1, 1, 1]
    assert Event.objects.filter(type__contains="form.completed").count() == 1, "sent once on the boards too"
