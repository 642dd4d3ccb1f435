"""The sitemap names real translations only, each from the other, and a stale page says that it is one."""

import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage
from tests.translation.test_switcher import translated
from translation.models import StaleTranslation

pytestmark = pytest.mark.django_db


def entries(client, **more):
    text = b"".join(client.get("/sitemap.xml", **more).streaming_content).decode()
    parts = re.findall(r"<url><loc>([^<]+)</loc>(.*?)</url>", text)
    return {address: dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', rest)) for address, rest in parts}


def test_every_language_names_every_other(client, home):
    translated(home, "ur")
    translated(home, "pl", live=False)
    translated(home, "ar", alias=True)
    found = entries(client)
    assert set(found) == {"http://localhost/", "http://localhost/ur/"}
    assert len({tuple(sorted(links.items())) for links in found.values()}) == 1
    assert set(found["http://localhost/"]) == {"en", "ur", "x-default"}


def test_a_page_in_one_language_has_no_links(client, home):
    assert entries(client) == {"http://localhost/": {}}


def test_each_site_lists_its_own_pages(client, home, settings):
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "homes.example"]
    translated(home, "ur")
    other = home.get_parent().add_child(instance=HomePage(title="Homes", slug="homes"))
    Site.objects.create(hostname="homes.example", root_page=other)
    assert set(entries(client)) == {"http://localhost/", "http://localhost/ur/"}
    assert set(entries(client, headers={"host": "homes.example"})) == {"http://homes.example/"}


def test_a_stale_page_says_since_when_in_its_language(client, home):
    urdu = translated(home, "ur")
    source, _ = TranslationSource.update_or_create_from_instance(home)
    translation = Translation.objects.create(source=source, target_locale=urdu.locale)
    before = BeautifulSoup(client.get("/ur/").content, "html.parser")
    assert before.find("a", string=lambda text: text and "Read it in English" in text) is None
    StaleTranslation.objects.create(translation=translation, since=datetime(2026, 3, 12, 9, tzinfo=UTC))
    page = BeautifulSoup(client.get("/ur/").content, "html.parser")
    link = page.find("a", string=lambda text: text and "Read it in English" in text)
    band = link.find_parent(class_="wm-band")
    assert (link["href"], link["lang"], band.find("p", lang="en")["dir"]) == ("/", "en", "ltr")
    assert "2026" in band.text
    assert "مارچ" in band.text
