"""An author walks through a draft, sees its paths and compares versions; nothing of it reaches anybody."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMessage, User
from forms.compiler.graph import graph
from forms.models import Delivery, Draft, FormVersion, Submission
from forms.services import build, erase_due
from insight.models import Event
from tests.forms.conftest import Resident


@pytest.fixture
def author(db):
    """Somebody who may edit all pages."""
    client = Client()
    client.force_login(User.objects.create_superuser("ann", "ann@example.org", "x"))
    return client


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


class Walker(Resident):
    """An author with a browser, who walks through a draft."""

    def start(self, page):
        response = self.client.post(f"/admin/forms/{page.pk}/try/", {"locale": "en"})
        self.base = response["Location"].rsplit("/", 1)[0]
        return response


def test_a_draft_that_cannot_be_published_is_walked_to_its_receipt_and_nobody_hears_of_it(
    author, make_page, mailoutbox
):
    page = make_page()
    page.promise = None
    page.save_revision()
    listed = soup(author.get(f"/admin/forms/{page.pk}/try/"))
    assert "This form has no service promise." in listed.text
    walker = Walker(author)
    first = author.get(walker.start(page)["Location"])
    assert "Nothing you write here is sent" in soup(first).text
    walker.walk()
    receipt = author.get(walker.send())
    assert receipt.status_code == 200
    assert "Nothing you write here is sent" in soup(receipt).text
    assert Submission.objects.get().is_test
    assert not Delivery.objects.exists()
    assert not OutgoingMessage.objects.exists()
    assert not Event.objects.exists()
    assert not FormVersion.objects.running().exists()


def test_saving_a_test_for_later_sends_no_email_and_shows_the_link(author, make_page):
    page = make_page()
    page.save_revision()
    walker = Walker(author)
    walker.start(page)
    saved = soup(author.post(f"{walker.base}/save", {"email": "someone@example.org"}))
    link = next(a["href"] for a in saved.select("main a") if "/forms/return/" in a["href"])
    assert not OutgoingMessage.objects.exists()
    assert author.post(link[link.index("/forms/return/") :])["Location"] == f"{walker.base}/which-bin"


NO_TURNS = {"min": None, "max": None}


def test_an_unfinished_draft_can_be_walked_and_drawn_whatever_is_missing(author, make_page):
    question = {"kind": "text", "key": "", "label": "How many?", "error_missing": "Say how many."}
    page = make_page(
        steps=[
            {"slug": "", "title": "جامعة", "questions": [question]},
            {"slug": "a.b", "title": "Second", "questions": [{**question, "key": "remove"}]},
            {"slug": "a.b", "title": "Third", "questions": [{**question, "key": "who"}], "repeat": NO_TURNS},
        ]
    )
    page.steps[1].value["show_if"]["imported"] = ['{"all": 5}']
    page.save_revision()
    walker = Walker(author)
    assert author.get(walker.start(page)["Location"]).status_code == 200
    for tool in ("try", "paths", "versions"):
        assert author.get(f"/admin/forms/{page.pk}/{tool}/").status_code == 200
    assert "cannot be read" in soup(author.get(f"/admin/forms/{page.pk}/try/")).text
    assert walker.answer("step-1", {"q-1-1": "5"})["Location"].endswith("/step-3")


def test_staff_and_residents_do_not_find_a_test(author, make_page):
    page = make_page()
    page.save_revision()
    walker = Walker(author)
    walker.start(page)
    walker.walk()
    walker.send()
    test = Submission.objects.get()
    assert author.get(f"/admin/requests/{test.pk}/").status_code == 404
    found = Client().post("/forms/my-request/", {"reference": test.reference, "contact": "zoe@example.org"})
    assert found.status_code == 422


def test_tests_are_forgotten_after_a_day_with_the_version_that_was_tried(author, make_page, page):
    walker = Walker(author)
    walker.start(page)
    walker.walk()
    walker.send()
    Submission.objects.update(received_at=timezone.now() - timedelta(days=2))
    Draft.objects.update(expires_at=timezone.now() - timedelta(days=1))
    erase_due()
    assert not Submission.objects.exists()
    assert FormVersion.objects.get().number == 1


@pytest.mark.parametrize("tool", ["try", "paths", "versions"])
def test_the_tools_are_for_those_who_may_edit_the_page(page, tool):
    stranger = Client()
    stranger.force_login(User.objects.create_user("bob", "bob@example.org", "x", is_staff=True))
    assert stranger.get(f"/admin/forms/{page.pk}/{tool}/").status_code in {302, 403}
    assert Client().get(f"/admin/forms/{page.pk}/{tool}/").status_code == 302


def test_the_paths_are_drawn_and_said(author, page):
    shown = soup(author.get(f"/admin/forms/{page.pk}/paths/"))
    words = [" ".join(item.text.split()) for item in shown.select("#graph-words > li")]
    assert words[0] == "Which bin did we miss?. Always shown. What may come next: step 2, step 3, step 4."
    assert "Shown only if “Which bin did we miss?” contains “Blue bin: recycling”." in words[1]
    assert "The form ends here." in words[2]
    assert shown.select_one("#graph-title").parent["role"] == "img"
    assert len(shown.select_one("#graph-title").parent.select("rect")) == len(words) + 1


def test_each_line_of_the_picture_joins_steps_that_follow_each_other(page):
    drawn = graph(build(page).schema)
    assert {(edge.start, edge.end) for edge in drawn.edges} == {
        (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (4, 5), (5, 6), (6, 7), (7, 8),
    }  # fmt: skip


def test_two_versions_and_the_draft_are_compared_line_by_line(author, page):
    page.minutes = 9
    page.save_revision().publish()
    page.title = "Tell us about a bin"
    page.save_revision()
    address = f"/admin/forms/{page.pk}/versions/"
    assert rows(author.get(address)) == [["Changed", "Title: Report a missed bin", "Title: Tell us about a bin"]]
    assert rows(author.get(f"{address}?before=1&after=2")) == [["Changed", "Minutes: 2", "Minutes: 9"]]
    assert "They are the same." in soup(author.get(f"{address}?before=2&after=2")).text
    assert author.get(f"{address}?before=77&after=2").status_code == 404


def rows(response):
    table = soup(response).select_one("[aria-label=Differences]")
    return [[cell.text.strip() for cell in row.select("th, td")] for row in table.select("tbody tr")]


def test_the_tools_are_linked_in_the_editor(author, page):
    shown = soup(author.get(f"/admin/pages/{page.pk}/edit/"))
    assert shown.find("a", href=f"/admin/forms/{page.pk}/try/")
