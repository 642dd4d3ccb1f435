"""Every route of new content ends in a wish for a check, written in the transaction of the upload."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from accessibility.models import DocumentAudit, DocumentCheckRequest
from accessibility.services import document_verdict, ensure_checked
from core.services import sweep_outbox
from library.models import CustomDocument
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


def waits_for_check(document: CustomDocument) -> bool:
    return DocumentCheckRequest.objects.filter(sha256=document.sha256, delivered_at=None).exists()


def test_script(upload, good):
    document = upload(good)
    assert len(document.sha256) == 64
    assert waits_for_check(document)
    assert document_verdict(document).verdict == "pending"
    assert not document_verdict(document).may_publish


def test_add(as_author, good):
    response = as_author.post(
        reverse("wagtaildocs:add"), {"title": "Bins", "file": SimpleUploadedFile("bins.docx", good), "collection": 1}
    )
    assert response.status_code == 302
    assert waits_for_check(CustomDocument.objects.get())


def test_add_multiple(as_author, good):
    response = as_author.post(
        reverse("wagtaildocs:add_multiple"), {"title": "Bins", "files[]": SimpleUploadedFile("bins.docx", good)}
    )
    assert response.json()["success"]
    assert waits_for_check(CustomDocument.objects.get())


def test_add_multiple_refuses_in_plain_words(as_author):
    response = as_author.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Bins", "files[]": SimpleUploadedFile("bins.pdf", make.good_docx())},
    )
    assert not CustomDocument.objects.exists()
    assert "Save it again with the right ending" in response.content.decode()


def test_add_refuses_in_plain_words(as_author):
    response = as_author.post(
        reverse("wagtaildocs:add"),
        {"title": "Bins", "file": SimpleUploadedFile("bins.pdf", make.pdf(script=True)), "collection": 1},
    )
    assert not CustomDocument.objects.exists()
    assert "This file holds a script." in response.content.decode()


def test_chooser(as_author, good):
    response = as_author.post(
        reverse("wagtaildocs_chooser:create"),
        {
            "document-chooser-upload-title": "Bins",
            "document-chooser-upload-file": SimpleUploadedFile("bins.docx", good),
            "document-chooser-upload-collection": 1,
        },
    )
    assert response.json()["step"] == "chosen"
    assert waits_for_check(CustomDocument.objects.get())


def test_replace(as_author, upload, good, bad):
    document = upload(bad)
    response = as_author.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Bins", "file": SimpleUploadedFile("bins-v2.docx", good), "collection": 1},
    )
    assert response.status_code == 302
    address = document.url
    old = document.sha256
    document.refresh_from_db()
    assert document.sha256 != old
    assert waits_for_check(document)
    assert document.url == address


def test_new_title_asks_for_no_check(upload, good):
    document = upload(good)
    DocumentCheckRequest.objects.all().delete()
    document.title = "Your bins"
    document.save()
    assert not waits_for_check(document)


def test_rolled_back_upload_leaves_no_wish(upload, good):
    with transaction.atomic():
        upload(good)
        transaction.set_rollback(True)
    assert not DocumentCheckRequest.objects.exists()


def test_two_uploads_of_one_file_are_checked_once(upload, good):
    first, second = upload(good), upload(good, name="other.docx")
    assert DocumentCheckRequest.objects.count() == 1
    assert ensure_checked(first) == ensure_checked(second)
    assert DocumentAudit.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_sweep_stores_the_verdicts(upload, good, bad):
    fine, faulty = upload(good), upload(bad)
    assert sweep_outbox() >= 2
    assert document_verdict(fine).verdict == "passed"
    assert document_verdict(faulty).verdict == "failed"
    assert not waits_for_check(fine)


def test_file_that_changed_behind_our_back_gets_no_verdict(upload, good, bad):
    document = upload(good)
    Path(document.file.path).write_bytes(bad)
    fresh = CustomDocument.objects.get()
    assert ensure_checked(fresh) is None
    assert document_verdict(fresh).verdict == "pending"
