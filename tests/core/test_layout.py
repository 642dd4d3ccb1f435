"""The frame of every public page."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction, Site

from core import navigation
from core.models import BrandSettings, Contact, FooterLink
from home.models import HomePage


@pytest.fixture
def brand(home):
    contact = Contact.objects.create(locale=home.locale, name="Main", phone="01632 960100", hours="Monday to Friday")
    return BrandSettings.objects.create(
        site=Site.objects.get(), council_name="Anytown Council", mark="A", contact=contact
    )


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_every_page_says_whose_it_is_and_lets_the_keyboard_skip(client, brand):
    page = soup(client.get("/"))
    assert page.html["lang"] == "en"
    assert page.title.text == "Home - Anytown Council"
    assert page.find("a", class_="govuk-skip-link")["href"] == "#main-content"
    assert page.find("main")["id"] == "main-content"
    assert page.body.find("a")["class"] == ["govuk-skip-link"]
    assert "01632 960100" in page.find("footer").text


def test_pages_are_the_same_for_everybody(client, brand):
    response = client.get("/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response.content == client.get("/").content


def test_pages_hold_nothing_that_the_content_security_policy_forbids(client, brand):
    page = soup(client.get("/"))
    assert not page.find_all(style=True)
    assert not page.find_all("style")
    assert [script.get("src") for script in page.find_all("script")] == ["/static/site.js"]
    assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]


def test_urdu_runs_from_the_right_with_its_own_sheet(client, brand, urdu_home):
    page = soup(client.get("/ur/"))
    assert (page.html["lang"], page.html["dir"]) == ("ur", "rtl")
    assert page.find("link", rel="stylesheet")["href"] == "/static/site-rtl.css"


def test_search_stays_in_the_language_of_the_page(home):
    assert navigation.site_path("search/") == "/search/"
    with translation.override("ur"):
        assert navigation.site_path("search/") == "/ur/search/"


def test_breadcrumbs_lead_home(client, home, django_assert_num_queries):
    bins = home.add_child(instance=HomePage(title="Bins", slug="bins"))
    bins.add_child(instance=HomePage(title="Missed bin", slug="missed"))
    trail = soup(client.get("/bins/missed/")).find("nav", class_="govuk-breadcrumbs")
    assert [(link.text, link["href"]) for link in trail.find_all("a")] == [("Home", "/"), ("Bins", "/bins/")]
    assert soup(client.get("/")).find("nav", class_="govuk-breadcrumbs") is None


def test_footer_links_are_translated_or_marked(client, brand, home, urdu_home):
    help_page = home.add_child(instance=HomePage(title="Keyboard help", slug="keyboard"))
    FooterLink.objects.create(brand=brand, page=help_page)
    FooterLink.objects.create(brand=brand, page=home, column=FooterLink.Column.RESULTS)
    links = soup(client.get("/ur/")).find("footer").find_all("a")
    english, _updates, _languages, _statement, _settings, own, _satisfaction = links
    assert (english.text, english["lang"], english["dir"]) == ("Keyboard help", "en", "ltr")
    assert (own.text, own.get("lang")) == ("صفحہ اول", None)


def test_one_page_may_stand_in_both_lists_and_is_shown_in_the_readers_language(client, brand, home, urdu_home):
    for column in FooterLink.Column:
        FooterLink.objects.create(brand=brand, page=urdu_home, column=column)
    for address, title in (("/", "Home"), ("/ur/", "صفحہ اول")):
        links = soup(client.get(address)).find("footer").find_all("a", string=title)
        assert [link.get("lang") for link in links] == [None, None]


def test_a_link_to_an_unpublished_page_is_left_out(client, brand, home):
    page = home.add_child(instance=HomePage(title="Old", slug="old", live=False))
    FooterLink.objects.create(brand=brand, page=page)
    links = soup(client.get("/")).find("footer").find_all("a")
    ours = [
        "Get updates", "Other languages", "Accessibility statement", "Reading and keyboard settings",
        "How well our services work",
    ]  # fmt: skip
    assert [link.text for link in links] == ours


def test_the_contact_is_translated(client, brand, urdu_home):
    urdu = Locale.objects.get(language_code="ur")
    Contact.objects.create(locale=urdu, translation_key=brand.contact.translation_key, name="x", hours="پیر تا جمعہ")
    assert "پیر تا جمعہ" in soup(client.get("/ur/")).find("footer").text


def test_the_demo_says_so_and_stays_out_of_search_engines(client, brand, settings):
    assert "This is a demo" not in client.get("/").content.decode()
    settings.WAYMARK_DEMO = True
    page = soup(client.get("/"))
    assert "This is a demo, not a real council." in page.text
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_a_reader_of_another_language_is_told_in_a_marked_language(client, brand, home):
    band = soup(client.get("/?not-in=ur")).find("p", string=lambda text: text and "Here it is in English" in text)
    assert band is not None
    assert band["lang"] == "en"


@pytest.mark.parametrize("asked", ["en", "xx", "<script>", ""])
def test_no_notice_for_a_language_that_we_do_not_have(client, brand, asked):
    assert "Here it is in English" not in client.get("/", {"not-in": asked}).content.decode()


def test_the_interpreter_page_stands_beside_the_notice(client, brand, home):
    brand.interpreter_page = home.add_child(instance=HomePage(title="Interpreters", slug="interpreters"))
    brand.save()
    assert "Interpreters" in client.get("/?not-in=ur").content.decode()


@pytest.mark.parametrize("away", ["private", "draft"])
def test_an_interpreter_page_that_nobody_may_read_is_not_named(away, client, brand, home):
    brand.interpreter_page = home.add_child(instance=HomePage(title="Interpreters", slug="interpreters"))
    brand.save()
    if away == "private":
        PageViewRestriction.objects.create(page=brand.interpreter_page, restriction_type="login")
    else:
        brand.interpreter_page.unpublish()
    assert "Interpreters" not in client.get("/?not-in=ur").content.decode()


def test_top_links_are_shown_once_their_address_exists(monkeypatch):
    monkeypatch.setattr(navigation, "_top_links", {})
    navigation.register_top_link("wagtailadmin_home", "Staff")
    navigation.register_top_link("no-such-address", "Nowhere")
    assert navigation.top_links() == [navigation.Link("Staff", "/admin/")]


def test_only_staff_see_the_user_bar(client, admin_client, brand):
    assert b"wagtail-userbar" not in client.get("/").content
    response = admin_client.get("/")
    assert b"wagtail-userbar" in response.content
    assert "Cookie" in response["Vary"]


def test_a_cookie_that_is_not_staffs_shows_nothing(client, brand, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "forged"
    assert b"wagtail-userbar" not in client.get("/").content


def test_the_frame_costs_few_queries(client, brand, home, django_assert_max_num_queries):
    for number in range(5):
        page = home.add_child(instance=HomePage(title=f"Help {number}", slug=f"help-{number}"))
        FooterLink.objects.create(brand=brand, page=page)
    client.get("/")
    # Eight are Wagtail's (site, routing, restrictions, locale); the frame adds brand, alerts, ancestors and footer.
    with django_assert_max_num_queries(8 + 4):
        client.get("/help-1/")
