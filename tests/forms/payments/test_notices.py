"""A provider's notice is believed only when signed, and then only to ask the provider: twice, late, in any order."""

import hashlib
import hmac
import json

import pytest
from django.test import Client

from forms.models import Payment, Submission
from tests.forms.payments.conftest import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["govuk-pay", "civica-pay"])
def kind(request):
    return KINDS[request.param]


def send(kind, body, signature=None):
    raw = json.dumps(body).encode()
    signed = hmac.new(b"whispered", raw, hashlib.sha256).hexdigest() if signature is None else signature
    name = {"govuk-pay": "HTTP_PAY_SIGNATURE", "civica-pay": "HTTP_X_SIGNATURE"}[kind.provider]
    return Client().post("/forms/payments/permits/notice", raw, content_type="application/json", **{name: signed})


def about(kind, reference):
    return {"resource_id": reference, "event_type": "card_payment_failed"} if kind.provider == "govuk-pay" else {
        "transactionId": reference, "status": "DECLINED"
    }  # fmt: skip


@pytest.fixture
def open_payment(payer):
    payer.fill().to_payment()
    return Payment.objects.get().provider_ref


@pytest.mark.parametrize("signature", ["", "0" * 64, "é"])
def test_an_unsigned_one_is_refused_and_asks_nothing(kind, open_payment, server, signature):
    server.pay(kind.paid)
    before = len(server.calls)
    assert send(kind, about(kind, open_payment), signature).status_code == 401
    assert len(server.calls) == before
    assert not Submission.objects.exists()


def test_its_words_count_for_nothing_and_the_provider_is_asked(kind, open_payment, server, work):
    assert send(kind, about(kind, open_payment)).json() == {"known": True}
    assert Payment.objects.get().state == "created"
    server.pay(kind.paid)
    for _again in range(3):
        assert send(kind, about(kind, open_payment)).status_code == 200
    assert Submission.objects.count() == 1
    work()
    # A late one, from before the money was taken.
    assert send(kind, about(kind, open_payment)).status_code == 200
    assert server.taken == 2500
    assert Payment.objects.get().state == "success"


def test_an_outage_asks_for_the_notice_again(kind, open_payment, server):
    server.fails = 500
    assert send(kind, about(kind, open_payment)).status_code == 503


def test_what_cannot_be_read_or_is_not_ours(kind, account):
    assert send(kind, about(kind, "unknown")).json() == {"known": False}
    assert send(kind, []).status_code == 400
    assert send(kind, {"x": "y" * 70_000}).status_code == 413
    assert Client().post("/forms/payments/nobody/notice").status_code == 404
    assert Client().get("/forms/payments/permits/notice").status_code == 405
