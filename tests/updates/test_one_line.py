"""Many messages go over one connection, and whatever becomes of that line, each reader gets one message."""

from collections import Counter

import pytest

from core.messages_out.contrib import smtp_line
from core.messages_out.contrib.smtp_line import send_by_line
from core.services import queue_message
from tests.updates.conftest import post
from tests.updates.test_sending import make_readers, notice, send_all  # noqa: F401 - a fixture
from updates.fan_out import fan_out
from updates.models import Sending

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice")]


def everybody(count):
    return {f"reader{number}@example.org": 1 for number in range(count)}


def got(smtp):
    return Counter(to for to, _mail in smtp.kept)


def test_a_batch_opens_one_connection_and_ends_it(smtp):
    make_readers(30)
    fan_out()
    post()
    assert (got(smtp), smtp.lines) == (everybody(30), 1)
    assert getattr(smtp_line._kept, "line", None) is None
    post()
    assert smtp.lines == 1


def test_messages_of_other_rooms_share_it(smtp):
    for number in range(3):
        key = f"test:{number}"
        queue_message(channel="mail", to="a@example.org", subject="Hello", body="Hello", idempotency_key=key)
    make_readers(3)
    fan_out()
    post()
    assert (len(smtp.kept), smtp.lines) == (6, 1)


def test_a_line_carries_so_many_and_no_more(smtp, monkeypatch):
    monkeypatch.setattr(smtp_line, "MOST", 4)
    make_readers(10)
    fan_out()
    post()
    assert (got(smtp), smtp.lines) == (everybody(10), 3)


def test_a_server_that_cuts_lines_costs_nobody_a_try(smtp):
    smtp.patience = 4
    make_readers(10)
    fan_out()
    post()
    assert (got(smtp), smtp.lines) == (everybody(10), 3)
    assert set(Sending.objects.values_list("attempts", flat=True)) == {1}


@pytest.mark.parametrize("reply", ["550 5.1.1 no such mailbox", "451 try later", "421 going down"])
def test_a_refused_recipient_stops_nobody_and_leaves_the_line_clean(smtp, reply):
    make_readers(6)
    fan_out()
    smtp.refused = {"reader2@example.org": reply}
    post()
    assert got(smtp) == {to: 1 for to in everybody(6) if to != "reader2@example.org"}
    (row,) = Sending.objects.filter(delivered_at=None)
    assert (row.handed_at, row.dead_at is not None) == (None, reply.startswith("5"))


def test_a_line_that_breaks_in_the_middle_is_opened_anew(smtp):
    make_readers(9)
    fan_out()
    smtp.mood = lambda kept: "drop" if kept == 4 and smtp.failed < 2 else ""
    send_all()
    assert (got(smtp), smtp.failed) == (everybody(9), 2)


def test_a_mail_outside_of_a_sweep_has_a_line_of_its_own(smtp):
    from django.core.mail import EmailMultiAlternatives

    for _mail in range(2):
        send_by_line(EmailMultiAlternatives("Hello", "Hello", "us@example.org", ["a@example.org"]), lambda: None)
    assert (len(smtp.kept), smtp.lines) == (2, 2)
