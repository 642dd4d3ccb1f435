"""Where Django itself serves media (development and demo), a document is reached through its check alone."""

import pytest

SPELT = [
    "/media/documents/draft.pdf", "/media//documents/draft.pdf", "/media/./documents/draft.pdf",
    "/media/images/../documents/draft.pdf", "/media/%64ocuments/draft.pdf", "/media/Documents/draft.pdf",
]  # fmt: skip


@pytest.fixture
def media(settings, tmp_path):
    """A store with one document and one picture, at the addresses of the demo."""
    settings.MEDIA_ROOT, settings.ROOT_URLCONF = tmp_path, "tests.services.demo_urls"
    for name in ("documents/draft.pdf", "Documents/draft.pdf", "images/park.webp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")


@pytest.mark.django_db
@pytest.mark.parametrize("address", SPELT)
def test_no_spelling_of_its_address_opens_a_document(client, media, address):
    response = client.get(address)
    assert response.status_code in {400, 404}
    assert not response.streaming


@pytest.mark.django_db
def test_a_picture_is_served(client, media):
    assert b"".join(client.get("/media/images/park.webp")) == b"content"
