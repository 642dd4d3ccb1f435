"""What residents get on the pages about the council itself: publications, jobs, answers, teams, status, Easy Read."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from search.index.pages import entries_of
from services.contents import sections_of
from services.demo.lookup import page_named
from services.easy_blocks import PointBlock, longest_sentence
from services.models import JobPage, PublicationPage, ServiceDisruption

pytestmark = pytest.mark.django_db
COUNCIL = "/your-council/"


@pytest.fixture
def read(client):
    def get(address):
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies
        return BeautifulSoup(response.content, "lxml")

    return get


def words(element):
    return " ".join(element.get_text(" ").split())


def found(page):
    return [link.get_text() for link in page.select(".wm-pages > li > a")]


def test_a_publication_has_contents_that_lead_to_its_headings_and_another_format(demo, read):
    page = read(f"{COUNCIL}publications/waste-plan/")
    links = [a["href"] for a in page.select(".wm-chapters a")]
    assert links == ["#why-we-have-a-plan", "#what-we-will-do", "#how-we-will-know"]
    assert all(page.find(id=link[1:]).find("h2") for link in links)
    assert page.find("a", href="/your-council/ask-for-another-format/")


def test_two_headings_with_the_same_words_have_places_that_differ():
    page = PublicationPage()
    page.body = [("heading", {"text": text, "level": "2"}) for text in ("Cost", "Cost", "消費")]
    assert [section.anchor for section in sections_of(page.body)] == ["cost", "cost-again", "section-3"]


def test_a_page_leads_to_its_easy_read_version_and_back(demo, read):
    service = "/bins-and-recycling/report-a-missed-bin/"
    link = read(service).find("a", string="Read this in Easy Read")
    easy = read(link["href"])
    assert len(easy.select(".wm-easy img[alt=''][width]")) == 4
    assert easy.find("a", href=service)


def test_a_long_sentence_is_no_easy_read():
    assert longest_sentence("Leave it out. Call us by six!\nWe come.") == 4
    block = PointBlock([("picture", blocks.CharBlock(required=False))])
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"text": "word " * 16, "picture": ""}))
    assert "16 words" in str(refused.value.block_errors["text"])


def test_jobs_are_listed_until_they_close_and_then_say_so(demo, read):
    assert found(read(f"{COUNCIL}jobs/")) == ["Recycling officer"]
    closed = read(f"{COUNCIL}jobs/park-ranger/").find("main")
    assert "You cannot apply any more." in words(closed)
    assert closed.select_one(".wm-start") is None
    assert read(f"{COUNCIL}jobs/recycling-officer/").select_one(".wm-start")["href"] == "https://example.org/jobs/101"


def test_a_job_that_nobody_can_apply_for_is_refused(demo):
    job = JobPage.objects.get(slug="recycling-officer")
    job.apply_url, job.contact = "", None
    with pytest.raises(Exception, match="Say how to apply"):
        job.full_clean()


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", ["How many bins were missed each month", "What the website costs"]),
        ("?q=twelve+MISSED", ["How many bins were missed each month"]),
        ("?q=foi-0940", ["What the website costs"]),
        ("?topic=Bins", ["How many bins were missed each month"]),
        ("?topic=Bins&q=website", []),
        ("?topic=x&year=nine&page=-1", ["How many bins were missed each month", "What the website costs"]),
    ],
)
def test_answers_are_found_by_words_and_topic(asked, titles, demo, read):
    assert found(read(f"{COUNCIL}answers-to-requests/{asked}")) == titles


def test_answers_are_found_by_year(demo, read):
    year = (timezone.localdate() - timedelta(days=400)).year
    page = read(f"{COUNCIL}answers-to-requests/?year={year}")
    assert found(page) == ["What the website costs"]
    assert page.select_one(f"option[value='{year}'][selected]")


def test_a_team_says_what_others_deal_with(demo, read):
    main = words(read(f"{COUNCIL}who-does-what/bins-team/").find("main"))
    assert main.index("We deal with") < main.index("New bins") < main.index("Others deal with")
    assert "The recycling centre The county council runs it." in main


def test_what_does_not_work_stands_on_the_service_and_on_the_status_page(demo, read):
    late = "Collections take longer (example)"
    assert late in words(read("/bins-and-recycling/get-rid-of-a-large-item/").find("main"))
    assert late not in words(read("/bins-and-recycling/report-a-missed-bin/").find("main"))
    status = words(read(f"{COUNCIL}service-status/").find("main"))
    assert status.index("Not as usual") < status.index(late) < status.index("Planned") < status.index("No payments")


def test_a_disruption_of_an_area_stands_on_all_its_pages_until_it_is_over(demo, read):
    area = Page.objects.get(slug="housing")
    row = ServiceDisruption.objects.create(
        page=area, title="Phones are down", message="Write to us.", locale=area.locale
    )
    assert "Phones are down" in words(read("/housing/damp-and-mould/").find("main"))
    row.until = timezone.now() - timedelta(minutes=1)
    row.save()
    assert "Phones are down" not in words(read("/housing/damp-and-mould/").find("main"))
    assert "Works again" in words(read(f"{COUNCIL}service-status/").find("main"))


def test_that_nothing_is_listed_does_not_claim_that_all_is_well(demo, read):
    ServiceDisruption.objects.all().delete()
    cache.clear()
    assert "No problem is known at the moment." in words(read(f"{COUNCIL}service-status/").find("main"))


def test_you_said_we_did_reads_what_insight_published(demo, read):
    assert "There is nothing here at the moment." in words(read(f"{COUNCIL}you-said-we-did/").find("main"))


def test_a_word_document_becomes_a_publication(demo):
    from services.publication import allowed_parents, make_draft

    parent = page_named("publications")
    assert type(parent) in allowed_parents()
    page = make_draft("Report", [{"type": "heading", "level": 2, "text": "One"}], parent, demo.user("author"))
    assert isinstance(page, PublicationPage)
    assert not page.live


def test_the_search_reads_what_is_particular_to_each_type(demo):
    particular = {
        "example-advice-centre": "OX1 1AA",
        "missed-bins-by-month": "twelve months",
        "bins-team": "New bins",
        "waste-plan": "We weigh what each round brings in",
        "move-to-oxford": "Find your bin day",
        "missed-bin-easy-read": "We come back with a lorry",
    }
    found = {slug: next(entries_of(page_named(slug))).body for slug in particular}
    assert {slug: words for slug, words in particular.items() if words not in found[slug]} == {}
