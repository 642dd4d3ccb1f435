"""An address that the mail server refuses for good ends its subscriptions; a fault of the server does not."""

from datetime import timedelta
from itertools import count

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEvent
from tests.updates.conftest import post
from updates import refusals
from updates.models import Follow, Refusal, Sending, Subscriber
from updates.retention import retain
from updates.rights import collect

pytestmark = pytest.mark.django_db
NO_MAILBOX = "550 5.1.1 <gone@example.org>: no such mailbox"
_numbers = count()


@pytest.fixture
def news(smtp, monkeypatch):
    """Return a function that sends something to everybody, as on ``day`` of a calendar."""
    from updates import fan_out, items
    from updates.models import Notice

    monkeypatch.setitem(items.MAKERS, "test", lambda _notice: items.Item("News", "Something new."))

    def send(day=0):
        began = timezone.now() + timedelta(days=day, minutes=1)
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda: began)
            Notice.tell(f"test:{next(_numbers)}", kind="page", keys=["x"], event="test")
            fan_out.fan_out()
            post(began)

    return send


@pytest.fixture
def gone(subscribe):
    subscribe("here@example.org", "page:x")
    return subscribe("gone@example.org", "page:x", "news:")


def left():
    return sorted(row.opened() for row in Subscriber.objects.all())


def test_no_such_mailbox_ends_it_at_once_and_the_record_keeps_no_address(smtp, news, gone):
    smtp.refused = {"gone@example.org": NO_MAILBOX}
    news()
    assert [to for to, _mail in smtp.kept] == ["here@example.org"]
    assert refusals.end_refused() == 1
    assert left() == ["here@example.org"]
    assert Follow.objects.count() == 1
    event = AuditEvent.objects.get(verb="updates.end-refused")
    assert (event.object_ref, event.outcome) == (str(gone.pk), "no-mailbox")
    assert "gone@" not in str(list(AuditEvent.objects.values())) + str(list(Sending.objects.values()))
    assert Sending.objects.get(dead_at__isnull=False).subscriber is None
    assert refusals.end_refused() == 0


@pytest.mark.parametrize("reply", ["550 no", "552 5.2.2 mailbox full", "553 not here"])
def test_other_refusals_must_come_on_three_days(smtp, news, gone, reply):
    smtp.refused = {"gone@example.org": reply}
    for day in (0, 0, 0, 1):
        news(day)
        assert refusals.end_refused() == 0
    news(2)
    assert refusals.end_refused() == 1
    assert AuditEvent.objects.get(verb="updates.end-refused").outcome == "three-days"


@pytest.mark.parametrize(
    "reply",
    [
        "450 4.2.0 greylisted",
        "451 4.1.1 no such mailbox yet",
        "421 going down",
        "550 5.7.1 your server is on a list",
        "550 5.1.8 the sender's domain is not found",
        "554 5.7.1 relay access denied",
        "554 refused",
        "530 log in first",
    ],
)
def test_what_is_not_about_the_mailbox_never_ends_it(smtp, news, gone, reply):
    smtp.refused = {"gone@example.org": reply}
    for day in range(5):
        news(day)
    assert not Refusal.objects.exists()
    assert refusals.end_refused() == 0


def test_a_refusal_of_the_message_itself_never_ends_it(smtp, news, gone):
    smtp.mood = lambda _kept: "550"
    for day in range(4):
        news(day)
    assert smtp.failed == 8
    assert not Refusal.objects.exists()


def test_what_arrives_in_between_speaks_for_the_address(smtp, news, gone):
    for day, reply in enumerate(["550 no", "550 no", "", "550 no", "550 no"]):
        smtp.refused = {"gone@example.org": reply} if reply else {}
        news(day)
    assert refusals.end_refused() == 0


def test_what_arrived_speaks_for_the_address_after_it_is_forgotten(smtp, news, gone):
    for day, reply in ((0, "550 no"), (1, ""), (40, "550 no"), (41, "550 no")):
        smtp.refused = {"gone@example.org": reply} if reply else {}
        news(day)
    retain(timezone.now() + timedelta(days=42))
    assert not Sending.objects.filter(subscriber=gone, delivered_at__isnull=False).exists()
    assert refusals.end_refused() == 0


def test_so_many_at_once_are_held_until_staff_decide(smtp, news, subscribe, admin_client):
    for number in range(12):
        subscribe(f"{number}@example.org", "page:x")
    smtp.refused = {f"{number}@example.org": NO_MAILBOX for number in range(10)}
    news()
    assert refusals.end_refused() == 0
    address = reverse("updates_numbers")
    assert "refuses 10 addresses" in admin_client.get(address).content.decode()
    admin_client.post(address, {"do": "keep"})
    assert (Subscriber.objects.count(), refusals.due()) == (12, {})
    news(1)
    admin_client.post(address, {"do": "end"})
    assert left() == ["10@example.org", "11@example.org"]
    assert AuditEvent.objects.filter(verb="updates.end-refused").exclude(actor=None).count() == 10
    page = admin_client.get(address).content.decode()
    assert "<td>10</td>" in page
    assert "refuses" not in page.replace("refuses an address", "")


def test_who_only_reads_the_report_decides_nothing(client, django_user_model, demo):
    from django.contrib.auth.models import Permission

    user = demo.user("author")
    user.user_permissions.add(Permission.objects.get(codename="view_newsletter"))
    client.force_login(user)
    assert client.get(reverse("updates_numbers")).status_code == 200
    assert client.post(reverse("updates_numbers"), {"do": "end"}).status_code in (302, 403)


def test_refusals_are_told_to_who_asks_and_forgotten_in_time(smtp, news, gone):
    smtp.refused = {"gone@example.org": "550 no"}
    news()
    (held,) = collect("gone@example.org")
    assert held["refused"] == [f"{timezone.localdate()} smtp:550"]
    retain(timezone.now() + timedelta(days=91))
    assert not Refusal.objects.exists()


def test_the_rule_costs_two_queries_for_many(smtp, news, subscribe, django_assert_num_queries):
    for number in range(8):
        subscribe(f"{number}@example.org", "page:x")
    smtp.refused = {f"{number}@example.org": NO_MAILBOX for number in range(8)}
    news()
    with django_assert_num_queries(2):
        assert len(refusals.due()) == 8
