"""Look at an open page as different people do: narrow and wide, normal and forced colours; axe must find nothing."""

from playwright.sync_api import Page

from tests.browser import audit

WIDTHS = (320, 1280)
HEIGHT = 900


def status_of(page: Page) -> int:
    """Return the HTTP status of the open page."""
    return int(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))


def faults(page: Page, where: str) -> list[str]:
    """Return what axe finds, and sideways scrolling, in every variant of the open page (WCAG 1.4.10 for the width)."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            found.append(f"{where} at {width} px: scrolls sideways by {wider} px (1.4.10)")
        for colours in ("none", "active"):
            page.emulate_media(forced_colors=colours)  # type: ignore[arg-type] # one of two literals
            found += [f"{where} at {width} px, forced colours {colours}: {fault}" for fault in audit(page)]
    page.emulate_media(forced_colors="none")
    return found
