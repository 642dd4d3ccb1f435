"""Text that no database can hold is answered with 400 and words, never with 500."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.security.text import unstorable

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/a%00b/",
        "/?q=%00",
        "/?%00=1",
        "/ur/%00/",
        "/documents/%00",
        "/admin/login/?next=%00",
        "/healthz/?a=b%00",
    ],
)
def test_nul_in_an_address(client, path):
    response = client.get(path)
    assert response.status_code == 400
    language = "ur" if path.startswith("/ur/") else "en"
    assert f'<html lang="{language}"' in response.text
    if language == "en":
        assert "Your answers are still in the page" in response.text


@pytest.mark.parametrize("path", ["/%ED%A0%80/", "/?q=%ED%A0%80", "/%FF%FE/", "/?q=%FF", "/%C0%80/", "/?q=%C0%80"])
def test_broken_utf8_in_an_address_is_never_a_500(client, path):
    assert client.get(path).status_code in {200, 400, 404}


@pytest.mark.parametrize("data", [{"username": "a\x00"}, {"a\x00": "b"}])
def test_nul_in_a_post(client, data):
    assert client.post("/admin/login/", data).status_code == 400
    body = "&".join(f"{name}={value}" for name, value in data.items()).replace("\x00", "%00")
    assert client.post("/admin/login/", body, content_type="application/x-www-form-urlencoded").status_code == 400


def test_broken_utf8_in_a_post_is_never_a_500(client):
    response = client.post(
        "/admin/login/", "username=%ED%A0%80&password=%FF", content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code in {200, 400}


def test_ordinary_posts_pass(client):
    file = SimpleUploadedFile("ą🙂.pdf", b"x")
    assert client.post("/admin/login/", {"username": "ĄŁ🙂\n\tاردو", "password": "x", "file": file}).status_code == 200


@pytest.mark.parametrize(("text", "expected"), [("\ud800", True), ("a\udfffb", True), ("\x00", True), ("🙂\n", False)])
def test_what_cannot_be_stored(text, expected):
    assert unstorable([text]) is expected
