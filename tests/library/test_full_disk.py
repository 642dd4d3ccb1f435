"""A disk that takes nothing more, for real: the kernel refuses to let this process write beyond a size."""

import resource
import signal
import zipfile
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.urls import path, reverse

from core.services import out_of_room
from library.models import CustomDocument
from library.services import Refused, replace_content
from waymark.urls import urlpatterns as site

pytestmark = pytest.mark.django_db

#: More than the tests' database takes, less than the file.
LIMIT = 32 << 20


def fails(request):
    """Answer like any view that meets a full database."""
    raise OperationalError("database or disk is full")


urlpatterns = [path("fails/", fails), *site]
handler500 = "core.views.server_error"


@contextmanager
def full():
    """Refuse every write beyond LIMIT bytes (setrlimit(2), RLIMIT_FSIZE), in this process and its children."""
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def large(good):
    """The good file with a picture of 33 MB in it."""
    file = BytesIO(good)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/media/map.bmp", bytes(33 << 20))
    return file.getvalue()


def stored():
    return {path for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT) for path in Path(root).rglob("*")}


@pytest.fixture(params=[64 << 20, 2_621_440], ids=["full store", "full temporary folder"])
def in_memory(request, settings):
    """Up to so many bytes an upload comes in memory, and is first written where it will stay."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = request.param


@pytest.mark.usefixtures("in_memory")
def test_author_reads_it_beside_the_field_and_keeps_what_was_typed(as_author, upload, good, large):
    document = upload(good)
    before = stored()
    sent = {"title": "Bins of 2026", "file": SimpleUploadedFile("bins.docx", large), "collection": 1}
    address = reverse("wagtaildocs:edit", args=[document.pk])
    with full():
        answer = as_author.post(address, sent)
    page = answer.content.decode()
    assert "We could not store this file, there may be no room." in page
    assert "Bins of 2026" in page
    assert stored() == before
    document.refresh_from_db()
    assert (document.title, document.versions.count()) == ("Bins", 1)
    assert b"".join(as_author.get(document.url).streaming_content) == good


def test_many_at_once_say_which(as_author, large):
    before = stored()
    with full():
        answer = as_author.post(
            reverse("wagtaildocs:add_multiple"), {"title": "Bins", "files[]": SimpleUploadedFile("bins.docx", large)}
        ).json()
    assert answer["error_message"].startswith("We could not store this file")
    assert not CustomDocument.objects.exists()
    assert stored() == before


def test_mend_that_finds_no_room_says_so(upload, good, large):
    document = upload(good)
    with full():
        outcome = replace_content(document, large, expected=document.sha256)
    assert isinstance(outcome, Refused)
    assert outcome.message.startswith("We could not store this file")
    assert CustomDocument.objects.get().sha256 == document.sha256


@pytest.mark.urls(__name__)
def test_everything_else_answers_507(client):
    client.raise_request_exception = False
    answer = client.get("/fails/")
    assert answer.status_code == 507
    assert "We have no room to store this now" in answer.content.decode()


def test_other_faults_are_no_full_disk():
    assert not out_of_room(PermissionError(13, "Permission denied"))
    assert not out_of_room(None)
