"""The author's view, as an author and not as a superuser."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from accessibility.documents.base import Kind, Report
from accessibility.documents.verdicts import store
from accessibility.models import LawfulExemption
from accessibility.services import document_findings, document_verdict, ensure_checked
from core.models import AuditEvent, Team
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


def report(document) -> str:
    return reverse("document_checks:report", args=[document.pk])


def test_pending_then_checked_at_once(as_author, upload, bad):
    document = upload(bad)
    assert "Waiting to be checked" in as_author.get(report(document)).content.decode()
    response = as_author.post(reverse("document_checks:check", args=[document.pk]), follow=True)
    page = response.content.decode()
    assert "Has problems" in page
    assert "1.1.1 Non-text Content" in page
    assert "Right-click the picture &gt; View Alt Text" in page
    assert "Made with Microsoft Office Word." in page
    assert "Review &gt; Check Accessibility" in page
    assert "3.1.1 Language of Page" in page


def test_list_by_verdict(as_author, upload, good, bad):
    for document in (upload(good, title="Fine"), upload(bad, title="Faulty")):
        ensure_checked(document)
    page = as_author.get(reverse("document_checks:index"), {"verdict": "failed"}).content.decode()
    assert "Faulty" in page
    assert "Fine" not in page


def test_edit_page_of_the_document_leads_to_the_report(as_author, upload, good):
    document = upload(good)
    page = as_author.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert report(document) in page


def test_menu_shows_the_list(as_author):
    assert "Document checks" in as_author.get(reverse("wagtailadmin_home")).content.decode()


def test_words_from_a_file_are_escaped(as_author, upload):
    document = upload(make.docx(make.paragraph("Bins"), title="&lt;script&gt;alert(1)&lt;/script&gt;.docx"))
    ensure_checked(document)
    assert "<script>alert(1)" not in as_author.get(report(document)).content.decode()


def test_unsafe_file_says_why(as_author, upload_unseen):
    document = upload_unseen(make.pdf(script=True), name="a.pdf")
    ensure_checked(document)
    assert "The file holds a script." in as_author.get(report(document)).content.decode()


def test_only_with_permission(as_author, author, upload, bad):
    document = upload(bad)
    ensure_checked(document)
    address = reverse("document_checks:exempt", args=[document.pk])
    assert address not in as_author.get(report(document)).content.decode()
    assert as_author.get(address).status_code == 302
    author.user_permissions.add(Permission.objects.get(codename="add_lawfulexemption"))
    assert address in as_author.get(report(document)).content.decode()
    late = timezone.localdate() + timedelta(days=500)
    team = Team.objects.create(name="Heritage", email="heritage@example.org")
    form = {"kind": "heritage", "reason": "A map of 1850.", "owner": team.pk, "review_on": late.isoformat()}
    response = as_author.post(address, form)
    assert response.status_code == 422
    assert "A map of 1850." in response.content.decode()
    form["review_on"] = (timezone.localdate() + timedelta(days=200)).isoformat()
    assert as_author.post(address, form).status_code == 302
    assert LawfulExemption.objects.get().granted_by == author
    assert AuditEvent.objects.filter(verb="document.exempt").exists()
    assert document_verdict(document).may_publish


def test_stranger_sees_nothing(client, upload, bad, django_user_model):
    user = django_user_model.objects.create_user("stranger", password="pass")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(report(upload(bad))).status_code == 404
    assert client.get(reverse("document_checks:index")).status_code == 302


def test_auditors_read_the_checks_of_all_documents_and_decide_nothing(client, upload, bad, django_user_model):
    auditor = django_user_model.objects.create_user("auditor", password="waymark-test")
    auditor.groups.add(Group.objects.get(name="Auditors"))
    client.force_login(auditor)
    document = upload(bad)
    for name, args in (("index", []), ("report", [document.pk])):
        assert client.get(reverse(f"document_checks:{name}", args=args)).status_code == 200
    for name in ("exempt", "override"):
        assert client.get(reverse(f"document_checks:{name}", args=[document.pk])).status_code == 302


def test_findings_come_worst_first(upload):
    document = upload(make.docx(make.paragraph("- a"), make.paragraph("- b"), make.picture(), title=""))
    ensure_checked(document)
    severities = [row.severity for row in document_findings(document)]
    assert severities == sorted(severities, key=["B", "W", "M", "advisory"].index)
    assert severities[0] == "B"


def test_first_of_two_reports_stands(upload, good):
    document = upload(good)
    first = store(document.sha256, Report(kind=Kind.DOCX), 0.1)
    assert store(document.sha256, Report(error="timeout"), 0.1) == first


def test_demo_documents_pass_and_fail(django_user_model):
    from core.services import DemoContext
    from library.demo.loader import DOCUMENTS, load
    from library.models import CustomDocument

    django_user_model.objects.create_user("author")
    load(DemoContext())
    load(DemoContext())
    documents = [CustomDocument.objects.get(title=row[0]) for row in DOCUMENTS]
    assert [ensure_checked(document).verdict for document in documents] == ["passed", "failed"]
