"""Questions that need the page in another state: narrower, spaced, larger, or with the keyboard in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from accessibility.engines.packages import script
from accessibility.engines.probes.base import SCRIPTS, Item, call

#: WCAG 1.4.10: 320 CSS pixels, which is 1280 at 400 %.
NARROW = 320
#: So many presses of Tab show a trap or an order; a longer page is not walked to its end.
MOST_PRESSES = 40
MOST_LISTENERS = 60
MOUSE = {"click", "mousedown", "mouseup", "dblclick"}


@contextmanager
def width(page: Page, pixels: int) -> Iterator[None]:
    """Make the window ``pixels`` wide for a while."""
    before = page.viewport_size or {"width": 1280, "height": 900}
    page.set_viewport_size({"width": pixels, "height": before["height"]})
    try:
        yield
    finally:
        page.set_viewport_size(before)


def reflow(page: Page) -> list[Item]:
    """Return what stands out sideways at 320 pixels."""
    with width(page, NARROW):
        return list(call(page, "reflow"))


def focus_visible(page: Page) -> list[Item]:
    """Return what looks the same with the keyboard on it."""
    page.keyboard.press("Tab")
    return list(call(page, "focus_visible"))


def trap(page: Page) -> list[Item]:
    """Press Tab through the page and return the element that holds the keyboard.

    Where the keyboard came stays in the page for the question that follows.
    """
    expected = call(page, "listen")
    for _press in range(min(expected + 2, MOST_PRESSES) if expected > 1 else 0):
        page.keyboard.press("Tab")
    return list(call(page, "trap"))


def jumps(page: Page) -> list[Item]:
    """Return where the keyboard jumped back on its walk."""
    return list(call(page, "visual_order"))


def moving(page: Page) -> list[Item]:
    """Return what moves for people who did not ask for less motion."""
    page.emulate_media(reduced_motion="no-preference")
    try:
        return list(call(page, "moving"))
    finally:
        page.emulate_media(reduced_motion="reduce")


def mouse_only(page: Page) -> list[Item]:
    """Return elements that listen to the mouse and that no key reaches; the browser knows who listens."""
    session = page.context.new_cdp_session(page)
    try:
        root = session.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
        found = session.send("DOMDebugger.getEventListeners", {"objectId": root, "depth": -1})["listeners"]
        nodes = list(dict.fromkeys(one["backendNodeId"] for one in found if one["type"] in MOUSE))[:MOST_LISTENERS]
        elements = [session.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"] for node in nodes]
        asked = {
            "objectId": root, "functionDeclaration": script(SCRIPTS / "direct.js"), "returnByValue": True,
            "arguments": [{"objectId": element} for element in elements],
        }  # fmt: skip
        return list(session.send("Runtime.callFunctionOn", asked)["result"]["value"]) if nodes else []
    finally:
        session.detach()
