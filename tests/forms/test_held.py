"""Without a scanner files wait for staff, and the dashboard says why."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client

from core.models import AuditEvent, User
from forms.models import SubmissionFile
from tests.forms.conftest import WALK
from tests.forms.test_files import photo


@pytest.fixture
def officer(db):
    user = User.objects.create_user("olu", "olu@example.org", "x")
    for codename in ["access_admin", "see_every_team", "view_submission", "change_submission"]:
        user.user_permissions.add(Permission.objects.get(codename=codename))
    client = Client()
    client.force_login(user)
    return client


def words(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").text.split())


def test_a_file_that_no_scanner_saw_waits_and_is_released_by_name(resident, officer):
    resident.start()
    resident.walk([*WALK[:2], ("photo", {"photo": photo()}), *WALK[3:]])
    resident.send()
    file = SubmissionFile.objects.get()
    dashboard = words(officer.get("/admin/"))
    assert "No virus scanner answers." in dashboard
    assert "1 file is held back" in dashboard
    assert officer.get(f"/admin/requests/file/{file.pk}/").status_code == 404
    listed = officer.get("/admin/requests/held/")
    assert "Release bin.png" in words(listed)
    officer.post(f"/admin/requests/file/{file.pk}/release/")
    assert officer.get(f"/admin/requests/file/{file.pk}/").status_code == 200
    assert "No file is held back." in words(officer.get("/admin/requests/held/"))
    assert AuditEvent.objects.filter(verb="submission.file.release").exists()


def test_others_see_neither_the_panel_nor_the_list(db):
    user = User.objects.create_user("ann", "ann@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    assert "virus scanner" not in words(client.get("/admin/"))
    assert client.get("/admin/requests/held/").status_code in {302, 403}
