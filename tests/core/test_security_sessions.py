"""Staff sessions end by themselves, on the server."""

import time

import pytest
from django.contrib.sessions.models import Session

from core.models import User

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.fixture
def later(monkeypatch):
    start = time.time()

    def set_clock(seconds):
        monkeypatch.setattr("core.security.sessions.time.time", lambda: start + seconds)

    return set_clock


@pytest.fixture
def staff(client):
    client.force_login(User.objects.create_superuser("chief"))
    return client


def inside(client):
    return client.get("/admin/").status_code == 200


def test_half_an_hour_of_nothing_ends_it(staff, later):
    assert inside(staff)
    later(0.5 * HOUR + 5)
    assert not inside(staff)
    assert not Session.objects.exists(), "the session must be gone on the server"
    later(0)
    assert not inside(staff), "and stays gone when the clock is set back"


def test_work_keeps_it_alive_but_not_beyond_eight_hours(staff, later):
    for minutes in range(0, 8 * 60, 25):
        later(minutes * 60)
        assert inside(staff), f"after {minutes} minutes of work"
    later(8 * HOUR + 5)
    assert not inside(staff)


def test_a_session_without_clocks_is_over(staff):
    session = staff.session
    del session["signed_in_at"]
    session.save()
    assert not inside(staff)


def test_signing_in_gives_a_new_id_and_signing_out_kills_it(client):
    User.objects.create_superuser("chief", password="a long pass phrase")
    client.get("/admin/login/")
    client.post("/admin/login/", {"username": "chief", "password": "a long pass phrase"})
    first = client.session.session_key
    assert inside(client)
    client.post("/admin/logout/")
    client.cookies["sessionid"] = first
    assert not inside(client)
