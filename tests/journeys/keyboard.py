"""A person who has only a keyboard, and what a screen reader would say, from the browser's own accessibility tree."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

#: More stops than any page of the site has.
MOST_STOPS = 120
ACTIVE = """() => {
  const el = document.activeElement, style = getComputedStyle(el);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return {tag: el.localName, type: el.type || "", name: el.name || "", text: (el.innerText || "").trim(),
          checked: !!el.checked, body: el === document.body, form: !!el.closest("main form"),
          secondary: el.classList.contains("govuk-button--secondary"),
          seen: outlined || style.boxShadow !== "none" || style.backgroundColor !== "rgba(0, 0, 0, 0)"};
}"""
ANSWERS = {"email": "resident@example.org", "tel": "01632 960123"}


def tab(page: Page) -> dict[str, Any]:
    """Go one stop on; it must be seen where the keyboard is (WCAG 2.4.7)."""
    page.keyboard.press("Tab")
    stop: dict[str, Any] = page.evaluate(ACTIVE)
    assert stop["body"] or stop["seen"], f"the keyboard is not to be seen on {stop}"
    return stop


def tab_to(page: Page, text: str) -> None:
    """Go on until the keyboard is on what has these words."""
    stops = []
    for _stop in range(MOST_STOPS):
        stop = tab(page)
        stops.append(stop["text"])
        if stop["text"].startswith(text):
            return
    raise AssertionError(f"{text!r} is not reached: {stops}")


def press(page: Page, key: str = "Enter") -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def answer(page: Page) -> None:
    """Answer the open step with the keyboard alone, and send it with its button."""
    answered = set()
    for _stop in range(MOST_STOPS):
        stop = tab(page)
        if not stop["form"]:
            continue
        if stop["tag"] == "button" and not stop["secondary"]:
            press(page)
            return
        if stop["type"] == "radio":
            page.keyboard.press("ArrowDown")
        elif stop["type"] == "checkbox" and stop["name"] not in answered:
            page.keyboard.press("Space")
        elif stop["tag"] in ("input", "textarea") and stop["type"] not in ("checkbox", "file"):
            page.keyboard.type("OX1 1AA" if "postcode" in stop["name"] else ANSWERS.get(stop["type"], "Fern Lane 1"))
        answered.add(stop["name"])
    raise AssertionError("the button that goes on is not reached")


@dataclass(frozen=True)
class Spoken:
    """What assistive technology is told of one element."""

    role: str
    name: str
    description: str
    properties: dict[str, Any]


def spoken(page: Page, selector: str) -> Spoken:
    """Return the node of the first such element in Chromium's accessibility tree."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    assert node, f"{selector} is not on the page"
    found = session.send("Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False})["nodes"][0]
    session.detach()
    said = {part: " ".join(found.get(part, {}).get("value", "").split()) for part in ("role", "name", "description")}
    return Spoken(**said, properties={one["name"]: one["value"].get("value") for one in found.get("properties", [])})
