"""Versions of a document: listed, loaded by staff alone, and made current again."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from accessibility.services import ensure_checked
from core.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(upload, good, bad):
    """A document that passed, and was then replaced by a file that fails."""
    document = upload(good)
    ensure_checked(document)
    document.refresh_from_db()
    document.file = ContentFile(bad, name="bins.docx")
    document.save()
    ensure_checked(document)
    document.refresh_from_db()
    return document


def test_versions_are_listed_with_what_residents_get(as_author, document):
    page = as_author.get(reverse("document_checks:versions", args=[document.pk])).content.decode()
    new, old = page.index("The current file."), page.index("Residents get this one.")
    assert new < old
    assert page.index("Has problems") < page.index("Passed")
    assert (
        reverse("document_checks:versions", args=[document.pk])
        in as_author.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    )


def test_staff_load_an_old_file_and_strangers_do_not(as_author, client, document, good):
    address = reverse("document_checks:version", args=[document.pk, document.versions.last().pk])
    response = as_author.get(address)
    assert b"".join(response.streaming_content) == good
    assert "no-store" in response["Cache-Control"]
    client.logout()
    assert client.get(address).status_code == 302


def test_old_file_becomes_the_current_one_again(as_author, document, good):
    old = document.versions.last()
    address = reverse("document_checks:restore", args=[document.pk, old.pk])
    page = as_author.post(address, {"seen": "x"}, follow=True).content.decode()
    assert "Somebody replaced the file meanwhile." in page
    as_author.post(address, {"seen": document.sha256})
    url = document.url
    document.refresh_from_db()
    assert (document.sha256, document.url) == (old.sha256, url)
    assert document.versions.count() == 3
    assert AuditEvent.objects.filter(verb="document.restore").exists()


def test_version_of_another_document_is_not_found(as_author, document, upload):
    other = upload(b"day,bin\nMonday,green\n", "days.csv")
    address = reverse("document_checks:version", args=[other.pk, document.versions.last().pk])
    assert as_author.get(address).status_code == 404


def test_files_go_with_the_document(document, django_capture_on_commit_callbacks):
    files = [version.file for version in document.versions.all()]
    storage = document.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not any(storage.exists(name) for name in files)


def test_the_report_says_that_residents_get_the_older_file(as_author, document):
    page = as_author.get(reverse("document_checks:report", args=[document.pk])).content.decode()
    assert "Residents get the last file that passed." in page
    assert "Residents cannot open this file" not in page
