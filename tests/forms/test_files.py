"""Files from residents: inspected, kept through errors on other fields, handed to staff only."""

import io

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from core.models import AuditEvent, User
from forms.demo.loader import read
from forms.models import SubmissionFile
from forms.services import publish_version
from tests.forms.conftest import WALK, Resident


def photo(name="bin.png"):
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(picture, "PNG")
    return SimpleUploadedFile(name, picture.getvalue(), "image/png")


def at_photo(resident):
    resident.start()
    resident.walk(WALK[:2])
    return resident


def test_a_photo_is_kept_in_the_private_store_and_goes_with_the_request(resident, settings):
    at_photo(resident)
    assert resident.answer("photo", {"photo": photo()}).status_code == 302
    file = SubmissionFile.objects.get()
    assert str(settings.PRIVATE_ROOT) in file.file.path
    assert str(file.pk) in file.file.name
    assert "bin" not in file.file.name
    resident.walk(WALK[3:])
    check = BeautifulSoup(resident.client.get(f"{resident.base}/check").content, "html.parser")
    assert "bin.png" in check.text
    resident.send()
    file.refresh_from_db()
    assert file.draft is None
    assert file.submission.open_content()["answers"]["photo"] == [str(file.pk)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("photo.png", b"%PDF-1.4 not a picture"),
        ("photo.png.exe", b"MZ" + b"\0" * 50),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("empty.png", b""),
        ("../../etc/passwd", b"root:x:0:0"),
    ],
)
def test_a_wrong_file_is_refused_with_a_plain_reason(resident, name, content):
    at_photo(resident)
    response = resident.answer("photo", {"photo": SimpleUploadedFile(name, content)})
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert page.select_one(".govuk-error-summary a")["href"] == "#photo"
    assert not SubmissionFile.objects.exists()


def test_a_name_reads_in_the_order_of_its_letters(resident):
    at_photo(resident)
    resident.answer("photo", {"photo": photo("bin\u202egnp.exe\u200f.png")})
    assert SubmissionFile.objects.get().name == "bingnp.exe.png"


def test_one_byte_too_many_is_refused(resident):
    at_photo(resident)
    big = SimpleUploadedFile("big.pdf", b"%PDF-1.4" + b"\0" * (10 * 1024 * 1024 - 7))
    response = resident.answer("photo", {"photo": big})
    assert response.status_code == 422
    assert "10" in BeautifulSoup(response.content, "html.parser").select_one(".govuk-error-summary a").text


def test_a_file_survives_an_error_in_another_field_and_can_be_removed(client, make_page):
    steps = read("missed-bin")["steps"]
    steps[4]["questions"].extend(steps[5]["questions"])
    publish_version(_live(make_page(steps=[*steps[:5], steps[6]])))
    resident = at_photo(Resident(client))
    response = resident.answer("photo", {"photo": photo(), "name": "", "email": "zoe@example.org", "phone": ""})
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert "bin.png" in page.text
    assert page.find(id="email")["value"] == "zoe@example.org"
    name = SubmissionFile.objects.get().file.name
    remove = page.find("button", {"name": "remove"})
    assert remove.text.strip() == "Remove bin.png"
    storage = SubmissionFile._meta.get_field("file").storage
    assert storage.exists(name)
    resident.answer("photo", {"remove": remove["value"]})
    assert not SubmissionFile.objects.exists()


def test_ids_of_other_peoples_files_cannot_be_smuggled_in(resident, version):
    at_photo(resident)
    resident.answer("photo", {"photo": photo()})
    theirs = SubmissionFile.objects.get()
    thief = at_photo(Resident(Client()))
    thief.answer("photo", {"photo": str(theirs.pk)})
    thief.answer("photo", {"remove": str(theirs.pk)})
    thief.walk(WALK[3:])
    thief.send()
    theirs.refresh_from_db()
    assert theirs.submission is None
    assert theirs.draft is not None


def test_at_most_three_files(resident):
    at_photo(resident)
    response = resident.answer("photo", {"photo": [photo(f"{n}.png") for n in range(4)]})
    assert response.status_code == 422
    assert SubmissionFile.objects.count() == 3


def test_staff_download_an_inspected_file_and_nothing_opens_in_the_browser(resident, client):
    at_photo(resident)
    resident.answer("photo", {"photo": photo()})
    resident.walk(WALK[3:])
    resident.send()
    SubmissionFile.objects.update(scan_state="clean")
    address = f"/admin/requests/file/{SubmissionFile.objects.get().pk}/"
    assert Client().get(address).status_code == 302
    user = User.objects.create_user("officer", password="x")
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "see_every_team", "view_submission"])
    )
    staff = Client()
    staff.force_login(user)
    response = staff.get(address)
    assert response["Content-Disposition"] == 'attachment; filename="bin.png"'
    assert "sandbox" in response["Content-Security-Policy"]
    SubmissionFile.objects.update(scan_state="quarantined")
    assert staff.get(address).status_code == 404
    assert staff.post(f"{address}release/").status_code in {302, 403}
    assert SubmissionFile.objects.get().scan_state == "quarantined"


def test_an_officer_releases_a_file_that_no_scanner_saw(resident):
    at_photo(resident)
    resident.answer("photo", {"photo": photo()})
    resident.walk(WALK[3:])
    resident.send()
    file = SubmissionFile.objects.get()
    assert file.scan_state == "quarantined"
    user = User.objects.create_user("officer", password="x")
    codenames = ["access_admin", "see_every_team", "view_submission", "change_submission"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    staff = Client()
    staff.force_login(user)
    page = staff.get(f"/admin/requests/{file.submission_id}/").content.decode()
    assert f"/admin/requests/file/{file.pk}/release/" in page
    staff.post(f"/admin/requests/file/{file.pk}/release/")
    assert staff.get(f"/admin/requests/file/{file.pk}/").status_code == 200
    assert AuditEvent.objects.filter(verb="submission.file.release", actor=user).exists()


def _live(page):
    page.live = True
    page.save()
    return page
