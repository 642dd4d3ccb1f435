"""The demo content is loaded by the normal route, once."""

import pytest
from wagtail.models import Page, Revision

from home.demo.loader import load_home, load_standard
from services.demo.loader import load
from services.demo.lookup import UnknownPageError, page_named
from services.demo.markdown import blocks_of
from services.demo.pages import fill_pages, make_pages
from services.models import GuidePage, ServicePage


def test_all_pages_of_an_area_are_live_with_their_text(demo):
    page = page_named("report-a-missed-bin")
    assert isinstance(page, ServicePage)
    assert page.live
    assert page.get_url() == "/bins-and-recycling/report-a-missed-bin/"
    assert page.promise.working_days == 2
    assert page.contact.phone == "01632 960101"
    assert page.owning_team.email == "waste@example.org"
    assert page.body[0].value["text"] == "Before you report it"
    assert page.related_pages[0].slug == "find-your-bin-day"
    assert isinstance(page_named("what-goes-in-each-bin"), GuidePage)
    assert not Page.objects.filter(depth__gte=2, live=False).exists()


def test_a_second_run_changes_nothing(demo):
    before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_created_at", "last_published_at"))
    revisions = Revision.objects.count()
    for again in (load_standard, load, load_home):
        again(demo)
    after = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_created_at", "last_published_at"))
    assert before == after
    assert Revision.objects.count() == revisions


def test_what_an_author_changed_stays(demo):
    page = page_named("get-a-new-bin")
    page.title = "Ask for a bin"
    page.save_revision().publish()
    load(demo)
    assert page_named("get-a-new-bin").title == "Ask for a bin"


def test_markdown_becomes_blocks_with_links_to_pages_by_id():
    text = "## One\n\nSee **it** [here](page:there).\n\n- a\n- b\n\n### Two\n\n1. [out](https://example.org/)"
    found = blocks_of(text, "name", {"there": 7}.__getitem__)
    assert [block["type"] for block in found] == ["heading", "paragraph", "heading", "paragraph"]
    assert found[0]["value"] == {"text": "One", "level": "2"}
    assert found[2]["value"] == {"text": "Two", "level": "3"}
    assert '<b>it</b> <a linktype="page" id="7">here</a>' in found[1]["value"]
    assert "<li>a</li>" in found[1]["value"]
    assert '<a href="https://example.org/">out</a>' in found[3]["value"]
    assert found == blocks_of(text, "name", {"there": 7}.__getitem__)


def test_markdown_holds_no_html():
    assert "<script>" not in blocks_of("<script>x</script>", "name", int)[0]["value"]


def test_a_link_to_no_page_names_the_address(demo):
    spec = {"slug": "odd", "title": "Odd", "type": "standard", "body": "[x](page:no-such-page)"}
    make_pages(demo, Page.objects.get(slug="bins-and-recycling"), [spec])
    with pytest.raises(UnknownPageError, match="no-such-page"):
        fill_pages(demo, [spec])
