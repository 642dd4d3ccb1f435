"""What goes wrong gets a clear page with the right status, and nothing typed is lost."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.forms.conftest import CONTACT, WALK


def words(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").text.split())


@pytest.mark.parametrize("token_checked", [False, True])
@pytest.mark.parametrize("step", range(len(WALK)))
def test_a_post_without_the_cookie_shows_what_was_typed(resident, step, token_checked):
    base = resident.start()
    slug, data = WALK[step]
    response = Client(enforce_csrf_checks=token_checked).post(f"{base}/{slug}", data)
    assert response.status_code == 403
    for value in [text for text in data.values() if isinstance(text, str) and text]:
        assert value in words(response)
    assert "Send me a link" in words(response)


def test_a_form_unpublished_on_the_way_shows_what_was_typed(resident, page):
    resident.start()
    resident.walk(WALK[:3])
    page.unpublish()
    response = resident.answer("contact", CONTACT)
    assert response.status_code == 410
    assert "Zoë O'Brien" in words(response)
    assert "01632 960101" in words(response)


def test_too_much_at_once_is_413_with_words(resident):
    resident.start()
    for data in ({"bins": "x" * 3_000_000}, {f"f{n}": "x" for n in range(20_001)}):
        body = "&".join(f"{name}={value}" for name, value in data.items())
        response = resident.client.post(
            f"{resident.base}/which-bin", body, content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code == 413
        assert "what you wrote is still in the page" in words(response)


@pytest.mark.django_db
def test_who_looks_up_too_often_keeps_the_typed_words(client):
    typed = {"reference": "WM7K 4R9T C2", "contact": "zoe@example.org"}
    answers = [client.post("/forms/my-request/", typed) for _ in range(11)]
    assert answers[-1].status_code == 429
    assert "WM7K 4R9T C2" in words(answers[-1])
    assert "zoe@example.org" in words(answers[-1])
