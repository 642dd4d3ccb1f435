"""Questions that only a person can answer, as an author and not as a superuser."""

import pytest
from django.urls import reverse

from accessibility.models import DocumentAnswer
from accessibility.services import document_verdict, ensure_checked
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db
ASK = "WM-OFFICE-ALT-ASK"


@pytest.fixture
def document(upload, good):
    document = upload(good)
    ensure_checked(document)
    return document


def report(client, document) -> str:
    return client.get(reverse("document_checks:report", args=[document.pk])).content.decode()


def answer(client, document, said, note="", **changes):
    values = {"seen": document.sha256, f"answer-{ASK}": said, f"note-{ASK}": note}
    return client.post(reverse("document_checks:answers", args=[document.pk]), values | changes, follow=True)


def test_open_question_is_seen_and_yes_closes_it(as_author, author, document):
    page = report(as_author, document)
    assert "1 question has no answer yet." in page
    assert "Do the words for each picture say what it is there for?" in page
    assert "1 answer saved." in answer(as_author, document, "yes", "Looked at both.").content.decode()
    page = report(as_author, document)
    assert "All questions are answered." in page
    assert "author-of-documents answered “Yes”" in page
    row = DocumentAnswer.objects.get()
    assert (row.sha256, row.answered_by, row.note) == (document.sha256, author, "Looked at both.")
    assert document_verdict(document).may_publish


def test_no_counts_as_failed_until_it_is_taken_back(as_author, document):
    answer(as_author, document, "no")
    assert document_verdict(document).verdict == "failed"
    assert not document_verdict(document).may_publish
    assert "Residents cannot open this file" in report(as_author, document)
    answer(as_author, document, "yes")
    assert document_verdict(document).may_publish


def test_who_cannot_tell_says_why_and_the_question_stays_open(as_author, document):
    response = answer(as_author, document, "unsure")
    assert response.status_code == 422
    assert "Say what you would need to know." in response.content.decode()
    assert not DocumentAnswer.objects.exists()
    answer(as_author, document, "unsure", "I do not know the place.")
    page = report(as_author, document)
    assert "1 question has no answer yet." in page
    assert "I do not know the place." in page


@pytest.mark.parametrize(
    "changes", [{"seen": "0" * 64}, {f"answer-{ASK}": "perhaps"}, {f"answer-{ASK}": ""}, {f"note-{ASK}": "x" * 2_001}]
)
def test_what_is_no_answer_is_not_stored(as_author, document, changes):
    answer(as_author, document, "yes", **changes)
    assert not DocumentAnswer.objects.exists()


def test_new_content_asks_anew(as_author, document, upload):
    answer(as_author, document, "no")
    other = upload(make.good_docx("We collect your bins each fortnight."))
    ensure_checked(other)
    assert document_verdict(other).may_publish
    assert "Nobody has answered this yet." in report(as_author, other)
