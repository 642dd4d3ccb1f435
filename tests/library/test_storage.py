"""Files are there as a whole or not at all: full disks, two at once, names that no disk takes."""

import errno
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse

from library.models import CustomDocument
from library.storage import NAME_BYTES, StagedFile, WholeFileStorage


@pytest.fixture
def store(tmp_path):
    return WholeFileStorage(location=tmp_path)


class Full(ContentFile):
    """Content that meets a full disk half way."""

    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_full_disk_leaves_nothing(store, tmp_path):
    with pytest.raises(OSError, match="No space"):
        store.save("a/b.pdf", Full(b"", name="b.pdf"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_files_of_one_name_at_once(store, tmp_path):
    names, start = [], Barrier(8)

    def save(number):
        start.wait()
        names.append((store.save("a/b.pdf", ContentFile(str(number).encode())), number))

    threads = [Thread(target=save, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({name for name, _ in names}) == 8
    assert all((tmp_path / name).read_text() == str(number) for name, number in names)
    assert len(list((tmp_path / "a").iterdir())) == 8


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a" * 251 + ".pdf", "a" * 176 + ".pdf"),
        ("ب" * 120 + ".pdf", "ب" * 88 + ".pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("C:\\docs\\bin days.pdf", "Cdocsbin_days.pdf"),
        ("😀" * 90, None),
    ],
)
def test_name_fits_every_disk(store, name, kept):
    if kept is None:
        with pytest.raises(SuspiciousFileOperation):
            store.get_valid_name(name)
        return
    assert store.get_valid_name(name) == kept
    assert len(kept.encode()) <= NAME_BYTES


def test_staged_file_is_gone_when_closed(tmp_path):
    staged = StagedFile(ContentFile(b"words", name="a.pdf"), tmp_path)
    assert Path(staged.path).read_bytes() == b"words"
    staged.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["b" * 251 + ".docx", "أيام جمع القمامة.docx", "../../etc/bins.docx"])
def test_author_may_use_any_name(as_author, good, name):
    sent = SimpleUploadedFile("x.docx", good)
    sent._name = name  # a browser may send a path; the setter would cut it here, on the wrong side
    as_author.post(reverse("wagtaildocs:add"), {"title": "Bins", "file": sent, "collection": 1})
    document = CustomDocument.objects.get()
    assert Path(document.file.path).parent == Path(document.file.storage.path("documents"))
    assert document.url.startswith(f"/documents/{document.pk}/")
    assert ".." not in document.url


@pytest.mark.django_db
def test_author_with_a_full_disk_reads_what_to_do(as_author, good, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("library.forms.StagedFile", full)
    sent = {"title": "Bins of 2026", "file": SimpleUploadedFile("bins.docx", good), "collection": 1}
    page = as_author.post(reverse("wagtaildocs:add"), sent).content.decode()
    assert "We could not store this file, there may be no room." in page
    assert "Bins of 2026" in page
    sent = {"title": "Bins", "files[]": SimpleUploadedFile("bins.docx", good)}
    answer = as_author.post(reverse("wagtaildocs:add_multiple"), sent).json()
    assert answer["error_message"].startswith("We could not store this file")
    assert not CustomDocument.objects.exists()


@pytest.mark.django_db
def test_row_that_cannot_be_stored_leaves_no_file(upload, good, monkeypatch):
    def broken(_document):
        raise DatabaseError

    monkeypatch.setattr("library.models.document.note_version", broken)
    with pytest.raises(DatabaseError):
        upload(good, "lost.docx")
    assert not Path(CustomDocument._meta.get_field("file").storage.path("documents/lost.docx")).exists()


@pytest.mark.django_db
def test_worker_that_notes_a_pass_is_not_overwritten(upload, good):
    document = upload(good)
    CustomDocument.objects.update(passed_file="documents/x.docx", passed_sha256="f" * 64)
    document.title = "New"
    document.save()
    assert CustomDocument.objects.get().passed_sha256 == "f" * 64
