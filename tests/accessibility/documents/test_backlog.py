"""The dashboard: worst first, how it falls, who is written to; and that it asks few queries."""

import csv
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import document_served
from wagtail.models import ReferenceIndex

from accessibility.documents.base import Report
from accessibility.documents.letters import write_letters
from accessibility.documents.recheck import ask_for_missing_checks
from accessibility.documents.verdicts import store
from accessibility.models import DocumentAudit, DocumentCheckRequest, DocumentDownloads, DocumentSnapshot
from accessibility.reports.backlog import backlog, document_counts, take_snapshot
from accessibility.reports.burn_down import MOST_POINTS, burn_down, line, thinned
from core.models import OutgoingMessage
from core.services import sweep_outbox
from library.models import CustomDocument

LIST = "document_checks:index"


@pytest.fixture
def library(author):
    """Rows as they would be after uploads and checks, without files: one of each verdict, and one nobody loads."""

    def make(title, error=None, downloads=0, owner=None, days=0):
        document = CustomDocument(title=title, file=f"documents/{title}.pdf", sha256=title.ljust(64, "0"))
        document.uploaded_by_user = owner
        document.pk = CustomDocument.objects.bulk_create([document])[0].pk
        CustomDocument.objects.filter(pk=document.pk).update(created_at=timezone.now() - timedelta(days=days))
        if error is not None:
            store(document.sha256, Report(sha256=document.sha256, error=error), 0.1)
        if downloads:
            DocumentDownloads.objects.create(document=document, day=timezone.localdate(), count=downloads)
        return document

    made = {
        "fine": make("fine", "", 900, author),
        "unknown": make("unknown", "damaged", 5, author),
        "loaded": make("loaded", "failed", 40, author),
        "quiet": make("quiet", "failed", 0, None, days=500),
        "old": make("old", "failed", 0, author, days=900),
        "waiting": make("waiting", None, 0, author),
    }
    DocumentAudit.objects.filter(error="failed").update(error="", verdict="failed")
    return made


@pytest.mark.django_db
def test_worst_first_then_what_residents_miss_most_then_the_oldest(library):
    rows = backlog(CustomDocument.objects.all())
    assert [row.document.title for row in rows] == ["loaded", "old", "quiet", "unknown", "waiting", "fine"]
    assert (rows[0].downloads, rows[2].age.days) == (40, 500)
    assert document_counts() == {"failed": 3, "could_not_check": 1, "pending": 1, "exempt": 0, "passed": 1}


@pytest.mark.django_db
def test_list_asks_as_many_queries_for_sixty_documents_as_for_six(as_author, library, django_assert_max_num_queries):
    as_author.get(reverse(LIST))
    with django_assert_max_num_queries(60) as few:
        as_author.get(reverse(LIST))
    CustomDocument.objects.bulk_create(
        CustomDocument(title=f"more {n}", file=f"documents/{n}.pdf", sha256=str(n).rjust(64, "0")) for n in range(54)
    )
    with django_assert_max_num_queries(60) as many:
        page = as_author.get(reverse(LIST)).content.decode()
    assert len(many) == len(few)
    assert "60 documents, worst first." in page


@pytest.mark.django_db
def test_list_by_verdict_and_owner(as_author, author, library):
    page = as_author.get(reverse(LIST), {"verdict": "failed", "owner": "0"}).content.decode()
    assert "quiet" in page
    assert "loaded" not in page
    page = as_author.get(reverse(LIST), {"verdict": "failed", "owner": author.pk}).content.decode()
    assert "quiet" not in page
    assert "loaded" in page
    assert f"documents.csv?verdict=failed&amp;owner={author.pk}" in page
    assert as_author.get(reverse(LIST), {"owner": "x", "p": "y"}).status_code == 200


@pytest.mark.django_db
def test_csv_has_no_formulas(as_author, library):
    CustomDocument.objects.filter(title="loaded").update(title="=1+1")
    response = as_author.get(reverse("document_checks:csv"), {"verdict": "failed"})
    rows = list(csv.DictReader(response.content.decode().splitlines()))
    assert [row["title"] for row in rows] == ["'=1+1", "old", "quiet"]
    assert rows[0]["downloads in 30 days"] == "40"
    assert rows[2]["owner"] == ""


@pytest.mark.django_db
def test_residents_downloads_are_counted_and_staffs_are_not(library):
    served = {"sender": CustomDocument, "instance": library["fine"]}
    DocumentDownloads.objects.all().delete()
    get = RequestFactory().get("/")
    document_served.send(request=get, **served)
    document_served.send(request=get, **served)
    document_served.send(request=RequestFactory().head("/"), **served)
    get.COOKIES["sessionid"] = "staff"
    document_served.send(request=get, **served)
    row = DocumentDownloads.objects.get()
    assert (row.count, row.day) == (2, timezone.localdate())


@pytest.mark.django_db
def test_use_is_counted_by_page(library):
    kind = ReferenceIndex._get_base_content_type(CustomDocument)
    for path in ("a", "b"):
        ReferenceIndex.objects.create(
            base_content_type=kind, content_type=kind, object_id="7", to_content_type=kind,
            to_object_id=str(library["quiet"].pk), model_path=path, content_path=path, content_path_hash=uuid4(),
        )  # fmt: skip
    assert {row.document.title: row.used for row in backlog(CustomDocument.objects.all())}["quiet"] == 1


@pytest.mark.django_db
def test_snapshot_of_a_day_is_one_row(library):
    take_snapshot()
    library["loaded"].delete()
    take_snapshot()
    assert DocumentSnapshot.objects.get().left == 4


def days(*left):
    return [DocumentSnapshot(day=date(2026, 1, 1) + timedelta(days=n), failed=count) for n, count in enumerate(left)]


def test_line_falls_with_the_number():
    assert line(days(10, 5, 0), 10) == "24.0,24.0 360.0,120.0 696.0,216.0"
    assert line([], 0) == ""
    assert line(days(0), 0) == "24.0,216.0"


def test_a_year_is_thinned_and_keeps_its_ends():
    year = days(*range(365))
    kept = thinned(year)
    assert len(kept) == MOST_POINTS
    assert (kept[0], kept[-1]) == (year[0], year[-1])


@pytest.mark.django_db
def test_progress_page_says_in_words_what_it_draws(as_author, author, library):
    assert as_author.get(reverse("document_checks:progress")).status_code == 302
    author.groups.add(Group.objects.get(name="Auditors"))
    assert "There is no count yet." in as_author.get(reverse("document_checks:progress")).content.decode()
    DocumentSnapshot.objects.create(day=timezone.localdate() - timedelta(days=30), failed=90, passed=2)
    take_snapshot()
    page = as_author.get(reverse("document_checks:progress")).content.decode()
    assert "Residents cannot open 5 documents. On " in page
    assert burn_down().highest == 90
    assert "<polyline" in page
    table = page.partition("The numbers of the line")[2].partition("</table>")[0]
    assert table.count('<th scope="row">') == 2


@pytest.mark.django_db
def test_owners_are_written_to_once_a_month(author, library, django_user_model):
    author.email = "author@example.org"
    author.save()
    auditor = django_user_model.objects.create_user("auditor", email="auditor@example.org")
    auditor.groups.add(Group.objects.get(name="Auditors"))
    assert write_letters() == 2  # the auditor looks after what has no owner
    write_letters()
    assert OutgoingMessage.objects.count() == 2


@pytest.mark.django_db
def test_nobody_is_written_to_when_all_is_well(library):
    CustomDocument.objects.exclude(title="fine").delete()
    assert write_letters() == 0


@pytest.mark.django_db
def test_new_rules_ask_for_new_checks_most_loaded_first(library, monkeypatch):
    assert ask_for_missing_checks() == 1
    DocumentAudit.objects.update(ruleset="yesterday")
    monkeypatch.setattr("accessibility.documents.recheck.AT_ONCE", 2)
    assert ask_for_missing_checks() == 2
    asked = set(DocumentCheckRequest.objects.values_list("sha256", flat=True))
    assert library["fine"].sha256 in asked
    assert library["loaded"].sha256 in asked


@pytest.mark.django_db(transaction=True)
def test_row_that_came_past_the_model_gets_its_hash_and_its_check(upload, good):
    document = upload(good)
    DocumentCheckRequest.objects.all().delete()
    CustomDocument.objects.update(sha256="")
    ask_for_missing_checks()
    sweep_outbox()
    assert DocumentAudit.objects.get().sha256 == document.sha256
