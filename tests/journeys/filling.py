"""Fill in whatever a step asks, by the kind of each box, so that a new question does not break a walk."""

import io
from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page

#: (how to find a box, a good answer, a wrong one); the first that fits counts. The last fits every text.
ANSWERS = (
    ("[type=email]", "resident@example.org", "resident at example"),
    ("[type=tel]", "01632 960123", "no phone"),
    ("[name$=-postcode]", "OX1 1AA", "nowhere"),
    ("[name$=-day]", "1", "99"),
    ("[name$=-month]", "2", "99"),
    ("[name$=-year]", "2020", "99"),
    ("[inputmode]", "18", "many"),
    ("*", "Fern Lane 1", None),
)
BOXES = "main form :is(input:is(:not([type]), [type=text], [type=email], [type=tel]), textarea)"


def fill(page: Page, turn: int = 0) -> None:
    """Answer every question of the open step; ``turn`` picks other options of radios, ticks and selects."""
    for box in _seen(page.locator(BOXES)):
        box.fill(next(good for fits, good, _wrong in ANSWERS if _is(box, fits)))
    for box in _seen(page.locator("main form select")):
        values = [str(option.get_attribute("value")) for option in box.locator("option:not([value=''])").all()]
        box.select_option(values[-1 - turn % len(values)])
    _choose(page, turn)
    for box in page.locator("main form input[type=file]").all():
        box.set_input_files(photo())


def fill_wrongly(page: Page) -> bool:
    """Type what cannot be right wherever that is possible; return whether it was."""
    wrong = False
    for box in _seen(page.locator(BOXES)):
        bad = next(bad for fits, _good, bad in ANSWERS if _is(box, fits))
        box.fill(bad or "")
        wrong = wrong or bad is not None
    for box in page.locator("main form input[type=file]").all():
        box.set_input_files(FilePayload(name="photo.png", mimeType="image/png", buffer=b"This is no picture."))
        wrong = True
    return wrong


def photo() -> FilePayload:
    """Return a small true picture."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(file, "PNG")
    return FilePayload(name="photo.png", mimeType="image/png", buffer=file.getvalue())


def _choose(page: Page, turn: int) -> None:
    """Pick one radio of each group, counted from the last; the first tick box, or on later turns all of them."""
    for names in _groups(page, "radio"):
        names.nth(-1 - turn % names.count()).check()
    for names in _groups(page, "checkbox"):
        for box in names.all()[: None if turn else 1]:
            box.check()


def _groups(page: Page, kind: str) -> Iterator[Locator]:
    """Yield the boxes of each question of that type."""
    boxes = page.locator(f"main form input[type={kind}]")
    for name in dict.fromkeys(str(box.get_attribute("name")) for box in boxes.all()):
        yield page.locator(f"main form input[type={kind}][name='{name}']")


def _seen(boxes: Locator) -> list[Locator]:
    """Return those that people see: not the box that only robots fill in."""
    return [box for box in boxes.all() if box.is_visible() and box.get_attribute("name") != "homepage"]


def _is(box: Locator, fits: str) -> bool:
    return bool(box.evaluate("(box, fits) => box.matches(fits)", fits))
