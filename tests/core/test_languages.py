"""The address alone decides the language."""

import pytest

from core.languages import direction


@pytest.mark.parametrize(("language", "expected"), [("en", "ltr"), ("pl", "ltr"), ("ur", "rtl"), ("ar", "rtl")])
def test_direction_follows_the_script(language, expected):
    assert direction(language) == expected


@pytest.mark.django_db
def test_accept_language_changes_nothing(client):
    response = client.get("/", headers={"accept-language": "ur"})
    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")
