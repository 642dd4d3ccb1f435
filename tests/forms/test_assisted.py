"""A caller or visitor gets the same form and the same receipt: printed, read out or texted."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage
from forms.models import Draft, Submission
from tests.forms.conftest import WALK, Resident
from tests.forms.test_cases import staff


@pytest.fixture
def adviser(version):
    return staff("Ada", "assist")


def help_a_caller(adviser, channel="phone"):
    """Fill the form in and return the address of the receipt."""
    caller = Resident(adviser)
    caller.start(channel=channel)
    caller.walk(WALK)
    return caller.send()


def links(page):
    return {a.text: a["href"] for a in BeautifulSoup(page.content, "html.parser").select("main a")}


@pytest.mark.parametrize("channel", ["phone", "face", "paper"])
def test_the_channel_and_the_adviser_are_written_down(adviser, channel):
    help_a_caller(adviser, channel)
    case = Submission.objects.get()
    assert (case.channel, case.staff) == (channel, adviser.user)
    event = AuditEvent.objects.get(verb="submission.assisted")
    assert (event.actor, event.channel, event.object_ref) == (adviser.user, channel, str(case.pk))


def test_a_form_that_is_not_for_callers_is_not_filled_in_for_one(make_page, adviser):
    page = make_page("rent-question", assisted=False)
    page.assisted_allowed = False
    page.save_revision().publish()
    assert adviser.post(f"/forms/{page.slug}/start", {"channel": "phone"}).status_code == 403
    assert not Draft.objects.exists()


def test_the_receipt_is_printed_and_read_out_without_answers(adviser):
    done = adviser.get(help_a_caller(adviser))
    case = Submission.objects.get()
    sheet = Client().get(links(done)["Print a receipt"])
    words = Client().get(links(done)["Words to read out"])
    for page in (sheet, words):
        assert page.status_code == 200
        assert "We send a crew." in page.text
        assert "Zoë" not in page.text
        assert "Example Street" not in page.text
    assert case.spaced_reference in sheet.text
    signs = [item.text.strip() for item in BeautifulSoup(words.content, "html.parser").select("main ol li")]
    assert [sign[0] for sign in signs] == list(case.reference)


def test_only_the_adviser_texts_the_receipt_and_twice_is_once(adviser):
    done = adviser.get(help_a_caller(adviser))
    address = links(done)["Text the receipt"]
    assert Client().get(address).status_code == 403
    assert staff("Bea", "assist").get(address).status_code == 403
    assert adviser.get(address).status_code == 200
    assert adviser.post(address, {"number": "01632 960001"}).status_code == 422
    for _again in range(2):
        assert "on its way" in adviser.post(address, {"number": "07700 900 001"}).text
    (text,) = (opened(row) for row in OutgoingMessage.objects.filter(channel="sms"))
    assert text.to == "+447700900001"
    assert Submission.objects.get().spaced_reference in text.body
    assert AuditEvent.objects.filter(verb="submission.receipt", channel="sms").exists()


def test_residents_are_offered_the_sheet_only(resident, client):
    resident.start()
    resident.walk()
    offered = links(client.get(resident.send()))
    assert "Print a receipt" in offered
    assert "Text the receipt" not in offered
