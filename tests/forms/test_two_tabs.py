"""Two tabs, two forms, two devices: what one takes away the other neither sends nor loses."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from forms.demo.loader import read
from forms.models import Draft, FormVersion, Submission, SubmissionFile
from forms.runner import step as step_view
from forms.services import publish_version
from forms.trying.runnable import test_version as try_version
from tests.forms.conftest import CONTACT, WALK, Resident
from tests.forms.test_files import photo


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def with_photo(client, make_page):
    """A form whose photo must be sent, beside a name; its resident stands at that step."""
    steps = read("missed-bin")["steps"]
    steps[4]["questions"][0].update(required=True, error_missing="Add a photo.")
    steps[4]["questions"].extend(steps[5]["questions"])
    page = make_page(steps=[*steps[:5], steps[6]])
    page.live = True
    page.save()
    publish_version(page)
    resident = Resident(client)
    resident.start()
    resident.walk(WALK[:2])
    return resident


def remove(resident, **typed):
    return resident.answer("photo", {"remove": str(SubmissionFile.objects.get().pk), **typed})


def test_a_required_file_that_was_removed_elsewhere_is_asked_for_again(with_photo):
    resident = with_photo
    resident.walk([("photo", {"photo": photo(), **CONTACT}), WALK[4]])
    assert resident.client.get(f"{resident.base}/check").status_code == 200
    remove(resident)
    sent = resident.client.post(f"{resident.base}/check")
    assert sent["Location"] == f"{resident.base}/photo"
    assert not Submission.objects.exists()
    assert resident.client.get(f"{resident.base}/check")["Location"] == f"{resident.base}/photo"


def test_an_optional_file_that_was_removed_is_not_named_in_the_request(resident):
    resident.start()
    resident.walk([*WALK[:2], ("photo", {"photo": photo()}), *WALK[3:]])
    remove(resident)
    resident.send()
    assert Submission.objects.get().open_content()["answers"]["photo"] == []


def test_removing_a_file_keeps_the_words_typed_beside_it(with_photo):
    resident = with_photo
    resident.answer("photo", {"photo": photo(), **CONTACT, "email": "not yet"})
    response = remove(resident, name="Zoë O'Brien", email="zoe@", phone="")
    page = page_of(response)
    assert response.status_code == 200
    assert page.find(id="name")["value"] == "Zoë O'Brien"
    assert page.find(id="email")["value"] == "zoe@"
    assert "bin.png" not in page.text
    assert not page.select(".govuk-error-summary")


def test_enter_in_a_text_box_presses_continue_and_not_remove(with_photo):
    resident = with_photo
    page = page_of(resident.answer("photo", {"photo": photo(), **CONTACT, "email": "not yet"}))
    first = page.select_one("main form button")
    assert not first.get("name")
    assert first["tabindex"] == "-1"


def test_a_link_back_leaves_the_other_open_form_to_its_owner(resident):
    first = resident.start()
    resident.client.post(f"{first}/save", {"email": "zoe@example.org"})
    link = re.search(r"http://[^/]+(/forms/return/\S+)", opened(OutgoingMessage.objects.get()).body)[1]
    other = Client()
    second = Resident(other).start()
    assert other.post(link)["Location"] == f"{first}/which-bin"
    for base in (first, second):
        assert other.get(f"{base}/which-bin").status_code == 200
    assert resident.client.get(f"{first}/which-bin").status_code == 404


def test_a_form_that_was_only_tried_is_nobodys_business(client, make_page, django_user_model):
    page = make_page()
    version = try_version(page, django_user_model.objects.create_user("author"))
    assert client.get("/forms/report-a-missed-bin/start").status_code == 404
    FormVersion.objects.get(pk=version.pk).tester.delete()
    assert client.get("/forms/report-a-missed-bin/start").status_code == 404
    assert FormVersion.objects.get(pk=version.pk).is_test


def other_tab(monkeypatch, before):
    """Let another tab do something after the page was read and before it is kept."""
    real = step_view.take_files

    def take(request, turn):
        with transaction.atomic():
            before()
        return real(request, turn)

    monkeypatch.setattr(step_view, "take_files", take)


def change(draft, **answers):
    row = Draft.objects.get(pk=draft)
    content = row.open_content()
    content["answers"] |= answers
    row.seal_content(content)
    row.save()


def test_a_step_taken_off_the_path_while_it_was_sent_is_not_kept_and_not_lost(resident, monkeypatch):
    base = resident.start()
    resident.answer("which-bin", {"bins": ["recycling"]})
    other_tab(monkeypatch, lambda: change(base.rsplit("/", 1)[1], bins=["food"]))
    response = resident.answer("wrong-things", {"tag": "yes"})
    page = page_of(response)
    assert response.status_code == 409
    assert page.select_one("main dd").text.strip() == "yes"
    assert page.select_one("main p a")["href"] == f"{base}/where"
    assert "tag" not in Draft.objects.get().open_content()["answers"]


def test_a_form_sent_by_another_tab_leads_to_its_receipt(resident, monkeypatch):
    resident.start()
    resident.walk()
    sent = []
    other_tab(monkeypatch, lambda: sent.append(resident.send()))
    assert resident.answer("contact", CONTACT)["Location"] == sent[0]
    assert bytes(Draft.objects.get().sealed) == b""


def test_a_draft_whose_time_ended_while_it_was_sent_is_not_found(resident, monkeypatch):
    resident.start()
    other_tab(monkeypatch, lambda: Draft.objects.all().delete())
    assert resident.answer("which-bin", {"bins": ["food"]}).status_code == 404
