"""Each question type in a real browser, narrow and wide: axe finds nothing, each error lands on its box."""

import pytest

from forms.services import publish_version
from tests.browser import follow
from tests.forms.test_accessibility import check, tab

__all__ = ["tab"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPTIONS = [{"red": "Red"}, {"green": "Green"}, {"none": "None of these", "exclusive": True}]
KINDS = {
    "text": {}, "long_text": {"max_words": 50}, "name": {"maps_to": "name"}, "email": {}, "phone": {}, "website": {},
    "ni_number": {}, "number": {"min": "1"}, "money": {}, "date": {"latest": "today"}, "month": {}, "yes_no": {},
    "radios": {"options": OPTIONS[:2]}, "checkboxes": {"options": OPTIONS}, "select": {"options": OPTIONS[:2]},
    "address": {}, "location": {}, "file": {}, "declaration": {},
}  # fmt: skip


def question(kind, extra):
    words = {"hint": f"A hint about {kind}.", "error_missing": f"Answer {kind}.", "error_invalid": f"Check {kind}."}
    return {"kind": kind, "key": f"q_{kind}", "label": f"What is the {kind}?", **words, **extra}


@pytest.fixture
def every_kind(make_page):
    """A form that asks everything on one page, then repeats a step, and shows words and a result."""
    words = "<p>Some words to read.</p>"
    content = [
        {"kind": "warning", "body": words},
        {"kind": "details", "label": "More about it", "body": words},
        {
            "kind": "calculation",
            "key": "sum",
            "label": "Twice the number",
            "formula": "{q_number} * 2",
            "unit": "money",
        },
    ]
    turns = {"min": 1, "max": 2, "item": "Person", "another": "Do you need to add another person?"}
    page = make_page(
        slug="every-kind",
        steps=[
            {"slug": "all", "title": "Everything", "questions": [question(*pair) for pair in KINDS.items()]},
            {"slug": "who", "title": "Who?", "repeat": turns, "questions": [question("text", {"key": "who_name"})]},
            {"slug": "result", "title": "The result", "questions": content},
        ],
    )
    page.live = True
    page.save()
    return publish_version(page)


def test_every_kind_is_clean_empty_and_wrong_and_its_error_lands_on_its_box(tab, every_kind):
    tab.goto(f"{tab.base}/forms/every-kind/start")
    follow(tab.get_by_role("button", name="Start now"))
    check(tab)
    follow(tab.get_by_role("button", name="Continue"))
    check(tab)
    for kind in KINDS:
        tab.get_by_role("link", name=f"Answer {kind}.").click()
        focused = tab.evaluate("document.activeElement.name || document.activeElement.id")
        assert focused.startswith(f"q_{kind}"), kind


def test_a_list_narrows_down_and_keeps_its_choice_and_its_words(tab, every_kind):
    tab.goto(f"{tab.base}/forms/every-kind/start")
    follow(tab.get_by_role("button", name="Start now"))
    box = tab.locator("#q_select")
    box.fill("gre")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator("#q_select-select").input_value() == "green"
    assert "q_select-hint" in box.get_attribute("aria-describedby")
    box.fill("nothing like it")
    check(tab)
