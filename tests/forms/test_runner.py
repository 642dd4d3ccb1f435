"""A resident walks through a form without JavaScript, wanders, comes back and gets one receipt."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMessage
from forms.models import Delivery, Draft, StatusEvent, Submission
from forms.runner.words import day_in_words
from tests.forms.conftest import CONTACT, WALK, Resident


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_the_start_page_sets_no_cookie_and_says_what_it_takes(client, version):
    response = client.get("/forms/report-a-missed-bin/start")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "about 2 minutes" in soup(response).text


def test_the_whole_walk_gives_a_receipt(resident, mailoutbox):
    resident.start()
    assert resident.walk().endswith("/check")
    receipt = resident.client.get(resident.send())
    submission = Submission.objects.get()
    page = soup(receipt)
    assert page.h1.text == "We have your request"
    assert page.select_one("bdi").text == submission.spaced_reference
    assert re.fullmatch("[2-9A-HJ-NPR-Y]{10}", submission.reference)
    assert submission.due_on > timezone.localdate()
    assert StatusEvent.objects.get().status == "received"
    assert Delivery.objects.get().connector == "team-mail"
    assert OutgoingMessage.objects.count() == 1


def test_answers_lie_sealed_and_open_only_in_their_own_row(resident):
    resident.start()
    resident.walk()
    resident.send()
    submission = Submission.objects.get()
    assert b"example.org" not in bytes(submission.sealed)
    assert submission.open_content()["answers"]["email"] == "zoe@example.org"
    draft = Draft.objects.get()
    assert bytes(draft.sealed) == b""
    from core.services import UnsealError

    draft.sealed = submission.sealed
    with pytest.raises(UnsealError):
        draft.open_content()


def test_the_draft_cookie_is_signed_and_hidden_from_scripts(resident):
    resident.start()
    cookie = resident.client.cookies["waymark_forms"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == ""
    assert ":" in cookie.value


def test_an_empty_answer_is_422_with_a_summary_that_lands_on_the_box(resident):
    resident.start()
    response = resident.answer("which-bin", {})
    page = soup(response)
    assert response.status_code == 422
    assert page.title.text.startswith("Error: ")
    link = page.select_one(".govuk-error-summary a")
    assert link.text.strip() == "Pick the bin that we missed."
    assert page.find(id=link["href"][1:]).name == "input"


def test_what_was_typed_wrong_is_still_there(resident):
    resident.start()
    resident.walk(WALK[:3])
    response = resident.answer("contact", {**CONTACT, "email": "zoe at example"})
    page = soup(response)
    assert response.status_code == 422
    assert page.find(id="email")["value"] == "zoe at example"
    assert page.find(id="name")["value"] == "Zoë O'Brien"
    assert page.find(id="email")["autocomplete"] == "email"


def test_a_wrong_postcode_leads_to_the_postcode_box(resident):
    resident.start()
    resident.walk(WALK[:1])
    response = resident.answer("where", {"address-line_1": "1 Example Street", "address-postcode": "nope"})
    assert soup(response).select_one(".govuk-error-summary a")["href"] == "#address-postcode"


def test_a_deep_link_leads_back_to_the_first_open_question(resident):
    base = resident.start()
    for ahead in ["contact", "check", "nonsense"]:
        response = resident.client.get(f"{base}/{ahead}")
        assert response.status_code == 302
        assert response["Location"] == f"{base}/which-bin"


def test_a_post_to_a_step_off_the_path_stores_nothing(resident):
    resident.start()
    resident.walk(WALK[:1])
    response = resident.answer("wrong-things", {"tag": "yes"})
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 409
    assert page.h1.text == "We did not save this page"
    assert page.select_one("main dd").text.strip() == "yes"
    assert page.select_one("main p a")["href"] == f"{resident.base}/where"
    assert resident.answer("wrong-things", {}).status_code == 302
    assert "tag" not in Draft.objects.get().open_content()["answers"]


def test_the_branch_is_walked_and_its_answer_dropped_when_it_is_left(resident):
    base = resident.start()
    assert resident.answer("which-bin", {"bins": ["recycling"]})["Location"] == f"{base}/wrong-things"
    assert resident.answer("wrong-things", {"tag": "no"})["Location"] == f"{base}/where"
    resident.walk(WALK[1:])
    resident.answer("which-bin", {"bins": ["food"]}, query="?return=check")
    resident.send()
    assert "tag" not in Submission.objects.get().open_content()["answers"]


def test_an_exit_page_ends_the_form(resident):
    base = resident.start()
    resident.answer("which-bin", {"bins": ["recycling"]})
    assert resident.answer("wrong-things", {"tag": "yes"})["Location"] == f"{base}/tagged"
    page = soup(resident.client.get(f"{base}/tagged"))
    assert "red tag" in page.h1.text
    assert not page.select("main button")
    assert resident.client.get(f"{base}/check")["Location"] == f"{base}/tagged"
    assert resident.client.post(f"{base}/check")["Location"] == f"{base}/tagged"


def test_change_links_come_back_to_check_unless_a_new_question_opens(resident):
    base = resident.start()
    resident.walk()
    page = soup(resident.client.get(f"{base}/check"))
    links = [link["href"] for link in page.select(".govuk-summary-list__actions a")]
    assert links[0] == f"{base}/which-bin?return=check#bins"
    assert resident.answer("contact", CONTACT, query="?return=check")["Location"] == f"{base}/check"
    changed = resident.answer("which-bin", {"bins": ["recycling"]}, query="?return=check")
    assert changed["Location"] == f"{base}/wrong-things"


def test_back_leads_to_the_step_before(resident):
    base = resident.start()
    resident.walk(WALK[:2])
    assert soup(resident.client.get(f"{base}/photo")).select_one(".govuk-back-link")["href"] == f"{base}/where"
    assert soup(resident.client.get(f"{base}/where")).select_one(".govuk-back-link")["href"] == f"{base}/which-bin"


def test_answers_are_shown_again_on_the_way_back(resident):
    base = resident.start()
    resident.walk(WALK[:2])
    page = soup(resident.client.get(f"{base}/where"))
    assert page.find(id="address-postcode")["value"] == "OX1 1AA"
    assert soup(resident.client.get(f"{base}/which-bin")).find("input", {"value": "rubbish"}).has_attr("checked")


def test_sending_twice_gives_the_same_receipt(resident):
    resident.start()
    resident.walk()
    assert resident.send() == resident.send()
    assert Submission.objects.count() == Delivery.objects.count() == OutgoingMessage.objects.count() == 1
    assert resident.client.get(f"{resident.base}/where").status_code == 302


def test_the_promise_stands_on_the_page_before_sending_with_its_day(resident):
    resident.start()
    resident.walk()
    page = " ".join(soup(resident.client.get(f"{resident.base}/check")).main.text.split())
    assert "We will deal with it within 2 working days. Call us." in page
    resident.send()
    assert f"We will deal with it by {day_in_words(Submission.objects.get().due_on)}." in page


def test_two_tabs_are_two_drafts(resident, client):
    first = resident.start()
    second = Resident(client).start()
    assert first != second
    client.post(f"{first}/which-bin", {"bins": ["food"]})
    page = soup(client.get(f"{second}/which-bin"))
    assert not page.find("input", {"value": "food"}).has_attr("checked")
    assert client.get(f"{first}/where").status_code == 200


def test_another_persons_draft_is_not_there(resident, version):
    base = resident.start()
    stranger = Client()
    Resident(stranger).start()
    assert stranger.get(f"{base}/which-bin").status_code == 404
    assert stranger.post(f"{base}/which-bin", {"bins": ["food"]}).status_code == 404
    assert Draft.objects.filter(pk=base.rsplit("/", 1)[1]).get().open_content()["answers"] == {}


def test_a_lost_cookie_leads_to_a_page_with_a_way_back(resident):
    base = resident.start()
    resident.walk(WALK[:4])
    for cookies in [{}, {"waymark_forms": "forged:signature"}]:
        other = Client()
        other.cookies.load(cookies)
        response = other.get(f"{base}/needs")
        assert response.status_code == 403
        assert soup(response).form["action"] == f"{base}/recover"
    Client().post(f"{base}/recover", {"email": "stranger@example.org"})
    assert OutgoingMessage.objects.count() == 0
    Client().post(f"{base}/recover", {"email": "ZOE@example.org"})
    assert OutgoingMessage.objects.count() == 1


def test_a_draft_that_ran_out_and_a_closed_form_say_so(resident, page):
    base = resident.start()
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    response = resident.client.get(f"{base}/which-bin")
    assert response.status_code == 410
    assert "01632 960101" in soup(response).text
    assert soup(response).select_one("main a")["href"] == "/forms/report-a-missed-bin/start"
    Draft.objects.update(expires_at=timezone.now() + timedelta(days=1))
    page.unpublish()
    for address in [f"{base}/which-bin", "/forms/report-a-missed-bin/start"]:
        response = resident.client.get(address)
        assert response.status_code == 410
        assert "This form is closed" in soup(response).h1.text


def test_a_draft_finishes_on_its_own_version(resident, page):
    base = resident.start()
    resident.walk(WALK[:2])
    page.minutes = 12
    page.steps = page.steps.stream_block.to_python(list(reversed(page.steps.get_prep_value()))[:1])
    page.save_revision().publish()
    assert resident.client.get(f"{base}/photo").status_code == 200
    resident.walk(WALK[2:])
    assert resident.client.get(resident.send()).status_code == 200
    assert Submission.objects.get().version.number == 1


def test_an_unknown_form_is_404(client, db):
    assert client.get("/forms/no-such-form/start").status_code == 404


def test_pages_of_a_draft_are_in_no_cache(resident):
    base = resident.start()
    resident.walk(WALK[:2])
    receipt = [f"{base}/photo", f"{base}/save", "/forms/my-request/"]
    for address in receipt:
        assert "no-store" in resident.client.get(address)["Cache-Control"]


def test_a_stale_token_keeps_what_was_typed(version):
    client = Client(enforce_csrf_checks=True)
    resident = Resident(client)
    resident.start()
    response = resident.answer("which-bin", {"bins": ["food"], "csrfmiddlewaretoken": "x" * 64})
    page = soup(response)
    assert response.status_code == 403
    assert page.find("input", {"value": "food"}).has_attr("checked")
    assert "open for a long time" in page.select_one(".govuk-error-summary").text
    token = page.find("input", {"name": "csrfmiddlewaretoken"})["value"]
    again = resident.answer("which-bin", {"bins": ["food"], "csrfmiddlewaretoken": token})
    assert again.status_code == 302


def test_hostile_words_are_shown_as_words(resident):
    base = resident.start()
    resident.walk(WALK[:3])
    resident.answer("contact", {**CONTACT, "name": "<script>alert(1)</script>\u202e"})
    resident.walk(WALK[4:])
    page = resident.client.get(f"{base}/check").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_no_page_has_inline_script_or_style(resident):
    base = resident.start()
    resident.walk()
    for address in [f"{base}/contact", f"{base}/check", f"{base}/save", resident.send()]:
        html = resident.client.get(address).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", html), address
