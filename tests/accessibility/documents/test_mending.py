"""A press in the report, as an author and not as a superuser."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accessibility.services import document_findings, ensure_checked
from core.models import AuditEvent
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db
BODY = (make.paragraph("Bin days", style="Heading1"), make.paragraph("We collect your bins each week."))


@pytest.fixture
def faulty(upload):
    document = upload(make.docx(*BODY, language=""), title="Bin days in Oxford")
    ensure_checked(document)
    return document


def press(client, document, **changes):
    values = {"seen": document.sha256, "mend": "language", "rule": "WM-OFFICE-LANGUAGE", "spot": "0", "text": "en-GB"}
    return client.post(reverse("document_checks:mend", args=[document.pk]), values | changes, follow=True)


def test_press_makes_a_new_version_at_the_same_address(as_author, faulty):
    before, address, name = faulty.sha256, faulty.url, faulty.file.name
    assert "Set this language" in as_author.get(reverse("document_checks:report", args=[faulty.pk])).content.decode()
    page = press(as_author, faulty).content.decode()
    assert "The language of the file is now en-GB." in page
    assert "Passed" in page
    faulty.refresh_from_db()
    assert (faulty.sha256 != before, faulty.url) == (True, address)
    assert faulty.file.storage.exists(name)
    assert not document_findings(faulty) or "B" not in {row.severity for row in document_findings(faulty)}
    assert AuditEvent.objects.filter(verb="document.mend.language").exists()


def test_words_that_will_not_do_come_back(as_author, upload):
    document = upload(make.docx(*BODY, title=""))
    ensure_checked(document)
    response = press(as_author, document, mend="title", rule="WM-OFFICE-TITLE", text="bins_final.docx")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="bins_final.docx"' in page
    assert "Not a file name." in page
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seen": "0" * 64}, "Somebody replaced the file while you looked at this report."),
        ({"mend": "nonsense"}, "We cannot mend this here."),
        ({"rule": "WM-PDF-TITLE", "spot": "-1"}, "We cannot mend this here."),
    ],
)
def test_presses_that_do_nothing_say_so(as_author, faulty, changes, said):
    before = faulty.sha256
    assert said in press(as_author, faulty, **changes).content.decode()
    faulty.refresh_from_db()
    assert faulty.sha256 == before


def test_longer_reports_ask_the_database_no_more(as_author, upload, django_assert_max_num_queries):
    few, many = (
        upload(make.docx(*BODY, *[make.picture(), make.table(header=False)] * number, title=""), title=f"Bins {number}")
        for number in (1, 9)
    )
    addresses = [reverse("document_checks:report", args=[one.pk]) for one in (few, many) if ensure_checked(one)]
    as_author.get(addresses[0])
    with CaptureQueriesContext(connection) as short:
        as_author.get(addresses[0])
    with django_assert_max_num_queries(len(short)):
        page = as_author.get(addresses[1]).content.decode()
    assert page.count("What does the picture show?") == 9


def test_who_may_only_read_is_offered_no_mend(client, faulty, django_user_model):
    auditor = django_user_model.objects.create_user("auditor", password="waymark-test")
    auditor.groups.add(Group.objects.get(name="Auditors"))
    client.force_login(auditor)
    assert "Set this language" not in client.get(reverse("document_checks:report", args=[faulty.pk])).content.decode()
    before = faulty.sha256
    press(client, faulty)
    faulty.refresh_from_db()
    assert faulty.sha256 == before
