"""A person who has only a keyboard, and what a screen reader would say, from the browser's own accessibility tree."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser import settle
from tests.journeys.variants import look

#: More stops than any of these screens has, the menu of the desk and 25 lines of a list included.
MOST_STOPS = 300
#: How far up the next stop may lie: boxes of one line are not of one height (pixels).
ONE_LINE = 60
#: Where the keyboard is, and how far above the stop before; both are measured now, since the page may have grown.
#: Within a part with a tree of its own, such as Wagtail's bar, whether it is to be seen there.
PLACE = """() => {
    const host = document.activeElement, el = host.shadowRoot?.activeElement || host, style = getComputedStyle(el);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const inside = host.closest("main") !== null, before = window.stopBefore, top = host.getBoundingClientRect().top;
    if (inside) window.stopBefore = host;
    return {inside, above: inside && before?.isConnected ? before.getBoundingClientRect().top - top : 0,
            seen: outlined || style.boxShadow !== "none" || style.backgroundColor !== "rgba(0, 0, 0, 0)"};
}"""
NARROW = {"width": 320, "height": 800}
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
        stops.append(stop["text"][:40])
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


def type_into(page: Page, name: str, words: str) -> None:
    """Go on to the box of that name and type."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            page.keyboard.type(words)
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


def walk_through(page: Page, where: str, found: list[str]) -> None:
    """Press Tab from the top to the end; note what is not seen, out of order, cut off, or where it does not end."""
    settle(page)
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); window.stopBefore = null; }")
    first, last = "", ""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(ACTIVE)
        # At the end the keyboard leaves the page, or begins it anew.
        if stop["body"] or stop["text"] == first:
            return
        first = first or stop["text"]
        place = page.evaluate(PLACE)
        name = f"{where}: {stop['tag']} {stop['text'][:40]!r} {stop['name']}"
        if not (stop["seen"] or place["seen"]):
            found.append(f"{name}: the keyboard is not to be seen (2.4.7)")
        if place["inside"]:
            if place["above"] > ONE_LINE:
                found.append(f"{name}: comes after {last}, which stands below it (2.4.3)")
            last = name
    found.append(f"{where}: the keyboard does not come to an end (2.1.2)")


def inspect(page: Page, where: str, found: list[str]) -> None:
    """Walk through the open screen by keyboard on a narrow screen, and look at it as everybody does."""
    page.set_viewport_size(NARROW)
    walk_through(page, where, found)
    # A link that skips to the content lies over what stands there, for as long as the keyboard is on it.
    page.evaluate("document.activeElement.blur()")
    look(page, where, found)
    page.set_viewport_size(NARROW)


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
