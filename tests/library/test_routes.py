"""Every route by which a document gets content, with a file that the intake takes and one that it refuses."""

import re
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
import wagtail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.serializers import serialize
from django.urls import reverse
from wagtail.actions import action_registry
from wagtail.models import Collection, UploadedFile

from accessibility.models import DocumentCheckRequest
from accessibility.services import document_verdict, ensure_checked
from library.models import CustomDocument
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["good", "refused"])
def content(request):
    """A file as residents may get it, and one with a script in it; both are PDF."""
    return make.pdf(script=request.param == "refused")


def by_add(client, data):
    client.post(reverse("wagtaildocs:add"), {"title": "A", "file": file(data), "collection": 1})


def by_add_multiple(client, data):
    client.post(reverse("wagtaildocs:add_multiple"), {"title": "A", "files[]": file(data)})


def by_add_multiple_that_lacks_a_title(client, data):
    """Wagtail keeps the file apart until the title is there."""
    client.post(reverse("wagtaildocs:add_multiple"), {"title": "A" * 300, "files[]": file(data)})
    for kept in UploadedFile.objects.all():
        client.post(
            reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[kept.pk]),
            {f"uploaded-document-{kept.pk}-title": "A", f"uploaded-document-{kept.pk}-collection": 1},
        )


def by_chooser(client, data):
    prefix = "document-chooser-upload"
    client.post(
        reverse("wagtaildocs_chooser:create"),
        {f"{prefix}-title": "A", f"{prefix}-file": file(data), f"{prefix}-collection": 1},
    )


def by_replacing(client, data):
    document = CustomDocument.objects.create(title="A", file=ContentFile(make.good_docx(), name="a.docx"))
    client.post(reverse("wagtaildocs:edit", args=[document.pk]), {"title": "A", "file": file(data), "collection": 1})
    if document.sha256 == CustomDocument.objects.get().sha256:
        document.delete()


def by_api(client, data):
    """Version 3 has no address in this site; it would build this form and run this action."""
    from django.contrib.auth import get_user
    from wagtail.documents.api.v3.form_data import build_document_form

    class Data:
        """What the API read of the request."""

        def model_dump(self, **_):
            return {"title": "A", "collection": 1, "tags": []}

    user = get_user(client)
    form = build_document_form(CustomDocument, Data(), file(data), user)
    if form.is_valid():
        action_registry.get_action_class(CustomDocument, "create")(form.instance, user=user, form=form).execute()


def by_script(_client, data):
    with suppress(ValidationError):
        CustomDocument.objects.create(title="A", file=ContentFile(data, name="a.pdf"))


def by_assigning(_client, data):
    document = CustomDocument.objects.create(title="A", file=ContentFile(make.good_docx(), name="a.docx"))
    document.file = ContentFile(data, name="a.pdf")
    with suppress(ValidationError):
        document.save(update_fields=["file"])
        return
    document.delete()


def file(data):
    return SimpleUploadedFile("a.pdf", data)


ROUTES = [
    by_add,
    by_add_multiple,
    by_add_multiple_that_lacks_a_title,
    by_chooser,
    by_replacing,
    by_api,
    by_script,
    by_assigning,
]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
def test_route_ends_in_the_intake(as_author, content, route):
    route(as_author, content)
    if b"JavaScript" in content:
        assert not CustomDocument.objects.exists()
        return
    document = CustomDocument.objects.get()
    assert DocumentCheckRequest.objects.filter(sha256=document.sha256).exists()
    assert document_verdict(document).verdict == "pending"
    assert document.versions.first().sha256 == document.sha256


def test_fixture_and_bulk_rows_have_no_verdict_until_somebody_looks(client, upload, good):
    """``loaddata`` and ``bulk_create`` save no model; their rows are withheld."""
    document = upload(good)
    ensure_checked(document)
    bulk = CustomDocument(title="B", file=document.file.name)
    CustomDocument.objects.bulk_create([bulk])
    loaded = serialize("json", CustomDocument.objects.filter(title="Bins")).replace(document.sha256, "")
    document.delete()
    path = Path(bulk.file.storage.path("rows.json"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(loaded)
    call_command("loaddata", str(path), stdout=StringIO())
    assert {client.get(found.url).status_code for found in CustomDocument.objects.all()} == {403}


def test_copy_is_a_document_of_its_own(upload, good):
    first = upload(good)
    ensure_checked(first)
    copy = CustomDocument.objects.get()
    copy.pk, copy._state.adding = None, True
    copy.save()
    assert copy.file.name != first.file.name
    assert document_verdict(copy).verdict == "passed"
    first.delete()
    assert copy.file.storage.exists(copy.file.name)


def test_move_and_tags_change_no_verdict(as_author, upload, good):
    document = upload(good)
    ensure_checked(document)
    there = Collection.get_first_root_node().add_child(name="There")
    url = reverse("wagtail_bulk_action", args=["library", "customdocument", "add_to_collection"])
    as_author.post(f"{url}?id={document.pk}", {"collection": there.pk})
    url = reverse("wagtail_bulk_action", args=["library", "customdocument", "add_tags"])
    as_author.post(f"{url}?id={document.pk}", {"tags": "bins"})
    document.refresh_from_db()
    assert document.collection == there
    assert list(document.tags.names()) == ["bins"]
    assert document_verdict(document).verdict == "passed"
    assert document.versions.count() == 1


#: Where Wagtail touches the content of documents; each is one of the routes above, or only reads.
KNOWN = {
    "documents/api/v3/form_data.py": {"get_document_form", "UploadedFile"},
    "documents/api/v3/router.py": {"UploadedFile", "router.post(", "router.patch(", ".execute()"},
    "documents/forms.py": {"get_document_form", "get_document_multi_form", "_set_document_file_metadata", ".save("},
    "documents/models.py": {"_set_document_file_metadata", ".save(", "FileField"},
    "documents/fields.py": {"FileField"},
    "documents/views/chooser.py": {"get_document_form"},
    "documents/views/documents.py": {"get_document_form"},
    "documents/views/multiple.py": {
        "get_document_form",
        "get_document_multi_form",
        "_set_document_file_metadata",
        ".save(",
    },
}
TOUCH = re.compile(
    r"get_document_form|get_document_multi_form|_set_document_file_metadata|UploadedFile\b|FileField|\.save\("
    r"|bulk_create|\.update\(file|router\.(?:post|put|patch)\(|\.execute\(\)|request\.FILES"
)


def test_wagtail_has_no_upload_route_that_is_not_walked_here():
    root = Path(wagtail.__file__).parent
    found = {}
    for path in (root / "documents").rglob("*.py"):
        if {"tests", "migrations"}.isdisjoint(path.parts) and (words := set(TOUCH.findall(path.read_text()))):
            found[str(path.relative_to(root))] = words
    assert found == KNOWN
    from wagtail.documents.admin_urls import urlpatterns

    assert {pattern.name for pattern in urlpatterns} == {
        "index",
        "index_results",
        "add",
        "edit",
        "delete",
        "add_multiple",
        "edit_multiple",
        "create_multiple_from_uploaded_document",
        "delete_multiple",
        "delete_upload_multiple",
        "document_usage",
    }
