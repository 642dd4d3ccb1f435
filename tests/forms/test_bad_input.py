"""What nobody should send, over HTTP: never a 500, a plain reason, and the other answers stay in the page."""

import io
import zipfile
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from forms.models import Draft, SubmissionFile
from forms.services import publish_version
from library.services import Scan
from tests.forms.conftest import CONTACT, WALK, Resident
from tests.forms.test_files import photo
from tests.forms.test_repeats import REACH, WHO

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def stored(key):
    return Draft.objects.get().open_content()["answers"].get(key)


@pytest.fixture
def at_contact(resident):
    resident.start()
    resident.walk(WALK[:3])
    return resident


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("🦄" * 150, "🦄" * 150),
        ("\u202eZoë\u202c", "\u202eZoë\u202c"),
        ("Zoë\r\nBcc: all@example.org", "Zoë Bcc: all@example.org"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_a_strange_name_is_kept_as_words(at_contact, name, kept):
    assert at_contact.answer("contact", {**CONTACT, "name": name}).status_code == 302
    assert stored("name") == kept


def test_a_nul_byte_is_400_and_stores_nothing(at_contact):
    assert at_contact.answer("contact", {**CONTACT, "name": "Zoë\x00"}).status_code == 400
    assert stored("name") is None


def test_a_name_that_is_too_long_is_refused_and_the_page_keeps_the_rest(at_contact):
    response = at_contact.answer("contact", {**CONTACT, "name": "🦄" * 500})
    assert response.status_code == 422
    assert soup(response).select_one(".govuk-error-summary a")["href"] == "#name"
    assert soup(response).find(id="email")["value"] == CONTACT["email"]
    assert stored("name") is None


def test_half_a_surrogate_is_no_fault_of_ours(at_contact):
    body = b"name=Zo%ED%A0%80&email=zoe%40example.org&phone="
    response = at_contact.client.post(
        f"{at_contact.base}/contact", body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code in {302, 400, 422}
    assert "\ud800" not in (stored("name") or "")


def zipped(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("eicar.com", content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content"), [("eicar.png", EICAR), ("eicar.zip", zipped(EICAR)), ("eicar.pdf", zipped(EICAR))]
)
def test_the_test_virus_is_refused_by_its_type_even_without_a_scanner(resident, name, content):
    resident.start()
    resident.walk(WALK[:2])
    response = resident.answer("photo", {"photo": SimpleUploadedFile(name, content)})
    assert response.status_code == 422
    assert not SubmissionFile.objects.exists()


def test_what_the_scanner_finds_is_refused_and_the_good_file_beside_it_kept(resident, monkeypatch):
    verdicts = iter([Scan.INFECTED, Scan.CLEAN])
    monkeypatch.setattr(import_module("library.intake.inspect"), "scan", lambda _file: next(verdicts))
    resident.start()
    resident.walk(WALK[:2])
    response = resident.answer("photo", {"photo": [photo("bad.png"), photo("good.png")]})
    assert response.status_code == 422
    assert "bad.png" in soup(response).select_one(".govuk-error-summary").text
    assert [file.name for file in SubmissionFile.objects.all()] == ["good.png"]


def test_a_stale_token_keeps_what_was_typed_into_a_turn(make_page):
    page = make_page(steps=[WHO, REACH])
    page.live = True
    page.save()
    publish_version(page)
    resident = Resident(Client(enforce_csrf_checks=True))
    base = resident.start()
    address = resident.client.get(f"{base}/who")["Location"]
    response = resident.client.post(address, {"full": "Ann", "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert soup(response).find(id="full")["value"] == "Ann"
    listed = resident.client.post(f"{base}/who", {"another": "no", "csrfmiddlewaretoken": "x" * 64})
    assert listed.status_code == 403
    assert f"{base}/who" in str(listed.content)
    lost = Client().post(address, {"full": "Ann"})
    assert lost.status_code == 403
    assert "Ann" in soup(lost).text


def test_a_form_republished_without_the_step_still_finishes(resident, page):
    resident.start()
    resident.walk(WALK[:3])
    page.steps = page.steps.stream_block.to_python(page.steps.get_prep_value()[:4])
    page.save_revision().publish()
    resident.walk(WALK[3:])
    assert resident.client.get(resident.send()).status_code == 200
