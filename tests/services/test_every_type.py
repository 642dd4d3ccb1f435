"""Each page type has a resident's journey to it, a picture, and a line in the docs."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, Site, get_page_models

from core.demo.frame import load as load_frame
from core.models import BasePage
from tools.pictures import PAGE_TYPES, picture_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
#: Page type -> the words of the links to press from the home page, and what the reader came to read.
JOURNEYS = {
    "home.HomePage": ([], "Most people come for"),
    "services.ServiceIndexPage": (["Bins and recycling"], "Report a missed bin"),
    "services.ServicePage": (["Report a missed bin"], "2 working days"),
    "services.GuidePage": (["Bins and recycling", "What goes in each bin"], "Food bin: all food"),
    "services.HowToVideoPage": (["Bins and recycling", "How to report a missed bin"], "captions"),
    "services.StandardPage": (["Contact us"], "01632"),
    "services.StepByStepPage": (["Housing", "Move to Oxford"], "Step"),
    "services.IndexPage": (["Your council", "Events"], "Repair café"),
    "services.EventPage": (["Your council", "Events", "Repair café"], "When"),
    "services.ConsultationPage": (["Your council", "Have your say", "Safer streets near schools"], "What could change"),
    "services.DirectoryPage": (["Your council", "Help near you"], "Narrow the list down"),
    "services.DirectoryEntryPage": (["Your council", "Help near you", "Example Advice Centre"], "Opening times"),
    "services.SignpostPage": (["Your council", "Find who can help"], "Groups that work with us"),
    "services.TeamPage": (["Your council", "Who does what", "Housing team"], "Others deal with"),
    "services.NewsIndexPage": (["Your council", "News"], "All topics"),
    "services.NewsPage": (["Your council", "News", "Food bins for all flats from next month"], "food"),
    "services.PublicationPage": (["Your council", "Publications", "Our plan for less waste"], "How we will know"),
    "services.EasyReadPage": (["Report a missed bin", "Read this in Easy Read"], "Leave it out."),
    "services.JobsPage": (["Your council", "Jobs"], "We help you to apply"),
    "services.JobPage": (["Your council", "Jobs", "Recycling officer"], "£27,000 a year"),
    "services.FoiIndexPage": (["Your council", "Answers to requests for information"], "What the website costs"),
    "services.FoiResponsePage": (
        ["Your council", "Answers to requests for information", "What the website costs"],
        "cost",
    ),
    "services.StatusPage": (["Your council", "What is working"], "late"),
    "services.YouSaidWeDidPage": (["Your council", "You said, we did"], "You said"),
}
#: The room of forms walks through every state of each form.
ELSEWHERE = {"onlineforms.FormPage"}


def all_types():
    return {model._meta.label for model in get_page_models() if issubclass(model, BasePage)}


def test_every_page_type_has_a_journey_and_a_picture():
    assert set(JOURNEYS) | ELSEWHERE == all_types()
    assert set(PAGE_TYPES) == all_types()
    text = (DOCS / "pages.md").read_text()
    for label in PAGE_TYPES:
        assert (DOCS / "pictures" / picture_of(label)).is_file(), "make pictures"
        assert f"pictures/{picture_of(label)}" in text, label


def demo_home():
    return Site.objects.get(is_default_site=True).root_page


@pytest.mark.parametrize("label", JOURNEYS)
def test_a_resident_comes_from_the_home_page_to_each_type_of_page(label, demo, client):
    load_frame(demo)
    presses, sought = JOURNEYS[label]
    address, response = "/", client.get("/")
    for words in presses:
        page = BeautifulSoup(response.content, "lxml")
        link = next((a for a in page.find_all("a", href=True) if a.get_text(" ", strip=True) == words), None)
        assert link is not None, f"there is no link “{words}”"
        address = link["href"]
        response = client.get(address)
        assert response.status_code == 200
    path = f"{demo_home().url_path}{address.removeprefix('/')}"
    assert Page.objects.get(url_path=path).specific_class._meta.label == label
    main = BeautifulSoup(response.content, "lxml").find("main")
    assert len(main.find_all("h1")) == 1
    assert sought in main.get_text(" ")
