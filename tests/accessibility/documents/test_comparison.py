"""Upload again and see what is left."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from accessibility.documents.comparison import compare
from accessibility.models import DocumentFinding
from accessibility.services import ensure_checked
from tests.accessibility.documents import makers as make

BODY = (make.paragraph("Bin days", style="Heading1"), make.paragraph("We collect your bins each week."))


def row(rule: str, severity: str = "B", count: int = 1) -> DocumentFinding:
    return DocumentFinding(rule=rule, severity=severity, count=count)


def test_problems_are_mended_left_or_new_and_questions_are_none():
    before = [row("WM-OFFICE-ALT", count=3), row("WM-OFFICE-LANGUAGE"), row("WM-OFFICE-ALT-ASK", "M")]
    now = [row("WM-OFFICE-ALT"), row("WM-OFFICE-CONTRAST", "W", 2), row("WM-OFFICE-READING", "advisory")]
    found = compare(before, now)
    assert [(one.before, one.now) for one in found.mended] == [(1, 0)]
    assert [(one.before, one.now) for one in found.left] == [(3, 1)]
    assert [(one.before, one.now) for one in found.new] == [(0, 2)]


@pytest.mark.django_db
def test_new_version_is_compared_with_the_one_before(as_author, upload):
    document = upload(make.docx(*BODY, *[make.picture()] * 2, title=""))
    ensure_checked(document)
    address = reverse("document_checks:report", args=[document.pk])
    assert "Since the version before" not in as_author.get(address).content.decode()
    document.file = ContentFile(make.docx(*BODY, make.picture(), language=""), name="bins.docx")
    document.save()
    assert "Since the version before" not in as_author.get(address).content.decode()
    ensure_checked(document)
    page = as_author.get(address).content.decode()
    assert "Mended (1)" in page
    assert "Found 2 times before, 1 times now." in page
    assert "New (1)" in page
