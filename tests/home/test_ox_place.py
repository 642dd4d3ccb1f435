"""A second site shares service pages without a second text: each says where its source is."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client as Host
from wagtail.models import Page, Site

from core.models import BrandSettings
from core.services import address_of
from home.demo.ox_place import load
from services.models import ServiceDisruption
from services.models.step_by_step import tasks_in
from services.services import demo_page
from tools.bench_service_page.measure import cold_get, queries

HOST = {"HTTP_HOST": "ox-place.localhost"}
SHARED = "/your-home/damp-and-mould/"


@pytest.fixture
def second(demo, settings):
    settings.ALLOWED_HOSTS = ["testserver", ".localhost"]
    Site.clear_site_root_paths_cache()
    load(demo)
    yield demo
    Site.clear_site_root_paths_cache()


def test_both_sites_show_the_page_and_the_copy_names_its_source(second, client):
    copy = BeautifulSoup(client.get(SHARED, **HOST).content, "lxml")
    assert copy.find(class_="wm-council__name").text == "OX Place"
    assert copy.find("link", rel="canonical")["href"] == "http://localhost/housing/damp-and-mould/"
    assert copy.find("h1").text == "Damp and mould"
    assert client.get(SHARED).status_code == 404
    home = BeautifulSoup(client.get("/", **HOST).content, "lxml")
    assert len(home.select(".wm-task")) == 3


def test_a_second_site_leaves_the_links_of_the_first_as_they_were(second, client):
    link = "/bins-and-recycling/what-goes-in-each-bin/"
    page = client.get("/your-council/news/food-bins-for-flats/")
    assert BeautifulSoup(page.content, "lxml").find("main").find("a", href=link)
    assert address_of(Page.objects.get(slug="what-goes-in-each-bin")) == link
    assert address_of(Page.objects.get(slug="your-home")) == "http://ox-place.localhost/your-home/"


def test_a_change_of_the_source_is_true_on_both(second, client):
    source = Page.objects.get(slug="damp-and-mould", alias_of=None).specific
    source.title = "Damp"
    source.save_revision().publish()
    assert b'<h1 class="govuk-heading-xl">Damp</h1>' in client.get(SHARED, **HOST).content


def test_a_second_run_changes_nothing(second):
    before = (Page.objects.count(), BrandSettings.objects.count())
    load(second)
    assert (Page.objects.count(), BrandSettings.objects.count()) == before


@pytest.mark.parametrize("place", ["damp-and-mould", "housing"])
def test_what_does_not_work_at_the_source_stands_on_the_copy_too(place, second, client):
    count = queries(lambda: cold_get(Host(**HOST), SHARED))
    page = Page.objects.get(slug=place, alias_of=None, locale__language_code="en")
    ServiceDisruption.objects.create(page=page, title="Our phones are down", message="Now.", locale=page.locale)
    assert b"Our phones are down" in client.get(SHARED, **HOST).content
    assert b"Our phones are down" not in client.get("/your-home/report-a-housing-repair/", **HOST).content or (
        place == "housing"
    )
    assert queries(lambda: cold_get(Host(**HOST), SHARED)) == count


def test_the_copy_leads_to_what_belongs_to_its_source(second, client):
    source = Page.objects.get(slug="damp-and-mould", alias_of=None)
    journey, easy = demo_page("move-to-oxford"), demo_page("missed-bin-easy-read")
    tasks_in(journey.steps.raw_data[0]["value"])[0]["page"] = source.pk
    journey.save()
    easy.about = source
    easy.save()
    page = BeautifulSoup(client.get(SHARED, **HOST).content, "lxml").find("main")
    assert page.select_one(".wm-part-of a")["href"] == "http://localhost/housing/move-to-oxford/"
    assert page.find("a", string="Read this in Easy Read")
