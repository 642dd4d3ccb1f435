"""The upload screen: a file becomes a draft and a report; what is refused is told; strangers stay out."""

import json

import pytest
import yaml
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Locale

from accessibility.documents.pointers import pointers_for
from core.models import User
from forms.models import FormPage
from library.models import CustomDocument
from tests.forms.conftest import home_page
from tests.forms.test_draft_form import WORD
from tests.forms.test_exchange import DEFINITION

ADDRESS = "/admin/import-form/"


@pytest.fixture
def home(db):
    return home_page(Locale.objects.get_or_create(language_code="en")[0])


@pytest.fixture
def author(client, home):
    """Somebody who may do everything, signed in."""
    user = User.objects.create_superuser("author", "author@example.org", "x")
    client.force_login(user)
    return client


def file(data, name="form.json"):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else json.dumps(data).encode())


def test_a_definition_becomes_a_draft_with_a_report(author, home):
    assert "Import a form" in author.get(ADDRESS).content.decode()
    response = author.post(ADDRESS, {"file": file(DEFINITION), "parent": home.pk})
    page = FormPage.objects.get()
    assert not page.live
    assert response["Location"] == f"{ADDRESS}{page.pk}/"
    report = author.get(response["Location"]).content.decode()
    assert "/pages/0/components/1/schema/regex" in report
    assert "not kept" in report


def test_a_definition_in_yaml_and_one_whose_conditions_are_gone_are_read(author, home):
    odd = {**DEFINITION, "name": "Odd \ud800\x00 name", "conditions": []}
    for sent in (file(yaml.safe_dump(DEFINITION).encode(), "form.yaml"), file(odd)):
        response = author.post(ADDRESS, {"file": sent, "parent": home.pk})
        assert response.status_code == 302
        assert author.get(response["Location"]).status_code == 200
    assert FormPage.objects.count() == 2


def test_a_word_form_becomes_a_draft_whose_questions_are_listed(author, home):
    response = author.post(ADDRESS, {"file": file(WORD, "bin.docx"), "parent": home.pk})
    report = author.get(response["Location"]).content.decode()
    assert "Questions that we guessed" in report
    assert "Date you moved in" in report


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose a file."),
        ({"file": file(b"[" * 90_000)}, "40 levels deep"),
        ({"file": file({"titleEn": "x"})}, "titleEn (1)"),
        ({"file": file(b"", "empty.json")}, "empty"),
        ({"file": file(b'{"name": ', "cut.json")}, "broken at line 1"),
        ({"file": file(bytes(range(256)), "noise.bin")}, "not text in UTF-8"),
        ({"file": file(b"{" + b" " * 10 * 1024 * 1024 + b"}", "large.json")}, "larger than 1 MB"),
        ({"file": file({**DEFINITION, "startPage": ["/who"]})}, "/startPage"),
        ({"file": file({"name": "x", "pages": [{"path": "\ud800"}], "startPage": "\ud801"})}, "start page"),
        ({"file": file(b"%PDF-1.7 broken", "x.pdf")}, "damaged"),
        ({"file": file({**DEFINITION, "startPage": "/no"})}, "/startPage"),
    ],
)
def test_a_refused_file_is_told_and_nothing_is_stored(author, home, sent, words):
    response = author.post(ADDRESS, {**sent, "parent": home.pk})
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert "<title>Error:" in page.replace("\n", "")
    assert not FormPage.objects.exists()


def test_who_may_add_no_page_is_kept_out(client, home, make_page):
    page = make_page()
    user = User.objects.create_user("reader", "reader@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert "/login/" in client.get(ADDRESS)["Location"]
    client.force_login(user)
    for address in (ADDRESS, f"{ADDRESS}{page.pk}/"):
        assert client.get(address).status_code in (302, 403)
        assert b"What became of the file" not in client.get(address).content


def test_the_document_checker_leads_here_with_the_document(author, home):
    document = CustomDocument(title="Bin request", file=file(WORD, "bin.docx"))
    document.save()
    (pointer,) = pointers_for("WM-OFFICE-FORM-ASK", document.pk)
    assert pointer.url == f"{ADDRESS}?document={document.pk}"
    assert "“Bin request” from the library" in author.get(pointer.url).content.decode()
    assert author.post(pointer.url, {"parent": home.pk}).status_code == 302
    assert FormPage.objects.get().title == "Bin request"
    assert author.get(f"{ADDRESS}?document=999999").status_code == 404
