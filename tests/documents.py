"""Documents, their authors and a real scanner, for every test of documents."""

import pytest
from django.core.files.base import ContentFile

from tests.accessibility.documents import makers as make
from tests.servers import clamd as scanner
from tests.servers.required import need


@pytest.fixture(scope="session")
def clamd():
    """The path of a real scanner's socket; CI must have one."""
    need("clamd", installed=scanner.installed())
    with scanner.clamd() as path:
        yield str(path)


@pytest.fixture
def author(db, django_user_model):
    """Somebody who may add and change documents, and is no superuser."""
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import Collection, GroupCollectionPermission

    group, _ = Group.objects.get_or_create(name="Authors of documents")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in ("add", "change", "choose"):
        permission = Permission.objects.get(codename=f"{action}_document")
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    user = django_user_model.objects.create_user("author-of-documents", password="pass")
    user.groups.add(group)
    return user


@pytest.fixture
def as_author(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def upload(db):
    """Store a document as a script does."""
    from library.models import CustomDocument

    def _upload(data: bytes, name: str = "bins.docx", title: str = "Bins") -> CustomDocument:
        return CustomDocument.objects.create(title=title, file=ContentFile(data, name=name))

    return _upload


@pytest.fixture
def upload_unseen(upload, monkeypatch):
    """Store what the intake would refuse: it came before the intake knew of the danger."""
    from library.intake import structure

    def _upload(data: bytes, name: str = "bins.docx"):
        with monkeypatch.context() as patch:
            patch.setattr(structure, "_checks", [])
            return upload(data, name)

    return _upload


@pytest.fixture
def good() -> bytes:
    return make.good_docx()


@pytest.fixture
def bad() -> bytes:
    return make.bad_docx()
