"""The statement: true today, signed by a person, append-only, unknown where nothing is known."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accessibility.browser.look import Look
from accessibility.browser.store import store
from accessibility.engines import RawFinding
from accessibility.models import Run, StatementVersion
from accessibility.statement import signing, views
from accessibility.statement.evidence import Evidence, gather
from core.models import OutgoingMessage

pytestmark = pytest.mark.django_db
ADDRESS = "/accessibility-statement/"
FAULT = RawFinding("image-alt", "1.1.1", "critical", "M", "img", "<img>")
DOCUMENTS = {"failed": 0, "could_not_check": 0, "pending": 0, "exempt": 0, "passed": 0}
CLEAN = Evidence(pages=3, seen=3, faults=(), documents=DOCUMENTS)
WORDS = {"status": "partial", "plans": "We mend it by May.", "role": "Head of Digital", "sure": "on"}


def see(page, *findings, state=Run.State.DONE):
    seen = Look({"axe": list(findings)}, "Chromium 156")
    return store(page, "http://x/", state, locale="en", content_hash="h", seen=seen if state == "done" else None)


@pytest.fixture
def signer(home, django_user_model):
    user = django_user_model.objects.create_user("signer", "signer@example.org", first_name="Sam", last_name="Signer")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["sign_statement", "access_admin"]))
    return user


@pytest.fixture
def as_signer(client, signer):
    client.force_login(signer)
    return client


def signed(signer, found=CLEAN, **words):
    form = signing.SignForm({**WORDS, **words}, found=found)
    assert form.is_valid(), form.errors
    return signing.sign(form, signer)


def test_a_fault_leaves_the_list_only_when_a_look_shows_it_gone(make_page):
    page = make_page(live=True)
    see(page, FAULT)
    see(page, state=Run.State.FAILED)
    see(page, state=Run.State.NOT_RUN)
    assert [(fault.criterion, fault.pages) for fault in gather().faults] == [("1.1.1", 1)]
    see(page)
    assert gather().faults == ()


def test_what_nobody_looked_at_is_unknown(client, make_page):
    make_page(live=True)
    found = gather()
    assert (found.pages, found.seen, found.clean) == (2, 0, False)
    text = client.get(ADDRESS).content.decode()
    assert "We do not know yet how accessible this website is" in text
    assert "Nobody has signed this statement yet" in text
    assert "fully compliant" not in text


def test_evidence_takes_the_same_queries_for_more_pages(make_page, django_assert_num_queries):
    see(make_page(live=True), FAULT)
    gather()
    with django_assert_num_queries(8):
        gather()
    for number in range(5):
        see(make_page(live=True, slug=f"p{number}"), FAULT)
    with django_assert_num_queries(8):
        assert gather().faults[0].pages == 6


@pytest.mark.parametrize(
    "change",
    [
        {"seen": 2},
        {"documents": {**DOCUMENTS, "failed": 1}},
        {"exemptions": (("burden", "r"),)},
        {"bypasses": 1},
        {"pages": 0},
    ],
)
def test_full_compliance_needs_all_the_evidence(change):
    found = Evidence(**{**vars(CLEAN), **change})
    form = signing.SignForm({**WORDS, "status": "full"}, found=found)
    assert "does not allow" in form.errors["status"][0]
    assert signing.SignForm({**WORDS, "status": "full"}, found=CLEAN).is_valid()


def test_a_signed_full_does_not_outlive_the_first_fault(signer):
    version = signed(signer, status="full")
    assert views.status_today(version, CLEAN) == "full"
    assert views.status_today(version, Evidence(**{**vars(CLEAN), "seen": 2})) == "partial"
    assert views.status_today(None, CLEAN) == "unknown"


def test_only_who_may_sign_signs_and_nothing_signed_changes(signer, editor):
    version = signed(signer)
    with pytest.raises(ValidationError):
        signed(editor)
    for change in (version.save, version.delete, StatementVersion.objects.all().delete):
        with pytest.raises(ValidationError):
            change()
    with pytest.raises(ValidationError):
        StatementVersion.objects.update(status="full")
    assert signed(signer).number == 2


def test_the_database_keeps_what_was_signed_and_lets_go_of_a_contact_form(signer, make_page):
    form = make_page(live=True, slug="contact")
    version = signed(signer, contact_page=form.pk)
    for sql in ("UPDATE {} SET status = 'full'", "DELETE FROM {}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.format("accessibility_statementversion"))
    StatementVersion._base_manager.update(contact_page=None)  # as the deletion of a page does
    version.refresh_from_db()
    assert (version.contact_page, version.status) == (None, "partial")


def test_the_signer_reads_the_evidence_and_signs(as_signer, make_page):
    see(make_page(live=True), FAULT)
    address = reverse("accessibility_statement_sign")
    assert "WCAG 1.1.1 Non-text Content: failed by 1 pages" in as_signer.get(address).content.decode()
    refused = as_signer.post(address, {**WORDS, "status": "full"}).content.decode()
    assert "does not allow" in refused
    assert "We mend it by May." in refused
    assert as_signer.post(address, WORDS).status_code == 302
    text = as_signer.get(ADDRESS).content.decode()
    assert "partially compliant" in text
    assert "Version 1 was signed by Sam Signer, Head of Digital." in text
    assert "fails WCAG 2.2 success criterion 1.1.1" in text


def test_others_do_not_sign(as_editor):
    assert as_editor.get(reverse("accessibility_statement_sign")).status_code == 302


@pytest.mark.parametrize(
    ("language", "words"), [("pl", "Deklaracja dostępności"), ("ur", "رسائی کا بیان"), ("ar", "بيان")]
)
def test_each_language_has_it_and_the_councils_words_are_marked_english(client, signer, language, words):
    signed(signer)
    text = client.get(f"/{language}{ADDRESS}").content.decode()
    assert words in text
    assert '<p lang="en" dir="ltr">We mend it by May.</p>' in text


def test_the_review_is_asked_for_in_time_once_a_week(signer):
    assert signing.remind() == 0
    version = signed(signer)
    assert signing.remind() == 0
    today = timezone.localdate() + timedelta(days=340)
    for _twice in range(2):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(signing.timezone, "localdate", lambda: today)
            assert signing.remind() == 1
    assert OutgoingMessage.objects.filter(idempotency_key__startswith=f"statement-review:{version.number}").count() == 1
