"""Who asks for their data gets forms that they never sent, too; found by a contact, never by another person's."""

import io
import json
import zipfile

import pytest
from django.utils import timezone

from core.models import AuditEvent, OutgoingMessage
from forms.models import Draft, DraftContact, SubmissionFile
from forms.rights.drafts import drafts_of
from forms.services import start_draft
from tests.forms.conftest import ADDRESS, CONTACT, WALK, Resident
from tests.forms.test_cases import staff
from tests.forms.test_files import photo

RIGHTS = "/admin/requests/rights/"
ASKS = {"contact": CONTACT["email"], "checked": "documents"}


@pytest.fixture
def officer(version):
    return staff("Dee", "subject_rights", "view_submission")


@pytest.fixture
def begun(resident):
    """A form with a photo and a name, that was not sent."""
    resident.start()
    resident.walk([*WALK[:2], ("photo", {"photo": photo("bin.png")}), WALK[3]])
    return Draft.objects.get()


def test_a_typed_contact_finds_it_and_is_not_stored_in_the_clear(begun):
    assert drafts_of(" ZOE@example.org ").get() == begun
    assert not drafts_of("stranger@example.org").exists()
    assert not drafts_of("2222222222").exists()
    assert "zoe" not in str(DraftContact.objects.values_list())


def test_a_changed_contact_is_forgotten_and_one_that_stays_asks_no_query(resident, begun, django_assert_num_queries):
    from forms.runner.keeping import store_content

    resident.answer("contact", {**CONTACT, "email": "new@example.org", "phone": "07700 900123"})
    assert not drafts_of(CONTACT["email"]).exists()
    for contact in ("new@example.org", "+44 7700 900123"):
        assert drafts_of(contact).get() == begun
    row = Draft.objects.select_related("version").get()
    _compiled = row.version.compiled
    with django_assert_num_queries(3):  # the savepoint, its end, and the row itself
        store_content(row, row.open_content())


def test_the_address_of_a_link_to_come_back_finds_it(resident):
    base = resident.start()
    assert not DraftContact.objects.exists()
    resident.client.post(f"{base}/save", {"email": "zoe@example.org"})
    assert drafts_of("zoe@example.org").count() == 1


def test_what_is_known_when_it_begins_finds_it(version):
    start_draft(version, "owner", known={"email": "zoe@example.org"})
    assert drafts_of("zoe@example.org").count() == 1


def test_the_copy_holds_the_answers_and_the_files(begun, officer):
    answer = officer.post(RIGHTS, ASKS)
    assert answer["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    (held,) = json.loads(archive.read("unfinished.json"))
    assert held["as_stored"]["name"] == CONTACT["name"]
    assert ADDRESS["address-line_1"] in json.dumps(held["answers"])
    (file,) = held["files"]
    assert file["path"] in archive.namelist()
    assert CONTACT["name"] in archive.read("index.html").decode().replace("&#39;", "'")
    assert AuditEvent.objects.get(verb="person.copy").object_ref == str(begun.pk)


def test_erasure_takes_answers_files_and_sent_links(begun, resident, officer):
    resident.client.post(f"{resident.base}/save", {"email": CONTACT["email"]})
    file = SubmissionFile.objects.get()
    storage, name = file.file.storage, file.file.name
    assert storage.exists(name)
    page = officer.post(RIGHTS, {**ASKS, "erase": "yes", "sure": "on"}, follow=True)
    assert "Erased: 1 unfinished form." in page.text
    assert not Draft.objects.exists()
    assert not SubmissionFile.objects.exists()
    assert not DraftContact.objects.exists()
    assert not storage.exists(name)
    assert OutgoingMessage.objects.get().erased_at
    assert AuditEvent.objects.filter(verb="draft.erase").count() == 1


def test_what_was_sent_is_a_request_and_no_draft(resident, officer):
    resident.start()
    resident.walk()
    resident.send()
    assert not DraftContact.objects.exists()
    assert not drafts_of(CONTACT["email"]).exists()


def test_another_persons_draft_stays(begun, version, client, officer):
    other = Resident(type(client)())
    other.start()
    other.walk([*WALK[:3], ("contact", {**CONTACT, "email": "other@example.org"})])
    officer.post(RIGHTS, {**ASKS, "erase": "yes", "sure": "on"})
    assert [draft.pk for draft in Draft.objects.all()] == [drafts_of("other@example.org").get().pk]


def test_what_does_not_open_is_named_in_the_copy(begun, officer):
    Draft.objects.update(sealed=b"broken", created_at=timezone.now())
    archive = zipfile.ZipFile(io.BytesIO(officer.post(RIGHTS, ASKS).content))
    (held,) = json.loads(archive.read("unfinished.json"))
    assert "does not open" in held["note"]
