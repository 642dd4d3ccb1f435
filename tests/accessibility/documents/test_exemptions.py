"""Exemptions over their time, as the person who grants them sees it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from accessibility.documents.exemptions import remind_owners
from accessibility.models import DocumentOverride, LawfulExemption
from accessibility.services import current_exemptions, document_verdict, ensure_checked, exempt, override
from core.models import AuditEvent, OutgoingMessage, Team
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return Team.objects.create(name="Heritage", email="heritage@example.org")


@pytest.fixture
def decider(author):
    author.user_permissions.add(Permission.objects.get(codename="add_lawfulexemption"))
    return type(author).objects.get(pk=author.pk)


@pytest.fixture
def exemption(upload, bad, decider, team):
    document = upload(bad, title="Map of 1850")
    ensure_checked(document)
    day = timezone.localdate() + timedelta(days=20)
    return exempt(document, by=decider, kind="heritage", reason="A scan.", owner=team, review_on=day)


def test_statement_reads_what_is_in_force(exemption, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = current_exemptions()
    assert [(row.title, row.kind, row.reason, row.team) for row in rows] == [
        ("Map of 1850", "heritage", "A scan.", "Heritage")
    ]
    assert rows[0].grounds == "A copy of a heritage item"
    LawfulExemption.objects.update(review_on=timezone.localdate())
    assert current_exemptions() == []


def test_renew_keeps_the_old_row_as_record(as_author, exemption):
    page = as_author.get(reverse("document_checks:exemptions")).content.decode()
    assert "due soon" in page
    address = reverse("document_checks:renew", args=[exemption.pk])
    assert address in page
    form = as_author.get(address).context["form"]
    assert form.initial["reason"] == "A scan."
    later = timezone.localdate() + timedelta(days=360)
    sent = {"kind": "heritage", "reason": "Still a scan.", "owner": exemption.owner_id, "review_on": later.isoformat()}
    assert as_author.post(address, {**sent, "reason": ""}).status_code == 422
    assert LawfulExemption.objects.get().ended_on is None
    assert as_author.post(address, sent).status_code == 302
    old, new = LawfulExemption.objects.order_by("pk")
    assert (old.end_reason, new.review_on) == ("Renewed.", later)
    assert AuditEvent.objects.filter(verb="document.exempt.renew").exists()
    assert as_author.get(address).status_code == 404
    assert document_verdict(new.document).exemption == new


def test_end_with_a_reason_withholds_at_once(as_author, client, exemption):
    address = reverse("document_checks:end", args=[exemption.pk])
    assert as_author.post(address, {"reason": " "}).status_code == 422
    assert document_verdict(exemption.document).may_publish
    as_author.post(address, {"reason": "It was drawn anew."})
    assert not document_verdict(exemption.document).may_publish
    assert AuditEvent.objects.filter(verb="document.exempt.end").exists()
    assert "It was drawn anew." in as_author.get(reverse("document_checks:exemptions")).content.decode()


@pytest.fixture
def let_through(upload, bad, author):
    author.user_permissions.add(Permission.objects.get(codename="add_documentoverride"))
    person = type(author).objects.get(pk=author.pk)
    document = upload(bad, title="Plan of the ring road")
    ensure_checked(document)
    return override(document, by=person, reason="The inquiry.", until=timezone.localdate() + timedelta(days=9))


def test_override_is_ended_early_with_a_reason(as_author, author, let_through):
    screen, address = (
        reverse("document_checks:exemptions"),
        reverse("document_checks:end_override", args=[let_through.pk]),
    )
    report = reverse("document_checks:report", args=[let_through.document_id])
    assert address in as_author.get(screen).content.decode()
    assert address in as_author.get(report).content.decode()
    form = as_author.get(address).content.decode()
    assert "Plan of the ring road" in form
    assert "The inquiry." in form
    assert as_author.post(address, {"reason": ""}).status_code == 422
    assert document_verdict(let_through.document).may_publish
    assert as_author.post(address, {"reason": "It was mended elsewhere."}).status_code == 302
    assert not document_verdict(let_through.document).may_publish
    row = DocumentOverride.objects.get()
    assert (row.ended_on, row.ended_by, row.end_reason) == (timezone.localdate(), author, "It was mended elsewhere.")
    event = AuditEvent.objects.get(verb="document.override.end")
    assert event.actor_id == author.pk
    assert as_author.get(address).status_code == 404
    page = as_author.get(screen).content.decode()
    assert "It was mended elsewhere." in page
    assert address not in page


def test_only_who_lets_through_may_stop_it(as_author, author, let_through):
    author.user_permissions.clear()
    address = reverse("document_checks:end_override", args=[let_through.pk])
    assert as_author.post(address, {"reason": "No"}).status_code == 302
    assert document_verdict(let_through.document).may_publish
    author.user_permissions.add(Permission.objects.get(codename="add_lawfulexemption"))
    page = as_author.get(reverse("document_checks:exemptions")).content.decode()
    assert "Plan of the ring road" in page
    assert address not in page


def test_only_who_grants_may_end(as_author, author, exemption):
    author.user_permissions.clear()
    for name in ("renew", "end"):
        address = reverse(f"document_checks:{name}", args=[exemption.pk])
        assert as_author.post(address, {"reason": "No"}).status_code == 302
    assert as_author.get(reverse("document_checks:exemptions")).status_code == 302
    assert LawfulExemption.objects.get().ended_on is None


def test_owner_is_reminded_once_before_and_once_after(exemption):
    assert remind_owners() == 1
    remind_owners()
    assert OutgoingMessage.objects.count() == 1
    LawfulExemption.objects.update(review_on=timezone.localdate() - timedelta(days=1))
    remind_owners()
    assert OutgoingMessage.objects.count() == 2


def test_new_content_is_not_from_before_2018(upload, bad, decider, team):
    document = upload(bad)
    day = timezone.localdate() + timedelta(days=20)
    exempt(document, by=decider, kind="pre_2018", reason="Old minutes.", owner=team, review_on=day)
    document.title = "Minutes"
    document.save()
    assert document_verdict(document).exemption
    document.file = ContentFile(make.bad_docx("Other words"), name="bins.docx")
    document.save()
    assert document_verdict(document).exemption is None
    assert LawfulExemption.objects.get().end_reason == "The file was replaced."


def test_screen_asks_the_same_queries_for_many(as_author, exemption, django_assert_max_num_queries):
    for _ in range(12):
        LawfulExemption.objects.bulk_create([_again(exemption)])
    with django_assert_max_num_queries(40):
        as_author.get(reverse("document_checks:exemptions"))


def _again(exemption):
    fields = ("document", "kind", "reason", "owner", "review_on", "granted_by")
    return LawfulExemption(**{name: getattr(exemption, name) for name in fields})


def test_who_decides_finds_the_list_and_every_table_says_how_it_ends(as_author, decider, exemption, let_through):
    address = reverse("document_checks:exemptions")
    assert f'href="{address}"' in as_author.get(reverse("document_checks:index")).content.decode()
    LawfulExemption.objects.update(review_on=timezone.localdate())
    DocumentOverride.objects.update(until=timezone.localdate() - timedelta(days=1))
    page = " ".join(as_author.get(address).content.decode().split())
    assert page.count("Nobody renewed it.") == 2
    assert page.count('<table class="listing"') == 2
    assert reverse("document_checks:renew", args=[exemption.pk]) in page
    LawfulExemption.objects.update(ended_on=timezone.localdate(), end_reason="It was drawn anew.")
    page = as_author.get(address).content.decode()
    assert "Decide" not in page
