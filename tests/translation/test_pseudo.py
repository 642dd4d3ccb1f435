"""Pages in languages that nobody speaks: every word of ours can be translated, and longer words stay on the screen."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.translation import pseudo

#: What stays as it is: the names of languages and of the council, and what search engines or machines read.
NAMES = ".wm-council, .wm-languages, .wm-footer__fine, script, style, title, [lang=en], svg, bdi"
#: What a council is called until it says its name.
COUNCIL = "Your council"
PAGES = (
    "search/",
    "search/?q=nothing-has-this",
    "search/a-to-z/",
    "feedback/",
    "accessibility-statement/",
    "no-such-page/",
)


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory):
    """Make both languages once a module."""
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def speaking(catalogues, settings):
    """Serve both languages beside the real ones."""
    settings.LANGUAGES = [*settings.LANGUAGES, *((code, code) for code in pseudo.CODES)]
    settings.LOCALE_PATHS = [catalogues, *settings.LOCALE_PATHS]


def plain(html):
    """Return the words of a page that no catalogue had a hand in."""
    page = BeautifulSoup(html, "lxml")
    for element in page.select(NAMES):
        element.decompose()
    said = " ".join(page.body.get_text(" ").split()).replace(COUNCIL, "")
    return [words for words in re.split(r"⟦[^⟧]*⟧", said) if re.search(r"[A-Za-z]{2}", words)]


def test_a_sentence_keeps_its_parts_and_grows():
    assert pseudo.pseudo("Call <bdi>%(phone)s</bdi> now.").startswith("⟦Çáll <bdi>%(phone)s</bdi> ñów.")
    assert len(pseudo.pseudo("Send")) > 1.3 * len("Send")


@pytest.mark.django_db
@pytest.mark.parametrize("code", pseudo.CODES)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("speaking", "home")
def test_nothing_of_ours_stays_in_english(client, code, path):
    answer = client.get(f"/{code}/{path}")
    html = answer.content.decode()
    assert f'lang="{code}" dir="{"rtl" if code == "ar-xb" else "ltr"}"' in html
    assert "⟦" in html
    assert plain(html) == []


@pytest.mark.django_db
@pytest.mark.browser
@pytest.mark.parametrize("code", pseudo.CODES)
@pytest.mark.usefixtures("speaking", "home")
def test_longer_words_stay_on_a_narrow_screen(client, built, chromium_browser, code):
    sheet = (built / ("site-rtl.css" if code == "ar-xb" else "site.css")).read_text()
    page = chromium_browser.new_page(viewport={"width": 320, "height": 640})
    for path in PAGES:
        html = client.get(f"/{code}/{path}").content.decode()
        page.set_content(html.replace("</head>", f"<style>{sheet}</style></head>"), wait_until="commit")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.close()
