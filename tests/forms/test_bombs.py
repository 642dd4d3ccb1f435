"""Files that swell when they are opened are refused with a plain reason, and quickly; other answers are kept."""

import io
import struct
import zipfile
import zlib

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from forms.models import Draft, SubmissionFile
from tests.forms.conftest import CONTACT, WALK


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def wide_picture():
    """Return a PNG of 400 million black pixels in some kilobytes."""
    width, height = 20_000, 20_000
    packer, row = zlib.compressobj(9), bytes(width // 8 + 1)
    data = b"".join([packer.compress(row) for _ in range(height)] + [packer.flush()])
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def packed(*names, size=30 * 1024 * 1024):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"\0" * size)
    return file.getvalue()


def swelling_pdf():
    """Return a PDF whose page inflates to 400 MB: deflated twice."""
    data = zlib.compress(zlib.compress(b"\0" * (400 * 1024 * 1024), 9), 9)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(data), data),
    ]
    file = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(file)


BOMBS = {
    "photo.png": (wide_picture, "picture"),
    "holiday.zip": (lambda: packed("a.txt", "b.txt"), "JPG"),
    "letter.docx": (lambda: packed("[Content_Types].xml", "word/document.xml"), "JPG"),
    "photos.jpg": (lambda: packed("a.jpg"), "JPG"),
    "letter.pdf": (swelling_pdf, "grow far too large"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_swells_is_refused_in_words(resident, name):
    make, word = BOMBS[name]
    resident.start()
    resident.walk([*WALK[:2], ("photo", {})])
    resident.answer("contact", CONTACT)
    response = resident.answer("photo", {"photo": SimpleUploadedFile(name, make())})
    summary = BeautifulSoup(response.content, "html.parser").select_one(".govuk-error-summary")
    assert response.status_code == 422
    assert name in summary.text
    assert word in summary.text
    assert not SubmissionFile.objects.exists()
    assert Draft.objects.get().open_content()["answers"]["name"] == CONTACT["name"]
