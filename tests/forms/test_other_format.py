"""From a file that is withheld to a request that names it: never a dead end."""

import pytest
from bs4 import BeautifulSoup
from django.core import signing

from forms.models import Draft
from forms.runner.prefill import SALT

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(make_page):
    page = make_page("another-format")
    page.save_revision().publish()
    return page


def test_withheld_file_leads_to_a_form_that_knows_it(client, form, upload, good):
    document = upload(good, title="Bin days")
    page = client.get(document.url)
    assert page.status_code == 403
    words = page.content.decode()
    assert "Ask for this in another format" in words
    assert "We will deal with it within 2 working days." in words
    assert not page.cookies
    offer = BeautifulSoup(words, "html.parser").find("input", {"name": "about"})
    answer = client.post(offer.find_parent("form")["action"], {"about": offer["value"]})
    step = client.get(answer.headers["Location"]).content.decode()
    assert "Which document do you need?" in step
    assert f"Bin days\nhttp://testserver{document.url}</textarea>" in step


def test_only_our_own_words_are_believed(client, form):
    for about in ("x", signing.dumps({"document": "Pay here"}, salt="other")):
        client.post("/forms/ask-for-another-format/start", {"about": about})
        assert Draft.objects.latest("pk").open_content()["answers"] == {}
    client.post("/forms/ask-for-another-format/start", {"about": signing.dumps({"document": "A"}, salt=SALT)})
    assert "A" in {draft.open_content()["answers"].get("document") for draft in Draft.objects.all()}


@pytest.mark.parametrize(
    ("came_from", "words"), [("/ur/bins/", 'dir="rtl"'), ("/pl/", 'lang="pl"'), ("/", 'lang="en"')]
)
def test_page_speaks_the_language_of_the_page_that_led_here(client, upload, good, came_from, words):
    page = client.get(upload(good).url, headers={"referer": f"http://testserver{came_from}"})
    assert words in page.content.decode()
    assert page.headers["Content-Language"] == (came_from.strip("/").split("/")[0] or "en")


def test_foreign_address_decides_nothing(client, upload, good):
    page = client.get(upload(good).url, headers={"referer": "http://elsewhere.example/ur/"})
    assert 'lang="en"' in page.content.decode()
