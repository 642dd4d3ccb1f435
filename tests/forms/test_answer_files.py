"""A resident answers what staff ask with words and files, inspected as those of a form; nothing sent is lost."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.models import Team
from forms.models import CaseQuestion, SubmissionFile
from forms.models.file import ScanState
from forms.rights.erase import erase_case
from tests.forms.test_cases import ALL, act, mails, make_case, staff
from tests.forms.test_files import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(version):
    return make_case(version)


@pytest.fixture
def officer(case):
    return staff("Olu", *ALL, team=Team.objects.get(name="Bins"))


@pytest.fixture
def link(case, officer):
    act(officer, case, "ask", text="Send us a photo of the bin.")
    return re.search(r"/forms/answer/\S+", mails("forms.question:")[0].body)[0]


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def asked_on(officer, case):
    page = page_of(officer.get(f"/admin/requests/{case.pk}/"))
    return page.find("h2", string="What we asked").find_next("ul")


def test_words_and_files_reach_staff_under_the_question(case, officer, link):
    answer = Client().post(link, {"answer": "It is the green one.", "files": [photo("one.png"), photo("two.png")]})
    assert "Thank you" in answer.text
    case.refresh_from_db()
    assert case.status == "in_progress"
    held = asked_on(officer, case)
    assert "one.png" in held.text
    assert not held.select("a"), "no scanner saw them: they are held back as files of a form are"
    SubmissionFile.objects.update(scan_state=ScanState.CLEAN)
    asked = asked_on(officer, case)
    assert "It is the green one." in asked.text
    links = {a.text: a["href"] for a in asked.select("a")}
    assert list(links) == ["one.png", "two.png"]
    assert b"PNG" in b"".join(officer.get(links["one.png"]).streaming_content)
    other = staff("Pat", *ALL, team=Team.objects.create(name="Parks", email="parks@example.org"))
    assert other.get(links["one.png"]).status_code == 404


def test_files_alone_are_an_answer_and_nothing_is_none(case, link):
    resident = Client()
    refused = resident.post(link, {"answer": " "})
    assert refused.status_code == 422
    assert "Write your answer, or send a file." in refused.text
    assert "Thank you" in resident.post(link, {"answer": "", "files": photo()}).text
    assert CaseQuestion.objects.get().answered_at


@pytest.mark.parametrize(
    ("name", "content"),
    [("page.html", b"<script>alert(1)</script>"), ("bin.png", b"%PDF-1.4 no picture"), ("empty.png", b"")],
)
def test_a_wrong_file_is_refused_and_words_and_good_files_are_kept(link, name, content):
    resident = Client()
    refused = resident.post(
        link, {"answer": "My words", "files": [photo("good.png"), SimpleUploadedFile(name, content)]}
    )
    page = page_of(refused)
    assert refused.status_code == 422
    assert page.select_one("textarea").text.strip() == "My words"
    assert page.select_one(".govuk-error-summary a")["href"] == "#files"
    assert "good.png" in page.select_one(".wm-forms-file").text
    assert CaseQuestion.objects.get().answered_at is None
    assert "Thank you" in resident.post(link, {"answer": "My words"}).text
    assert [file.name for file in SubmissionFile.objects.all()] == ["good.png"]


def test_a_file_can_be_removed_before_it_is_sent_and_not_after(case, link):
    resident = Client()
    resident.post(link, {"answer": "x" * 5_001, "files": [photo("one.png"), photo("two.png")]})
    first, second = SubmissionFile.objects.all()
    page = resident.post(link, {"answer": "My words", "remove": str(first.pk)})
    assert page.status_code == 200
    assert page_of(page).select_one("textarea").text.strip() == "My words"
    for forged in ("", "no", str(case.pk)):
        assert resident.post(link, {"answer": "My words", "remove": forged}).status_code == 200
    assert list(SubmissionFile.objects.all()) == [second]
    resident.post(link, {"answer": "My words"})
    resident.post(link, {"answer": "", "remove": str(second.pk), "files": photo("late.png")})
    assert list(SubmissionFile.objects.all()) == [second]


def test_there_is_room_for_three(link):
    refused = Client().post(link, {"answer": "Words", "files": [photo(f"{number}.png") for number in range(4)]})
    assert refused.status_code == 422
    assert "You can send 3 files here." in refused.text
    assert SubmissionFile.objects.count() == 3


def test_a_file_of_the_form_cannot_be_removed_by_the_link(case, link):
    own = SubmissionFile.objects.create(
        submission=case, question_key="photo", name="a.png", size=1, sha256="0", content_type="image/png",
        scan_state=ScanState.CLEAN,
    )  # fmt: skip
    Client().post(link, {"answer": "Words", "remove": str(own.pk)})
    assert SubmissionFile.objects.filter(pk=own.pk).exists()


def test_erasure_takes_them_along(case, link):
    Client().post(link, {"answer": "Words", "files": photo()})
    assert erase_case(case, "asked")
    assert not SubmissionFile.objects.exists()
