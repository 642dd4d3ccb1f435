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
def changed(page: Page, name: str) -> Iterator[None]:
    """Run a script that changes the page, and undo it."""
    call(page, name)
    try:
        yield
    finally:
        call(page, "undo")


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


def clipped_when(name: str, page: Page) -> list[Item]:
    """Return boxes that lose words after the change ``name``."""
    call(page, "remember")
    with changed(page, name):
        return list(call(page, "clipped"))


def spacing(page: Page) -> list[Item]:
    """Return boxes that lose words with the spacing of 1.4.12."""
    return clipped_when("spacing", page)


def doubled(page: Page) -> list[Item]:
    """Return boxes that lose words when text is twice as large."""
    return clipped_when("double", page)


def focus_visible(page: Page) -> list[Item]:
    """Return what looks the same with the keyboard on it."""
    with changed(page, "still"):
        page.keyboard.press("Tab")
        return list(call(page, "focus_visible"))


def tab_walk(page: Page) -> None:
    """Press Tab through the page; where the keyboard came stays in the page for the questions that follow."""
    expected = call(page, "listen")
    try:
        for _press in range(min(expected + 2, MOST_PRESSES) if expected > 1 else 0):
            page.keyboard.press("Tab")
    finally:
        call(page, "undo")


def trap(page: Page) -> list[Item]:
    """Return the element that holds the keyboard."""
    tab_walk(page)
    return list(call(page, "trap"))


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
        nodes = list(dict.fromkeys(one["backendNodeId"] for one in found if one["type"] in MOUSE))
        items = []
        for node in nodes[:MOST_LISTENERS]:
            handle = session.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
            asked = {
                "objectId": handle, "functionDeclaration": script(SCRIPTS / "direct.js"), "returnByValue": True,
            }  # fmt: skip
            items.append(session.send("Runtime.callFunctionOn", asked)["result"].get("value"))
        return [item for item in items if item]
    finally:
        session.detach()
