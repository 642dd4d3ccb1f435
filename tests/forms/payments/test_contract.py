"""What every payment provider must do, each against a real server of its own."""

import pytest

from forms.models.payment import PaymentState
from forms.payments.base import Order, ProviderDownError, ProviderRefusedError
from forms.payments.registry import reach
from tests.forms.payments.conftest import KINDS

pytestmark = pytest.mark.django_db
ORDER = Order(2500, "REF2345678", "A permit", "https://example.org/back", "key:1")


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


@pytest.fixture
def provider(account):
    return reach(account)


def test_the_same_key_twice_is_one_payment(provider, server):
    made, account = provider
    first, second = made.create(ORDER, account), made.create(ORDER, account)
    assert first == second
    assert (first.state, first.amount, first.refunded) == (PaymentState.CREATED, 2500, 0)
    assert first.next_url
    assert len(server.payments) == 1


def test_what_was_paid_is_taken_once_and_refunded_once_a_key(provider, server, kind):
    made, account = provider
    ref = made.create(ORDER, account).provider_ref
    server.pay(kind.paid)
    assert made.look_up(ref, account).state in {PaymentState.CAPTURABLE, PaymentState.SUCCESS}
    for _again in range(2):
        made.capture(ref, account)
    assert server.taken == 2500
    for _again in range(2):
        made.refund(ref, 1000, 0, "back:1", account)
    made.refund(ref, 500, 1000, "back:2", account)
    record = made.look_up(ref, account)
    assert (record.state, record.refunded) == (PaymentState.SUCCESS, 1500)
    with pytest.raises(ProviderRefusedError):
        made.refund(ref, 1001, 1500, "back:3", account)
    assert server.taken == 1000


def test_what_was_not_paid_is_not_taken(provider, server, kind):
    made, account = provider
    ref = made.create(ORDER, account).provider_ref
    with pytest.raises(ProviderRefusedError):
        made.capture(ref, account)
    server.pay(kind.failed)
    assert made.look_up(ref, account).state == PaymentState.FAILED
    assert made.look_up(ref, account).next_url == "" or kind.handler is None
    assert server.taken == 0


def test_letting_go_twice_is_once(provider, server):
    made, account = provider
    ref = made.create(ORDER, account).provider_ref
    for _again in range(2):
        made.cancel(ref, account)
    assert made.look_up(ref, account).state == PaymentState.CANCELLED


def test_an_unknown_payment_is_none(provider):
    made, account = provider
    assert made.look_up("00000000-0000-4000-8000-000000000000", account) is None


ANSWERS = [(500, ProviderDownError), (429, ProviderDownError), (400, ProviderRefusedError)]


@pytest.mark.parametrize(("status", "error"), ANSWERS)
def test_an_outage_and_a_refusal_are_told_apart_and_no_text_of_theirs_is_kept(provider, server, kind, status, error):
    if kind.handler is None:
        pytest.skip("The demonstration provider speaks no HTTP.")
    made, account = provider
    server.fails = status
    with pytest.raises(error) as failed:
        made.create(ORDER, account)
    assert failed.value.code == f"http:{status}"


def test_an_answer_that_got_lost_makes_no_second_payment(provider, server, kind):
    if kind.handler is None:
        pytest.skip("The demonstration provider speaks no HTTP.")
    made, account = provider
    server.drops = 1
    with pytest.raises(ProviderDownError):
        made.create(ORDER, account)
    made.create(ORDER, account)
    assert len(server.payments) == 1
