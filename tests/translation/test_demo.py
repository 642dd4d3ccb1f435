"""The demo in Polish, Urdu and Arabic: served in its language, found in it, and with no English passed off as it."""

import re

import pytest
from bs4 import BeautifulSoup, Comment, Doctype, Tag
from django.test import Client
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from core.languages import direction
from core.services import address_of
from search.services import find
from tests.demo_content import load_every_room
from translation.demo.content import languages, plan

pytestmark = pytest.mark.django_db

LANGUAGES = ("ar", "pl", "ur")
RIGHT_TO_LEFT = ("ar", "ur")
#: Three words of Latin letters in a row: a name such as "Oxford City Council" is taken out first.
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}")
NAMES = re.compile("Oxford City Council|\u2066[^\u2069]*\u2069")
MISSED = "report-a-missed-bin"


@pytest.fixture
def reader(whole_demo) -> Client:
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
    load_every_room()
    assert state() == before
    assert list(Page.objects.order_by("pk").values_list("latest_revision_created_at", flat=True)) == stamps


#: Small words that tell the languages of the Latin script apart, and letters those of the Arabic one.
SMALL = {
    "en": {"the", "and", "of", "to", "you", "your", "for", "is", "we", "this"},
    "pl": {"i", "w", "na", "do", "nie", "się", "jest", "lub", "dla", "od"},
}


def spoken(text: str) -> str:
    """Return the language that most of ``text`` is in."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    if arabic * 2 > len(letters):
        return "ur" if sum(text.count(letter) for letter in "ےٹڈڑںہگ") * 50 > arabic else "ar"
    words = re.findall(r"\w+", text.lower())
    return max(SMALL, key=lambda code: sum(word in SMALL[code] for word in words))


def main_text(soup: BeautifulSoup) -> str:
    main = soup.select_one("main")
    for marked in main.select("[lang]"):
        marked.decompose()
    return main.get_text(" ", strip=True)


def test_every_address_in_every_language_is_in_that_language_or_leads_to_english(reader):
    """The crawl: English pages below every language's address, and every page that a language really has."""
    links: dict[str, dict[str, str]] = {}
    wrong = []
    pages = Page.objects.live().public().filter(depth__gt=1, locale__language_code="en")
    english = [path for path in map(address_of, pages) if path.startswith("/")]  # the second site has one language
    for path in english:
        for prefix in ("", *(f"/{code}" for code in LANGUAGES)):
            address = f"{prefix}{path}"
            answer = reader.get(address)
            if answer.status_code == 302:
                assert f"not-in={prefix[1:]}" in answer["Location"], address
                continue
            assert answer.status_code == 200, address
            soup = BeautifulSoup(answer.content, "html.parser")
            code, text = soup.html["lang"], main_text(soup)
            if code != (prefix[1:] or "en") or (len(text) > 40 and spoken(text) != code):
                wrong.append((address, code, text[:80]))
            found = {link["hreflang"]: link["href"] for link in soup.select("link[hreflang]")}
            links[re.sub(r"^https?://[^/]+", "", found.get(code, address))] = found
    assert wrong == []
    assert len(links) >= len(english) + len(LANGUAGES)
    for address, found in links.items():
        for other in found.values():
            assert links[re.sub(r"^https?://[^/]+", "", other)] == found, (address, other)
