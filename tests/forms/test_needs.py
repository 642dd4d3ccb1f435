"""“Do you need us to do anything differently?” reaches staff before the answers, and our e-mails keep to it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.messages_out.sealing import opened
from core.models import OutgoingMessage, User
from forms.delivery.base import Handover, Receiver
from forms.delivery.contrib.team_mail import TeamMail
from forms.demo.loader import read
from forms.models import Delivery, Submission
from forms.services import build, findings, set_status
from tests.forms.conftest import CONTACT, WALK, Resident


def sent(resident, needs):
    resident.start()
    resident.walk([*WALK[:4], ("needs", {"needs": needs})])
    resident.send()
    return Submission.objects.get()


def receipt():
    return opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.receipt"))


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(User.objects.create_superuser("ann", "ann@example.org", "x"))
    return client


def test_large_print_is_told_to_staff_and_kept_to_in_every_email(resident, staff):
    submission = sent(resident, ["large_print", "more_time"])
    page = BeautifulSoup(staff.get(f"/admin/requests/{submission.pk}/").content, "html.parser")
    told = page.find(id="needs")
    assert "Do this differently for this person" in told.text
    assert len(told.select("li")) == 2
    mail = receipt()
    assert "font-size: 18pt" in mail.html
    assert "- Write to me in large print" in mail.body
    set_status(submission, "in_progress", public_text="The crew is on its way.")
    update = opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.update"))
    assert "font-size: 18pt" in update.html


def test_who_asks_for_nothing_gets_the_usual_email(resident, staff):
    submission = sent(resident, [])
    assert "18pt" not in receipt().html
    page = BeautifulSoup(staff.get(f"/admin/requests/{submission.pk}/").content, "html.parser")
    assert not page.find(id="needs")


@pytest.mark.parametrize(("needs", "told"), [(["bsl"], True), ([], False)])
def test_the_team_is_told_that_there_is_something_and_not_what(resident, needs, told):
    submission = sent(resident, needs)
    delivery = Delivery.objects.get()
    TeamMail().deliver(Handover(submission, delivery.idempotency_key, Receiver(delivery.connector)))
    body = opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.team")).body
    assert ("asked us to do something differently" in body) is told
    assert "Sign" not in body


def test_a_text_that_is_called_an_email_address_is_refused(make_page):
    steps = read("missed-bin")["steps"]
    steps[5]["questions"][1].update(kind="text")
    assert "forms.maps-to" in {finding.rule for finding in findings(build(make_page(steps=steps)))}


def test_an_address_that_no_server_takes_does_not_keep_a_request_back(client, version):
    schema = version.schema
    next(q for step in schema["steps"] for q in step["questions"] if q["key"] == "email")["kind"] = "text"
    type(version).objects.filter(pk=version.pk).delete()
    version.pk, version._state.adding = None, True
    version.save()
    resident = Resident(client)
    resident.start()
    resident.walk([*WALK[:3], ("contact", {**CONTACT, "email": "call me"}), WALK[4]])
    resident.send()
    assert Submission.objects.count() == 1
    assert not OutgoingMessage.objects.exists()
