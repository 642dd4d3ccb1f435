"""The demo in Polish, Urdu and Arabic: served in its language, found in it, and with no English passed off as it."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Comment, Doctype, Tag
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TestCase
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from core.languages import direction
from search.services import find
from translation.demo.content import languages, plan

pytestmark = pytest.mark.django_db

LANGUAGES = ("ar", "pl", "ur")
RIGHT_TO_LEFT = ("ar", "ur")
#: Three words of Latin letters in a row: a name such as "Oxford City Council" is taken out first.
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}")
NAMES = re.compile("Oxford City Council|\u2066[^\u2069]*\u2069")
MISSED = "report-a-missed-bin"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Load the whole demo once for this module, inside a transaction that is rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


def load() -> None:
    """Load the demo with what waits for the end of the transaction, such as publishing and the search index."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("load_demo", verbosity=0)


@pytest.fixture
def reader(demo) -> Client:
    return Client()


def addresses(language: str) -> list[str]:
    pages = [f"/{language}/{path}/".replace("//", "/") for path in plan()[language]]
    forms = [f"/{language}/{slug}/" for slug in plan()["forms"].get(language, [])]
    fixed = [f"/{language}/{path}" for path in ("forms/my-request/", "feedback/", "search/?q=zzzz", "nowhere/")]
    return pages + forms + fixed


def unmarked_english(html: str) -> list[str]:
    """Return the sentences of Latin letters, in text and labels, that stand outside ``lang="en"`` (WCAG 3.1.2)."""
    soup = BeautifulSoup(html, "html.parser")
    council = soup.select_one(".wm-council__name")
    texts = [(node.parent, str(node)) for node in soup.find_all(string=True) if not isinstance(node, Comment | Doctype)]
    texts += [(tag, tag[name]) for name in ("aria-label", "alt", "title") for tag in soup.find_all(attrs={name: True})]
    return [
        text.strip()
        for tag, text in texts
        if tag.name not in ("script", "style") and not _is_english(tag)
        if SENTENCE.search(NAMES.sub("", text.replace(council.text if council else "", "")))
    ]


def _is_english(tag: Tag) -> bool:
    marked = tag if tag.has_attr("lang") else tag.find_parent(attrs={"lang": True})
    return marked is not None and marked["lang"] == "en"


def test_the_plan_covers_every_language(reader):
    assert sorted(languages()) == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_its_language_and_direction(reader, language):
    for address in addresses(language):
        response = reader.get(address)
        assert response.status_code == (404 if "nowhere" in address else 200), address
        assert f'<html lang="{language}" dir="{direction(language)}"' in response.content.decode(), address


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_no_english_sentence_stands_in_a_page_without_saying_so(reader, language):
    found = {address: unmarked_english(reader.get(address).content.decode()) for address in addresses(language)}
    assert {address: texts for address, texts in found.items() if texts} == {}, (
        "Compiled? python -m tools.messages compile"
    )


def test_english_in_an_urdu_page_is_noticed():
    page = '<html lang="ur"><p>آج</p><p lang="en">Now we say so</p><p>Nobody marked this sentence</p>'
    assert unmarked_english(page) == ["Nobody marked this sentence"]


def test_the_urdu_form_tells_in_urdu_what_is_wrong(reader):
    start = BeautifulSoup(reader.get(f"/ur/{MISSED}/").content, "html.parser").select_one("main form")
    step = reader.post(start["action"])["Location"]
    answer = reader.post(step, {})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "ایک مسئلہ ہے" in html
    assert unmarked_english(html) == []
    assert [span.text for span in BeautifulSoup(html, "html.parser").select(".govuk-error-message span")] == ["غلطی:"]


@pytest.mark.parametrize(("language", "query"), [("ur", "کوڑے دان"), ("ar", "حاوية"), ("pl", "kosz")])
def test_the_search_finds_the_pages_in_their_language(reader, language, query):
    found = find(query, language)
    assert found.entries
    assert {entry.language for entry in found.entries} == {language}


def test_the_tree_of_pages_is_whole(reader):
    """A page that does not count its children lists none, on screen and in the editor."""
    assert Page.find_problems() == ([], [], [], [], [])


def test_loading_it_again_changes_nothing(reader):
    def state():
        rows = (Page, Revision, Translation, StringTranslation)
        return [list(model.objects.order_by("pk").values_list("pk", flat=True)) for model in rows]

    before = state()
    stamps = list(Page.objects.order_by("pk").values_list("latest_revision_created_at", flat=True))
    load()
    assert state() == before
    assert list(Page.objects.order_by("pk").values_list("latest_revision_created_at", flat=True)) == stamps
