"""What comes in: size, type by content, structure, virus scan, pictures without hidden data."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from library.services import Accepted, Policy, Quarantined, Refused, Scan, inspect, scan
from tests.accessibility.documents import makers as make
from tests.servers.clamd import EICAR

STAFF = Policy(("pdf", "docx", "csv", "jpg"), 2_000_000)
RESIDENT = Policy(("pdf", "docx", "csv", "jpg"), 2_000_000, from_staff=False)


def file(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"%PDF-1.7" + b" " * 2_000_001, "a.pdf", "too_large"),
        (make.good_docx(), "a.pdf", "wrong_name"),
        (b"MZ\x90\x00" + b"\x00" * 100, "a.docx", "wrong_type"),
        (make.docx(make.paragraph("a"), word__vbaProject_bin=b"x"), "a.docx", "macros"),
        (make.pdf(script=True), "a.pdf", "script"),
        (b"%PDF-1.7 nothing", "a.pdf", "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 50, "a.jpg", "picture"),
    ],
)
def test_refused(data, name, code):
    outcome = inspect(file(data, name), STAFF)
    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert outcome.message.endswith(".")


def test_without_scanner_staff_files_are_marked_and_residents_files_are_held(good):
    staff = inspect(file(good, "bins.docx"), STAFF)
    assert isinstance(staff, Accepted)
    assert not staff.scanned
    assert staff.size == len(good)
    assert isinstance(inspect(file(good, "bins.docx"), RESIDENT), Quarantined)


def test_table_of_data():
    assert isinstance(inspect(file(b"day,bin\nMonday,green\n", "bins.csv"), STAFF), Accepted)


def test_picture_loses_its_metadata():
    stream = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    Image.new("RGB", (8, 4), "green").save(stream, "JPEG", exif=exif)
    assert b"taken at home" in stream.getvalue()
    outcome = inspect(file(stream.getvalue(), "IMG.JPEG"), STAFF)
    assert isinstance(outcome, Accepted)
    clean = outcome.file.read()
    assert b"taken at home" not in clean
    assert Image.open(BytesIO(clean)).size == (8, 4)


@pytest.mark.service("clamd")
def test_real_scanner(clamd, settings, good):
    settings.WAYMARK_CLAMD_SOCKET = clamd
    assert scan(BytesIO(good)) is Scan.CLEAN
    assert scan(BytesIO(EICAR)) is Scan.INFECTED
    outcome = inspect(file(good, "bins.docx"), RESIDENT)
    assert isinstance(outcome, Accepted)
    assert outcome.scanned


@pytest.mark.service("clamd")
def test_infected_file_is_refused(clamd, settings):
    settings.WAYMARK_CLAMD_SOCKET = clamd
    policy = Policy(("csv",), 1_000)
    # The signature is of the whole file, so the file is the test text with nothing before it.
    outcome = inspect(file(EICAR, "a.csv"), policy)
    assert isinstance(outcome, Refused)


@pytest.mark.service("clamd")
def test_stream_over_the_scanners_limit_is_not_clean(clamd, settings):
    settings.WAYMARK_CLAMD_SOCKET = clamd
    assert scan(BytesIO(b"a" * (61 << 20))) is Scan.UNAVAILABLE


def test_scanner_that_is_gone_is_unavailable(settings, tmp_path):
    settings.WAYMARK_CLAMD_SOCKET = str(tmp_path / "none.sock")
    assert scan(BytesIO(b"a")) is Scan.UNAVAILABLE
