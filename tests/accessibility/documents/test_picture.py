"""Pictures of pages with the place outlined."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from accessibility.documents.base import Refused
from accessibility.documents.pdf.picture import draw_page
from accessibility.models import DocumentFinding
from accessibility.services import ensure_checked
from tests.accessibility.documents.pdf.builder import Builder, Part, p

FRAME = (255, 197, 51)


def faulty() -> Builder:
    return Builder(p("Bin days in Oxford are on Mondays."), Part("Figure", picture=True))


def frame_of(picture: bytes) -> tuple[int, int, int, int]:
    """Return the box round all pixels of nearly the frame's colour."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    near = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if all(abs(a - b) < 40 for a, b in zip(image.getpixel((x, y)), FRAME, strict=True))
    ]
    return min(x for x, _ in near), min(y for _, y in near), max(x for x, _ in near), max(y for _, y in near)


@pytest.mark.parametrize(("turned", "corner"), [(0, (100, 792)), (90, (792 - 700, 100)), (180, None), (270, None)])
def test_frame_stands_where_the_place_is(turned, corner):
    builder = faulty()
    builder.page.obj.Rotate = turned
    left, top, right, bottom = frame_of(draw_page(builder.save(), 1, [(100.0, 600.0, 200.0, 700.0)]))
    scale = 1000 / 842
    size = 100 * scale + 14
    assert abs((right - left) - size) < 4
    assert abs((bottom - top) - size) < 4
    upright = {0: (100, 142), 90: (600, 100), 180: (395, 600), 270: (142, 395)}[turned]
    assert abs(left - (upright[0] * scale - 7)) < 4
    assert abs(top - (upright[1] * scale - 7)) < 4


@pytest.mark.parametrize("number", [0, 2, 10_000])
def test_page_that_is_not_there(number):
    with pytest.raises(Refused, match="no_picture"):
        draw_page(faulty().save(), number, [])


@pytest.mark.django_db
def test_picture_is_for_those_who_may_see_the_document(as_author, client, upload, django_user_model):
    document = upload(faulty().save(), name="a.pdf")
    ensure_checked(document)
    finding = DocumentFinding.objects.get(rule="WM-PDF-FIGURE-ALT")
    address = reverse("document_checks:picture", args=[document.pk, finding.pk, 0])
    page = as_author.get(reverse("document_checks:report", args=[document.pk])).content.decode()
    assert f'src="{address}"' in page
    assert 'alt="The page with a frame round this place: page 1' in page
    response = as_author.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert "private" in response["Cache-Control"]
    assert Image.open(BytesIO(response.content)).height == 1000
    assert as_author.get(reverse("document_checks:picture", args=[document.pk, finding.pk, 7])).status_code == 404
    other = upload(Builder(p("Other words.")).save(), name="b.pdf")
    ensure_checked(other)
    assert as_author.get(reverse("document_checks:picture", args=[other.pk, finding.pk, 0])).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302


@pytest.mark.django_db
def test_author_chooses_the_program(as_author, upload, bad):
    document = upload(bad)
    ensure_checked(document)
    address = reverse("document_checks:report", args=[document.pk])
    assert "Right-click the picture &gt; View Alt Text" in as_author.get(address).content.decode()
    assert "tick Decorative" in as_author.get(address, {"program": "LibreOffice"}).content.decode()
    assert "tick Decorative" in as_author.get(address).content.decode()
    assert "tick Decorative" in as_author.get(address, {"program": "Edlin"}).content.decode()
