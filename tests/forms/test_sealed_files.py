"""Files at rest: nothing of them can be read on disk, staff get them as they were sent, and keys can be changed."""

import base64
import io
import secrets
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image

from core.models import User
from core.services import is_sealed_file
from forms.models import SubmissionFile
from forms.sealed_files import plain_chunks
from tests.forms.conftest import WALK
from tests.forms.test_files import at_photo, photo


@pytest.fixture
def sent(resident):
    """A photo that came with a request and was found clean."""
    at_photo(resident)
    resident.answer("photo", {"photo": photo()})
    resident.walk(WALK[3:])
    resident.send()
    SubmissionFile.objects.update(scan_state="clean")
    return SubmissionFile.objects.get()


@pytest.fixture
def officer(db):
    user = User.objects.create_user("officer", password="x")
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "see_every_team", "view_submission"])
    )
    client = Client()
    client.force_login(user)
    return client


def on_disk(file):
    return Path(file.file.path).read_bytes()


def rotate(settings):
    settings.WAYMARK_KEYS = f"new={base64.b64encode(secrets.token_bytes(32)).decode()},{settings.WAYMARK_KEYS}"
    out = io.StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def test_a_photo_lies_sealed_on_disk_and_staff_get_it_as_it_was_inspected(sent, officer):
    assert b"PNG" not in on_disk(sent)
    response = officer.get(f"/admin/requests/file/{sent.pk}/")
    content = b"".join(response.streaming_content)
    assert Image.open(io.BytesIO(content)).size == (40, 30)
    assert response["Content-Length"] == str(len(content)) == str(sent.size)
    assert response["Content-Disposition"] == 'attachment; filename="bin.png"'
    assert response["Content-Type"] == "image/png"


def test_a_file_that_was_changed_or_is_gone_is_not_handed_out_and_staff_are_told(sent, officer):
    path = Path(sent.file.path)
    for break_it in (lambda: path.write_bytes(path.read_bytes()[:-1]), path.unlink):
        break_it()
        page = officer.get(f"/admin/requests/file/{sent.pk}/", follow=True)
        assert page.redirect_chain[-1][0] == f"/admin/requests/{sent.submission_id}/"
        assert "restore it from a backup" in page.content.decode()


def test_the_content_of_another_file_does_not_open_in_its_place(sent):
    data = on_disk(sent)
    other = SubmissionFile.objects.create(question_key="photo", name="x.png", size=1, sha256="", scan_state="clean")
    other.file.name = sent.file.name
    assert data == on_disk(other)
    with pytest.raises(Exception, match="does not open here"):
        plain_chunks(other)


def test_new_keys_seal_every_file_again_and_a_file_from_before_sealing(
    sent, settings, django_capture_on_commit_callbacks
):
    content = b"".join(plain_chunks(sent))
    old = sent.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert "onlineforms.SubmissionFile.file: 1 of 1" in rotate(settings)
    sent.refresh_from_db()
    assert is_sealed_file(io.BytesIO(on_disk(sent)), newest=True)
    assert b"".join(plain_chunks(sent)) == content
    assert not sent.file.storage.exists(old)
    Path(sent.file.path).write_bytes(content)
    assert b"".join(plain_chunks(sent)) == content
    call_command("rotate_keys", stdout=io.StringIO())
    sent.refresh_from_db()
    assert is_sealed_file(io.BytesIO(on_disk(sent)), newest=True)
    assert b"".join(plain_chunks(sent)) == content


def test_a_file_that_does_not_open_is_named_and_left_as_it_is(sent, settings):
    Path(sent.file.path).write_bytes(b"other words")
    with pytest.raises(CommandError, match=f"1 values do not open .*SubmissionFile.file {sent.pk}"):
        rotate(settings)
    assert on_disk(sent) == b"other words"
