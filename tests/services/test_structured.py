"""What machines read of a page: schema.org, Open Graph, and files at fixed addresses."""

import json

import pytest
from bs4 import BeautifulSoup

from core.models import BrandSettings
from services.demo.lookup import page_named
from services.models import ServicePage

SERVICE = "/bins-and-recycling/report-a-missed-bin/"


@pytest.fixture
def head(client):
    def get(address):
        soup = BeautifulSoup(client.get(address).content, "lxml")
        data = soup.find("script", type="application/ld+json")
        graph = {thing["@type"]: thing for thing in json.loads(data.string)["@graph"]} if data else {}
        return soup.head, graph

    return get


def test_a_service_is_a_government_service_with_its_numbers_and_its_way(demo, head):
    ServicePage.objects.filter(slug="report-a-missed-bin").update(lgsl_id=524, lgil_id=2)
    _head, graph = head(SERVICE)
    service = graph["GovernmentService"]
    assert service["url"] == f"http://testserver{SERVICE}"
    assert service["availableChannel"]["servicePhone"]["telephone"] == "01632 960101"
    assert {each["propertyID"]: each["value"] for each in service["identifier"]} == {"LGSL": 524, "LGIL": 2}
    assert [item["name"] for item in graph["BreadcrumbList"]["itemListElement"]][1:] == [
        "Bins and recycling",
        "Report a missed bin",
    ]


def test_only_headings_that_ask_are_questions(demo, head):
    assert "FAQPage" not in head(SERVICE)[1]
    page = page_named("report-a-missed-bin")
    page.body = [
        ("heading", {"text": "Who can ask?", "level": "2"}),
        ("paragraph", "<p>Anyone </script><b>here</b>.</p>"),
        ("heading", {"text": "Next", "level": "2"}),
        ("paragraph", "<p>We call.</p>"),
    ]
    page.save_revision().publish()
    (question,) = head(SERVICE)[1]["FAQPage"]["mainEntity"]
    assert question["name"] == "Who can ask?"
    assert "We call" not in question["acceptedAnswer"]["text"]


KINDS = {
    "help-near-you/example-advice-centre": ("LocalBusiness", "telephone", "01632 960201"),
    "events/repair-cafe": ("Event", "eventStatus", "https://schema.org/EventScheduled"),
    "news/food-bins-for-flats": ("NewsArticle", "headline", "Food bins for all flats from next month"),
    "jobs/recycling-officer": ("JobPosting", "title", "Recycling officer"),
    "publications/waste-plan": ("Report", "name", "Our plan for less waste"),
}


@pytest.mark.parametrize("address", KINDS)
def test_other_kinds_say_what_they_are(address, demo, head):
    kind, name, value = KINDS[address]
    assert head(f"/your-council/{address}/")[1][kind][name] == value


def test_one_text_stands_for_a_page_elsewhere(demo, head):
    found, _graph = head(SERVICE)
    assert found.find("link", rel="canonical")["href"] == f"http://localhost{SERVICE}"
    assert found.find("meta", property="og:title")["content"] == "Report a missed bin"
    assert found.find("meta", property="og:locale")["content"] == "en_GB"


def test_security_txt_names_a_contact_and_expires(demo, client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.WAYMARK_SECURITY_CONTACT = "mailto:security@example.org"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:security@example.org\nExpires: 20" in text
    assert client.get("/security.txt")["Location"] == "/.well-known/security.txt"


def test_humans_txt_leads_to_a_person(demo, client):
    BrandSettings.objects.update_or_create(
        site=page_named("housing").get_site(), defaults={"contact": demo.contact("waste"), "council_name": "Oxford"}
    )
    text = client.get("/humans.txt").content.decode()
    assert "Oxford" in text
    assert "01632 960101" in text
