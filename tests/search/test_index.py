"""The index holds what anybody may read, and nothing else."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Collection, Locale, Page, PageViewRestriction, ReferenceIndex, Site

from library.models import CustomDocument
from library.services import Decision
from search.models import SearchEntry
from search.services import find, rebuild
from search.signals import index_page
from services.models import GuidePage, ServiceIndexPage, StandardPage

pytestmark = pytest.mark.django_db


def found(query, language="en"):
    return [entry.title for entry in find(query, language).entries]


@pytest.fixture
def area():
    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(instance=ServiceIndexPage(title="Wildlife", slug="wildlife", live=False))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def page(area):
    body = [("paragraph", "<p>Call us about <b>hedgehogs</b>.</p>")]
    page = area.add_child(instance=StandardPage(title="Rats and mice", summary="Pests at home.", body=body, live=False))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_published_page_is_found_by_title_sentence_and_text(page):
    assert found("rat") == found("pests") == found("hedgehog") == ["Rats and mice"]
    entry = SearchEntry.objects.get(page_id=page.pk)
    assert (entry.url, entry.language, entry.kind_name) == ("/wildlife/rats-and-mice/", "en", "Information")


def test_a_draft_is_not_found_and_an_edit_is(page):
    page.title = "Mice"
    revision = page.save_revision()
    assert found("rat") == ["Rats and mice"]
    revision.publish()
    assert found("rat") == []
    assert found("mice") == ["Mice"]


def test_an_unpublished_page_is_gone(page):
    page.unpublish()
    assert found("rat") == []


def test_a_deleted_area_takes_its_pages_along(page, area):
    area.delete()
    assert found("rat") == []
    assert not SearchEntry.objects.exists()


def test_a_private_area_hides_its_pages_and_shows_them_again(page, area):
    restriction = PageViewRestriction.objects.create(page=area, restriction_type="login")
    assert found("rat") == []
    page.save_revision().publish()
    rebuild()
    assert found("rat") == []
    restriction.delete()
    assert found("rat") == ["Rats and mice"]


def test_what_goes_live_and_ends_on_schedule_is_found_and_gone(area):
    due = timezone.now() - timedelta(minutes=1)
    page = area.add_child(instance=StandardPage(title="Otters", slug="otters", live=False, go_live_at=due))
    page.save_revision(approved_go_live_at=due)
    assert found("otter") == []
    call_command("publish_scheduled")
    assert found("otter") == ["Otters"]
    StandardPage.objects.filter(pk=page.pk).update(expire_at=due)
    call_command("publish_scheduled")
    assert found("otter") == []


def test_another_process_finds_a_new_page_at_once_by_its_words(page, monkeypatch):
    assert found("stoat") == []
    monkeypatch.setattr("search.snapshot.stale", lambda: None)
    page.title = "Stoats"
    page.save_revision().publish()
    assert found("stoat") == ["Stoats"]
    page.unpublish()
    assert found("stoat") == []


def test_a_new_address_or_place_is_followed(page, area, django_capture_on_commit_callbacks):
    area.slug = "animals"
    with django_capture_on_commit_callbacks(execute=True):
        area.save_revision().publish()
    assert SearchEntry.objects.get(page_id=page.pk).url == "/animals/rats-and-mice/"
    home = Site.objects.get(is_default_site=True).root_page
    page.refresh_from_db()
    page.move(home, pos="last-child")
    assert SearchEntry.objects.get(page_id=page.pk).url == "/rats-and-mice/"


def test_an_english_page_in_another_languages_tree_is_not_in_that_language(page, area):
    urdu = Locale.objects.create(language_code="ur")
    for source in (Site.objects.get(is_default_site=True).root_page, area, page):
        source.copy_for_translation(urdu, alias=True)
    rebuild()
    assert not SearchEntry.objects.filter(language="ur").exists()
    assert [(entry.title, entry.language) for entry in find("rats", "ur").entries] == [("Rats and mice", "en")]


def test_a_misspelling_is_repaired_from_the_sites_own_words(page):
    answer = find("hedgehgs ratts", "en")
    assert [entry.title for entry in answer.entries] == ["Rats and mice"]
    assert answer.meant == "hedgehogs rats"
    assert find("hedgehgs", "en", exact=True).meant == ""


def test_chapters_are_found_at_their_own_addresses(area):
    chapters = [("chapter", {"title": f"Part {name}", "slug": name, "body": [("paragraph", f"<p>{words}</p>")]})
                for name, words in (("first", "badgers"), ("second", "otters"))]  # fmt: skip
    guide = area.add_child(instance=GuidePage(title="Animals", slug="animals", chapters=chapters, live=False))
    guide.save_revision().publish()
    assert {entry.url for entry in find("badgers", "en").entries} == {"/wildlife/animals/"}
    assert [entry.url for entry in find("otters", "en").entries] == ["/wildlife/animals/second/"]
    guide.refresh_from_db()
    guide.unpublish()
    assert find("otters", "en").entries == []


def test_rebuilding_writes_what_is_missing_and_drops_what_is_gone(page, capsys):
    SearchEntry.objects.filter(page_id=page.pk).update(key="page:999999", folded_title="ghost")
    call_command("rebuild_search_index")
    assert capsys.readouterr().out == "2 entries written, 1 removed.\n"
    assert found("rat") == ["Rats and mice"]
    assert found("ghost") == []


def test_rebuilding_costs_no_entry_for_home_or_root(page):
    rebuild()
    assert SearchEntry.objects.count() == Page.objects.filter(depth__gte=3).count()


@pytest.fixture
def lead_to_report():
    """Return a function that lets pages lead to one document."""
    # Not by save(), which would refuse a file that is none.
    made = CustomDocument(title="Pest report", file="documents/report.pdf", collection=Collection.get_first_root_node())
    document = CustomDocument.objects.bulk_create([made])[0]

    def lead(*pages):
        for page in pages:
            body = json.dumps([{"type": "document", "value": {"document": document.pk}}])
            StandardPage.objects.filter(pk=page.pk).update(body=body)
            page.refresh_from_db()
            ReferenceIndex.create_or_update_for_object(page)
            index_page(page)

    return lead


def test_a_deleted_page_leaves_no_entry_of_its_document(page, area, lead_to_report, monkeypatch):
    monkeypatch.setattr("search.index.documents.decide", lambda document: Decision.CURRENT)
    other = area.add_child(instance=StandardPage(title="Wasps", summary="More pests.", live=False))
    other.save_revision().publish()
    other.refresh_from_db()
    lead_to_report(page, other)
    assert "Pest report" in found("report")
    page.delete()
    assert "Pest report" in found("report"), "another page leads to it"
    Page.objects.get(pk=area.pk).delete()
    connection.check_constraints()
    assert not SearchEntry.objects.exists()


def test_a_document_is_found_when_it_passed_and_a_public_page_leads_to_it(page, lead_to_report, monkeypatch):
    monkeypatch.setattr("search.index.documents.decide", lambda document: verdicts[0])
    verdicts = [Decision.WITHHELD]
    lead_to_report(page)
    assert found("report") == []
    verdicts[0] = Decision.CURRENT
    index_page(page)
    assert "Pest report" in found("report")
    page.unpublish()
    assert found("report") == []
