"""Somebody who means harm at the doors of documents: disguised files, guessed names, forged decisions."""

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from accessibility.documents.sandbox import inspect_file
from accessibility.models import DocumentAnswer, DocumentAudit, DocumentCheckRequest, DocumentOverride, LawfulExemption
from accessibility.services import document_verdict, ensure_checked
from core.models import Team, User
from library.models import CustomDocument
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db

EXE = b"MZ\x90\x00" + b"\x00" * 60 + b"PE\x00\x00" + b"\x00" * 200
DROPPED = bytes.fromhex("d0cf11e0a1b11ae1") + "\x01Ole10Native".encode("utf-16-le") + b"C:\\setup.exe\x00MZ"
WEB_PAGE = b"<script>alert(document.domain)</script>\n"


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def starting_with(first: str, data: bytes) -> bytes:
    """Return a package whose first part is not packed, so that its bytes stand at the start of the file."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        new.writestr("a.txt", first)
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (with_part(make.good_docx(), "word/embeddings/setup.exe", b"x"), "program"),
        (with_part(make.good_docx(), "word/media/image9.png", EXE), "program"),
        (with_part(make.good_docx(), "word/embeddings/oleObject1.bin", DROPPED), "program"),
        (with_part(make.good_docx(), "word/embeddings/Sheet.xlsm", b"PK"), "macros"),
        (with_part(make.odt("<text:p>Bins</text:p>"), "Pictures/a.png", EXE), "program"),
        (WEB_PAGE + make.pdf(), "disguised"),
        (b"GIF89a" + make.pdf(), "disguised"),
        (EXE[:64] + make.pdf(), "disguised"),
        (b"stray words\n" + make.pdf(), None),
        (make.good_docx(), None),
        # A picture that the author dropped in, by the same way as a program.
        (with_part(make.good_docx(), "word/embeddings/oleObject1.bin", DROPPED.replace(b".exe", b".png")), None),
    ],
)
def test_disguised_files_do_not_come_in(data, answer):
    told = inspect_file(BytesIO(data))
    assert [code for code in (told.get("error"), *told.get("unsafe", [])) if code] == ([answer] if answer else [])


def test_a_word_file_with_the_mark_of_a_pdf_is_checked_as_what_it_is():
    told = inspect_file(BytesIO(starting_with("%PDF-1.7", make.bad_docx())))
    assert (told["kind"], told.get("error"), told["unsafe"]) == ("docx", None, [])
    hidden = with_part(starting_with("%PDF-1.7", make.good_docx()), "word/vbaProject.bin", b"x")
    assert inspect_file(BytesIO(hidden))["error"] == "macros"


@pytest.fixture
def private(upload, good):
    document = upload(good, name="councillors-pay-cut.docx")
    ensure_checked(document)
    collection = Collection.get_first_root_node().add_child(name="Councillors")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document.collection = collection
    document.save()
    return document


def test_a_guessed_number_tells_no_name(client, upload, bad, private):
    waiting = upload(bad, name="closing-the-library.docx", title="Closing the library")
    for document in (waiting, private):
        answer = client.get(f"/documents/{document.pk}/x")
        assert answer.status_code == 404
        assert document.filename not in answer.content.decode()
        assert "Closing the library" not in answer.content.decode()
    assert client.get(waiting.url).status_code == 403


@pytest.mark.parametrize("taken", [False, True])
def test_a_link_from_before_still_leads_on(client, upload, bad, taken):
    if taken:  # another document has the name already: the store makes this one's unique, its address stays plain
        upload(bad)
    document = upload(bad)
    ensure_checked(document)
    before = document.filename
    document.file = ContentFile(make.pdf(), name="bins.pdf")
    document.save()
    answer = client.get(f"/documents/{document.pk}/{before}")
    assert answer.headers["Location"] == document.url


def test_the_last_file_that_passed_goes_out_as_what_it_is(client, as_author, upload, good):
    document = upload(good)
    ensure_checked(document)
    document.refresh_from_db()
    document.file = ContentFile(make.pdf(), name="bins.pdf")
    document.save()
    old = document.versions.last()
    loaded = as_author.get(reverse("document_checks:version", args=[document.pk, old.pk]))
    as_author.logout()
    served = client.get(document.url)
    for answer in (served, loaded):
        assert "wordprocessingml" in answer["Content-Type"]
        assert answer["Content-Disposition"] == 'attachment; filename="bins.docx"'
    assert b"".join(served.streaming_content) == good


def test_a_file_that_changes_while_it_is_read_gets_no_verdict(upload, good, bad, monkeypatch):
    from accessibility.documents import verdicts

    document, check = upload(good), verdicts.check_file

    def while_read(file, *arguments, **named):
        Path(document.file.path).write_bytes(bad)
        return check(file, *arguments, **named)

    monkeypatch.setattr(verdicts, "check_file", while_read)
    assert ensure_checked(document) is None
    assert document_verdict(document).verdict == "pending"


@pytest.fixture
def decisions(upload, bad):
    document = upload(bad)
    ensure_checked(document)
    team = Team.objects.create(name="Heritage", email="heritage@example.org")
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    sent = {"kind": "heritage", "reason": "A map.", "owner": team.pk, "review_on": day, "until": day}
    names = ("exempt", "override")
    return [reverse(f"document_checks:{name}", args=[document.pk]) for name in names], sent


def test_nobody_decides_without_permission_or_under_another_name(as_author, author, decisions):
    addresses, sent = decisions
    for address in addresses:
        assert as_author.post(address, sent).status_code in {302, 403}
    assert not LawfulExemption.objects.exists()
    assert not DocumentOverride.objects.exists()
    permitted = Permission.objects.filter(codename__in=["add_lawfulexemption", "add_documentoverride"])
    author.user_permissions.add(*permitted)
    other = User.objects.create_superuser("boss", "boss@example.org", "waymark-test")
    for address in addresses:
        forged = {**sent, "granted_by": other.pk, "granted_by_id": other.pk, "granted_at": "2030-01-01", "sha256": "0"}
        assert as_author.post(address, forged).status_code == 302
    for row in (LawfulExemption.objects.get(), DocumentOverride.objects.get()):
        assert row.granted_by == author
        assert row.granted_at.date() <= timezone.localdate()


def test_no_decision_comes_from_another_site(author, decisions):
    author.user_permissions.add(
        *Permission.objects.filter(codename__in=["add_lawfulexemption", "add_documentoverride"])
    )
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    for address in decisions[0]:
        assert client.post(address, decisions[1]).status_code == 403
    assert not LawfulExemption.objects.exists()


def test_forged_answers_are_not_stored(as_author, upload, good):
    document = upload(good)
    audit = ensure_checked(document)
    address = reverse("document_checks:answers", args=[document.pk])
    forged = {"seen": audit.sha256, "WM-PDF-FIGURE-ALT": "yes", "WM-NOTHING": "no", "answered_by": "1"}
    as_author.post(address, forged)
    as_author.post(address, {**forged, "seen": "0" * 64})
    assert not DocumentAnswer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_people_upload_one_file_at_once(upload, good):
    start, outcomes = Barrier(4), []

    def person(number):
        start.wait()
        try:
            document = upload(good, name="bins.docx", title=f"Bins {number}")
            outcomes.append(ensure_checked(document))
        finally:
            connection.close()

    threads = [Thread(target=person, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    documents = list(CustomDocument.objects.all())
    assert len(outcomes) == len({document.file.name for document in documents}) == 4
    assert DocumentAudit.objects.count() == DocumentCheckRequest.objects.count() == 1
    assert {document.passed_file for document in documents} == {document.file.name for document in documents}
    assert {document_verdict(document).verdict for document in documents} == {"passed"}
