"""The dashboard shows each role what it can do first."""

import pytest
from bs4 import BeautifulSoup

FIRST = {
    "author": "Write or change a page",
    "editor": "Write or change a page",
    "translator-ur": "Translate a page",
    "auditor": "Open the accessibility report",
    "forms-officer": "Read new requests",
    "adviser": "Fill in a form for a caller",
}


@pytest.mark.django_db
def test_each_role_sees_its_own_work_first_and_may_open_every_step(whole_demo, client, settings):
    settings.WAYMARK_REQUIRE_SECOND_FACTOR = False
    for username, first in FIRST.items():
        client.force_login(whole_demo.user(username))
        page = BeautifulSoup(client.get("/admin/").content, "html.parser")
        links = page.find(class_="desk").find_all("a")
        assert links[0].text == first, username
        for link in links:
            answer = client.get(link["href"])
            assert answer.status_code in {200, 302}, (username, link["href"])
            assert answer.get("Location", "/") != "/admin/", (username, link["href"])


@pytest.mark.django_db
def test_a_person_without_any_permission_sees_no_empty_panel(client, django_user_model, settings):
    from django.contrib.auth.models import Permission

    settings.WAYMARK_REQUIRE_SECOND_FACTOR = False
    user = django_user_model.objects.create_user("nobody", "nobody@example.org", "a-long-pass-phrase")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    response = client.get("/admin/")
    assert response.status_code == 200
    assert b"desk" not in response.content.replace(b"desktop", b"")
