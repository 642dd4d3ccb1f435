"""Readers whose language has no pages: the way there, what they find, and what the council learns of them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage
from tests.translation.test_switcher import translated
from translation.demand import count, visits
from translation.desk.segments import sentences
from translation.desk.write import decide, fill_in, publish, save_words
from translation.models import Demand, TranslationWishes
from translation.models.decision import CHECKED
from translation.others.names import SPOKEN, names

pytestmark = pytest.mark.django_db


def page_at(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


@pytest.mark.parametrize(("address", "language"), [("/languages/", "en"), ("/ur/languages/", "ur")])
def test_the_page_speaks_the_language_of_its_address(client, home, address, language):
    page = page_at(client, address)
    assert page.html["lang"] == language
    assert ("Ask for an interpreter" in page.main.text) == (language == "en")
    assert {"interpreter", "bsl"} <= {heading.get("id") for heading in page.main.find_all("h2")}


def test_every_language_calls_itself_by_its_own_name_and_is_marked(client, home):
    listed = page_at(client, "/languages/").find(class_="wm-language-names").find_all("li")
    assert {item["lang"] for item in listed} == set(SPOKEN)
    assert {item["lang"]: item["dir"] for item in listed}["fa"] == "rtl"
    assert [each.name for each in names() if each.code == "so"] == ["Soomaali"]


def test_the_switcher_leads_there_in_every_language(client, home):
    translated(home, "ur")
    found = {
        page_at(client, address).find(class_="wm-languages").find_all("a")[-1]["href"] for address in ("/", "/ur/")
    }
    assert found == {"/languages/", "/ur/languages/"}


def test_languages_with_pages_lead_to_their_home(client, home):
    translated(home, "ur")
    translated(home, "pl", live=False)
    links = page_at(client, "/languages/").main.find_all("a", hreflang=True)
    assert [(link["href"], link["lang"]) for link in links] == [("/ur/", "ur")]


def test_a_copy_in_the_same_language_is_served_and_names_its_source(client, home):
    HomePage.max_count_per_parent = None
    bins = home.add_child(instance=HomePage(title="Bins", slug="bins"))
    bins.create_alias(parent=home, update_slug="rubbish")
    answer = client.get("/rubbish/")
    link = BeautifulSoup(answer.content, "html.parser").find("link", rel="canonical")
    assert (answer.status_code, link["href"]) == (200, "http://localhost/bins/")


def test_a_visit_to_a_missing_page_is_counted_for_its_language(client, home):
    polish, _ = Locale.objects.get_or_create(language_code="pl")
    for _visit in range(3):
        assert client.get("/pl/").status_code == 302
    count(home, "xx")
    assert visits(polish) == {home.translation_key: 3}
    assert Demand.objects.count() == 1


def test_the_queue_shows_what_readers_asked_and_searched_for(client, home, django_user_model):
    from insight.services import record_search

    Locale.objects.get_or_create(language_code="pl")
    client.get("/pl/")
    record_search(query="odbiór śmieci", results=0, locale="pl")
    client.force_login(django_user_model.objects.create_superuser("boss", password="irrelevant-here"))
    page = page_at(client, f"{reverse('translation_queue')}?language=pl&order=wanted")
    row = page.find("table", class_="listing").tbody.find("tr")
    assert [cell.text.strip() for cell in row.find_all("td")][3] == "1"
    assert "odbiór śmieci" in page.text


@pytest.mark.parametrize("case", [(True, "machine", True), (False, "machine", False), (True, "manual", False)])
def test_a_page_says_that_a_machine_helped_where_the_council_wants_that(client, home, django_user_model, case):
    on, kind, says = case
    client.force_login(django_user_model.objects.create_superuser("boss", password="irrelevant-here"))
    wishes = reverse("wagtailsettings:edit", args=["translation", "translationwishes"])
    answer = client.post(client.get(wishes).url, {"say_machine_helped": "on"} if on else {})
    assert answer.status_code == 302
    client.logout()
    translation = drafted(home, kind)
    publish(translation, None)
    assert ("مشین" in page_at(client, "/ur/").text) == says


def drafted(page, kind):
    """Return the translation of a page whose words are all written, and read by a person."""
    urdu, _ = Locale.objects.get_or_create(language_code="ur")
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=urdu)
    fill_in(translation, None)
    for each in sentences(translation):
        if not each.text:
            save_words(translation, {each.pk: "گھر"}, {}, None, machine=kind == "machine")
    for each in sentences(translation):
        if each.row:
            decide(each, CHECKED, "", None)
    return translation


def test_what_is_said_of_a_machine_is_about_the_page_that_readers_get(client, home):
    TranslationWishes.objects.create(say_machine_helped=True)
    publish(drafted(home, "machine"), None)
    assert "مشین" in page_at(client, "/ur/").text
    translation = drafted(home, "machine")
    save_words(translation, {each.pk: "مکان" for each in sentences(translation) if each.path == "title"}, {}, None)
    assert "مشین" in page_at(client, "/ur/").text  # a person's words, which nobody has published
    home.title = "House"
    home.save_revision().publish()
    assert "مشین" in page_at(client, "/ur/").text  # the English has changed, the page has not
    save_words(translation, {each.pk: "مکان" for each in sentences(translation) if each.path == "title"}, {}, None)
    publish(translation, None)
    assert "مشین" not in page_at(client, "/ur/").text
    home.title = "Homes"
    home.save_revision().publish()
    drafted(home, "machine")
    assert "مشین" not in page_at(client, "/ur/").text  # a draft that waits for its check
