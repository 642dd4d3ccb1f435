"""Fill in whatever a step asks, by the kind of each box, so that a new question does not break a walk."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page

from forms.engine.days import read_day

#: (how to find a box, a good answer, a wrong one); the first that fits counts. The last fits every text.
ANSWERS = (
    ("[type=email]", "resident@example.org", "resident at example"),
    ("[type=tel]", "01632 960123", "no phone"),
    ("[name$=-postcode]", "OX1 1AA", "nowhere"),
    ("[name$=-day]", "1", "99"),
    ("[name$=-month]", "2", "99"),
    ("[name$=-year]", "2020", "99"),
    ("[name=ni_number]", "AB 12 34 56 C", "12"),
    ("[inputmode]", "18", "many"),
    ("[maxlength], [name=plate], [name=company_number]", "AB12 CDE", None),
    ("*", "Fern Lane 1", None),
)
BOXES = "main form :is(input:is(:not([type]), [type=text], [type=email], [type=tel]):not([role=combobox]), textarea)"


def fill(page: Page, answers: Mapping[str, Any]) -> None:
    """Answer every question of the open step: as ``answers`` say by key, else with something good."""
    for box in _seen(page.locator(BOXES)):
        given = answers.get(str(box.get_attribute("name")))
        box.fill(str(given) if given is not None else next(good for fits, good, _wrong in ANSWERS if _is(box, fits)))
    _fill_days(page, answers)
    for box in _seen(page.locator("main form select")):
        values = [str(option.get_attribute("value")) for option in box.locator("option:not([value=''])").all()]
        box.select_option(answers.get(str(box.get_attribute("name"))) or values[-1])
    _choose_by_typing(page, answers)
    _choose(page, answers)
    for box in page.locator("main form input[type=file]").all():
        box.set_input_files(photo())


def _choose_by_typing(page: Page, answers: Mapping[str, Any]) -> None:
    """Type the name of a choice into each list that narrows down as people type, and leave it."""
    for box in _seen(page.locator("main form input[role=combobox]")):
        plain = page.locator(f"[id='{box.get_attribute('id')}-select']")
        given = answers.get(str(plain.get_attribute("name")))
        choice = plain.locator("option:not([value=''])" if given is None else f"option[value='{given}']").last
        box.fill(str(choice.text_content()).strip())
        box.press("Tab")


def _fill_days(page: Page, answers: Mapping[str, Any]) -> None:
    """Fill in days that forms of the demo accept: of birth where a birthday is asked, else soon; or as answers say."""
    for box in _seen(page.locator("main form input[name$=-year]")):
        key = str(box.get_attribute("name")).removesuffix("-year")
        usual = "today-30y" if key == "born" else "today-1d" if key in ("since", "changed_on") else "today+40d"
        day = read_day(str(answers.get(key, usual)))
        assert day is not None
        for part in ("day", "month", "year"):
            for field in page.locator(f"main form input[name={key}-{part}]").all():
                field.fill(str(getattr(day, part)))


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


def _choose(page: Page, answers: Mapping[str, Any]) -> None:
    """Pick the radio that answers say, else the last; the ticks that they say, else the first."""
    for name, names in _groups(page, "radio"):
        given = answers.get(name)
        (names.last if given is None else page.locator(f"main form input[name='{name}'][value='{given}']")).check()
    for name, names in _groups(page, "checkbox"):
        given = answers.get(name)
        wanted = [str(names.first.get_attribute("value"))] if given is None else given
        for box in names.all():
            box.set_checked(str(box.get_attribute("value")) in wanted)


def _groups(page: Page, kind: str) -> Iterator[tuple[str, Locator]]:
    """Yield the name and the boxes of each question of that type."""
    boxes = page.locator(f"main form input[type={kind}]")
    for name in dict.fromkeys(str(box.get_attribute("name")) for box in boxes.all()):
        yield name, page.locator(f"main form input[type={kind}][name='{name}']")


def _seen(boxes: Locator) -> list[Locator]:
    """Return those that people see: not the box that only robots fill in."""
    return [box for box in boxes.all() if box.is_visible() and box.get_attribute("name") != "homepage"]


def _is(box: Locator, fits: str) -> bool:
    return bool(box.evaluate("(box, fits) => box.matches(fits)", fits))
