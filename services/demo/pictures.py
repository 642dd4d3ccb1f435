"""Simple pictures for the demo's Easy Read page, drawn here so that the repository holds no files of unknown origin."""

from collections.abc import Callable
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from library.models import CustomImage

SIZE = 400
INK, BLUE, GREEN, WHITE = "#14213d", "#0b3d91", "#00703c", "#ffffff"
Draw = ImageDraw.ImageDraw


def _bin(draw: Draw) -> None:
    draw.polygon([(110, 130), (290, 130), (270, 350), (130, 350)], fill=GREEN, outline=INK, width=8)
    draw.rounded_rectangle((95, 90, 305, 130), 12, fill=INK)
    for left in (160, 200, 240):
        draw.line((left, 165, left, 320), fill=WHITE, width=10)


def _calendar(draw: Draw) -> None:
    draw.rounded_rectangle((80, 90, 320, 340), 20, fill=WHITE, outline=INK, width=10)
    draw.rectangle((80, 110, 320, 160), fill=BLUE)
    for row in range(3):
        for column in range(4):
            left, top = 110 + column * 50, 185 + row * 48
            draw.rectangle((left, top, left + 30, top + 28), fill=GREEN if (row, column) == (1, 2) else "#c9d2e3")


def _phone(draw: Draw) -> None:
    draw.rounded_rectangle((135, 50, 265, 350), 26, fill=INK)
    draw.rectangle((150, 85, 250, 295), fill=WHITE)
    draw.ellipse((188, 308, 212, 332), fill=WHITE)


def _lorry(draw: Draw) -> None:
    draw.rectangle((40, 140, 250, 280), fill=GREEN, outline=INK, width=8)
    draw.polygon([(250, 180), (320, 180), (360, 230), (360, 280), (250, 280)], fill=BLUE, outline=INK, width=8)
    for left in (80, 270):
        draw.ellipse((left, 250, left + 70, 320), fill=INK)


PICTURES: dict[str, Callable[[Draw], None]] = {"bin": _bin, "calendar": _calendar, "phone": _phone, "lorry": _lorry}


def picture(name: str) -> int:
    """Return the id of a picture in the library, drawn when it is missing; a wrong name is a KeyError."""
    title = f"Easy Read: {name}"
    found = CustomImage.objects.filter(title=title).first()
    if found is None:
        canvas = Image.new("RGB", (SIZE, SIZE), WHITE)
        PICTURES[name](ImageDraw.Draw(canvas))
        file = BytesIO()
        canvas.save(file, "PNG", optimize=True)
        found = CustomImage.objects.create(title=title, file=ContentFile(file.getvalue(), name=f"easy-{name}.png"))
    return int(found.pk)
