"""Residents see all requests of a contact that they proved, with a code and without a password, and nothing else."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage
from forms.delivery.contacts import phone_hash
from forms.inbox.operations import ask
from forms.models import ContactCode, ContactVisit, ProvenContact, Submission
from forms.services import set_status
from tests.forms.test_cases import make_case, staff

MINE = "/forms/my-requests/"


@pytest.fixture
def case(version):
    return make_case(version)


def request_code(client, contact):
    """Ask for a code and return the page where it is typed, and the code if one was sent."""
    answer = client.post(MINE, {"contact": contact})
    assert answer.status_code == 302, answer.text
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="forms.code:").order_by("created_at")
    sent = [opened(row) for row in rows]
    return answer["Location"], re.search(r"[0-9]{6}", sent[-1].body)[0] if sent else ""


def sign_in(client, contact):
    page, code = request_code(client, contact)
    answer = client.post(page, {"code": f" {code[:3]} {code[3:]} "})
    assert answer["Location"] == f"{MINE}list/"
    return client


def test_a_code_opens_all_requests_of_the_contact_with_their_story_and_answers(version, case):
    set_status(case, "in_progress", public_text="A crew is on its way.")
    other = make_case(version, 1, email="R0@example.org")
    stranger = make_case(version, 2)
    client = sign_in(Client(), " r0@EXAMPLE.org ")
    page = client.get(f"{MINE}list/")
    assert "no-store" in page["Cache-Control"]
    assert case.spaced_reference in page.text
    assert other.spaced_reference in page.text
    assert stranger.spaced_reference not in page.text
    one = client.get(f"{MINE}{case.pk}/").text
    for words in ("We are working on it", "A crew is on its way.", "Green bin: rubbish", "Resident 0"):
        assert words in one
    assert client.get(f"{MINE}{stranger.pk}/").status_code == 404
    assert ProvenContact.objects.filter(contact_hash=case.email_hash).exists()
    assert AuditEvent.objects.filter(verb="submission.read", outcome="resident", object_ref=str(case.pk)).exists()


def test_nobody_learns_whether_a_contact_is_known(case):
    known, unknown = (Client().post(MINE, {"contact": at}) for at in ("r0@example.org", "nobody@example.org"))
    assert (known.status_code, unknown.status_code) == (302, 302)
    pages = [Client().get(answer["Location"]) for answer in (known, unknown)]
    texts = [re.sub(r'value="[^"]+"', "", page.text) for page in pages]
    assert texts[0] == texts[1]
    assert OutgoingMessage.objects.filter(idempotency_key__startswith="forms.code:").count() == 1
    assert not known.cookies
    wrong = [Client().post(answer["Location"], {"code": "000000"}) for answer in (known, unknown)]
    assert {answer.status_code for answer in wrong} == {422}


@pytest.mark.parametrize("contact", ["", "nobody", "01632 960001", "=cmd", "a@b", "x" * 5_000, "\u202ea@example"])
def test_what_is_no_contact_is_refused_in_plain_words(db, contact):
    answer = Client().post(MINE, {"contact": contact})
    assert answer.status_code == 422
    assert "Enter an email address such as" in answer.text


def test_a_code_ends_after_five_tries_ten_minutes_or_its_use(case):
    client = Client()
    page, code = request_code(client, "r0@example.org")
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    assert {client.post(page, {"code": wrong}).status_code for _ in range(5)} == {422}
    assert client.post(page, {"code": code}).status_code == 422
    page, code = request_code(client, "r0@example.org")
    ContactCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.post(page, {"code": code}).status_code == 422
    page, code = request_code(client, "r0@example.org")
    assert client.post(page, {"code": code}).status_code == 302
    assert Client().post(page, {"code": code}).status_code == 422


def test_codes_are_stored_hashed_and_a_new_one_ends_the_old(case):
    page, code = request_code(Client(), "r0@example.org")
    assert code not in str(ContactCode.objects.values().get())
    request_code(Client(), "r0@example.org")
    assert Client().post(page, {"code": code}).status_code == 422


def test_asking_for_many_codes_is_stopped_for_the_contact_and_for_the_address(case):
    statuses = [Client().post(MINE, {"contact": "r0@example.org"}).status_code for _ in range(6)]
    assert statuses == [302] * 5 + [429]
    statuses = [Client().post(MINE, {"contact": f"n{n}@example.org"}).status_code for n in range(8)]
    assert statuses[-1] == 429


def test_a_contact_of_two_people_shows_each_only_by_that_contact(version, case):
    """They share a mailbox, not a phone."""
    phones = ("07700 900001", "07700 900002")
    alice, bob = (
        make_case(version, n, email="home@example.org", phone_hash=phone_hash(phone))
        for n, phone in enumerate(phones, start=1)
    )
    both = sign_in(Client(), "home@example.org").get(f"{MINE}list/").text
    assert alice.spaced_reference in both
    assert bob.spaced_reference in both
    client = sign_in(Client(), "+44 7700 900001")
    text = client.get(f"{MINE}list/").text
    assert alice.spaced_reference in text
    assert bob.spaced_reference not in text
    assert client.get(f"{MINE}{bob.pk}/").status_code == 404


def test_a_visit_ends_by_itself_and_by_the_button(case):
    client = sign_in(Client(), "r0@example.org")
    again = Client()
    again.cookies["waymark_my_requests"] = client.cookies["waymark_my_requests"].value
    client.post(f"{MINE}leave/")
    for visitor in (client, again, Client()):
        assert visitor.get(f"{MINE}list/")["Location"] == MINE
    client = sign_in(Client(), "r0@example.org")
    ContactVisit.objects.update(expires_at=timezone.now())
    assert client.get(f"{MINE}{case.pk}/")["Location"] == MINE


def test_a_visit_is_no_session_of_staff(case):
    client = sign_in(Client(), "r0@example.org")
    assert client.get("/admin/requests/")["Location"].startswith("/admin/login/")
    adviser = staff("Ada", "assist")
    assert adviser.get(f"{MINE}list/")["Location"] == MINE


def test_a_question_is_answered_and_messages_are_stopped_from_there(case, django_user_model):
    ask(case, "Which gate?", django_user_model.objects.create_user("olu"))
    client = sign_in(Client(), "r0@example.org")
    page = BeautifulSoup(client.get(f"{MINE}{case.pk}/").content, "html.parser")
    link = next(a["href"] for a in page.select("main a") if "/forms/answer/" in a["href"])
    assert Client().get(link).status_code == 200
    client.post(f"{MINE}{case.pk}/updates/", {"stop": "yes"})
    set_status(case, "closed")
    assert not OutgoingMessage.objects.filter(idempotency_key__startswith="forms.update:").exists()
    client.post(f"{MINE}{case.pk}/updates/", {"start": "yes"})
    set_status(case, "received")
    assert OutgoingMessage.objects.filter(idempotency_key__startswith="forms.update:").count() == 1


def test_who_gave_only_a_mobile_number_is_texted_until_they_stop_it(version):
    case = make_case(version, email="")
    case.seal_content({"answers": {"phone": "07700 900 001"}})
    case.save()
    set_status(case, "in_progress", public_text="A crew is on its way.")
    (text,) = (opened(row) for row in OutgoingMessage.objects.filter(channel="sms"))
    assert text.to == "+447700900001"
    assert "A crew is on its way." in text.body
    follow = re.search(r"/forms/follow/\S+", text.body)[0]
    page = BeautifulSoup(Client().get(follow).content, "html.parser")
    stop = next(a["href"] for a in page.select("main a") if "/forms/updates/" in a["href"])
    Client().post(stop)
    set_status(Submission.objects.get(), "closed")
    assert OutgoingMessage.objects.count() == 1
