"""What goes out: nothing that waits or failed, and the last file that passed at the same address."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accessibility.services import document_verdict, ensure_checked, exempt, override
from core.models import Contact, Team
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


def body(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.fixture
def decider(author):
    """Somebody who may exempt and let through."""
    from django.contrib.auth.models import Permission

    author.user_permissions.add(
        *Permission.objects.filter(codename__in=["add_lawfulexemption", "add_documentoverride"])
    )
    return type(author).objects.get(pk=author.pk)


@pytest.fixture
def day():
    return timezone.localdate() + timedelta(days=30)


def test_waiting_file_is_withheld_with_a_way_on(client, upload, good):
    Contact.objects.create(name="Customer services", phone="01632 960000", locale_id=1)
    response = client.get(upload(good).url)
    assert response.status_code == 403
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}
    page = response.content.decode()
    assert "You cannot open this file yet" in page
    assert "tel:01632960000" in page


def test_failed_file_is_withheld(client, upload, bad):
    document = upload(bad)
    ensure_checked(document)
    assert client.get(document.url).status_code == 403


def test_passed_file_is_served_with_safe_headers(client, upload, good):
    document = upload(good)
    ensure_checked(document)
    response = client.get(document.url)
    assert response.status_code == 200
    assert body(response) == good
    assert response["Cache-Control"].startswith("public")
    assert response["Content-Disposition"] == 'attachment; filename="bins.docx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    again = client.get(document.url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_staff_may_open_what_is_withheld(as_author, upload, bad):
    document = upload(bad)
    response = as_author.get(document.url)
    assert body(response) == bad
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_replacement_that_fails_leaves_the_last_passed_file(client, as_author, upload, good, bad):
    document = upload(good)
    ensure_checked(document)
    address = document.url
    author = get_user(client)
    client.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Bins", "file": SimpleUploadedFile("bins-v2.docx", bad), "collection": 1},
    )
    client.logout()
    assert body(client.get(address)) == good
    document.refresh_from_db()
    ensure_checked(document)
    assert body(client.get(address)) == good
    better = make.good_docx("We now collect your bins every other week.")
    client.force_login(author)
    client.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Bins", "file": SimpleUploadedFile("bins-v3.docx", better), "collection": 1},
    )
    client.logout()
    document.refresh_from_db()
    ensure_checked(document)
    assert body(client.get(address)) == better
    assert document.versions.first().sha256 == document.sha256
    assert document.versions.count() == 3


def test_x_accel(client, settings, upload, good):
    settings.WAYMARK_ACCEL_LOCATION = "/internal-documents/"
    document = upload(good)
    ensure_checked(document)
    response = client.get(document.url)
    assert response["X-Accel-Redirect"] == f"/internal-documents/{document.file.name}"
    assert response.content == b""


def test_exemption_lets_a_failed_file_out_until_its_review(client, upload, bad, decider, day):
    document = upload(bad)
    ensure_checked(document)
    team = Team.objects.create(name="Heritage", email="heritage@example.org")
    exempt(document, by=decider, kind="heritage", reason="A map of 1850.", owner=team, review_on=day)
    assert client.get(document.url).status_code == 200
    verdict = document_verdict(document)
    assert (verdict.verdict, verdict.may_publish) == ("failed", True)
    verdict.exemption.__class__.objects.update(review_on=timezone.localdate())
    assert not document_verdict(document).may_publish


def test_override_ends_when_the_file_changes(upload, bad, decider, day):
    document = upload(bad)
    override(document, by=decider, reason="Needed for the inquiry today.", until=day)
    assert document_verdict(document).may_publish
    document.file = SimpleUploadedFile("bins.docx", make.bad_docx("Other words"))
    document.save()
    assert not document_verdict(document).may_publish


def test_nobody_without_permission_decides(upload, bad, author, day):
    document = upload(bad)
    team = Team.objects.create(name="Heritage", email="heritage@example.org")
    with pytest.raises(ValidationError):
        exempt(document, by=author, kind="heritage", reason="Because.", owner=team, review_on=day)
    with pytest.raises(ValidationError):
        override(document, by=author, reason="Because.", until=day)


def test_review_within_a_year(upload, bad, decider):
    team = Team.objects.create(name="Heritage", email="heritage@example.org")
    late = timezone.localdate() + timedelta(days=400)
    with pytest.raises(ValidationError):
        exempt(upload(bad), by=decider, kind="burden", reason="Long.", owner=team, review_on=late)


def test_unsafe_file_is_never_let_through(client, upload_unseen, decider, day):
    document = upload_unseen(make.pdf(script=True), name="a.pdf")
    ensure_checked(document)
    override(document, by=decider, reason="Please.", until=day)
    assert document_verdict(document).is_unsafe
    assert client.get(document.url).status_code == 403


def test_old_name_leads_to_the_file(client, upload, good):
    document = upload(good)
    ensure_checked(document)
    response = client.get(f"/documents/{document.pk}/other.docx")
    assert response.headers["Location"] == document.url


def test_wagtails_own_view_withholds_too(rf, upload, bad):
    from django.contrib.auth.models import AnonymousUser
    from wagtail.documents.views.serve import serve

    document = upload(bad)
    request = rf.get(document.url)
    request.user, request.session = AnonymousUser(), {}
    assert serve(request, document.pk, document.filename).status_code == 403
