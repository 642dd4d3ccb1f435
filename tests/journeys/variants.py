"""Look at an open page as different people do: narrow and wide, normal and forced colours; axe must find nothing."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import audit

#: Set to a folder to keep pictures of each screen.
PICTURES = os.environ.get("WAYMARK_PICTURES", "")
WIDTHS = (320, 1280)
HEIGHT = 900
#: Wagtail's sidebar folds away in less when the window gets narrow.
SETTLED_MS = 600
SIDEBAR_FOLDS_UNDER = 800
#: axe's rules that look at colours, sizes and what is shown: neither width nor forced colours change the elements that
#: all the others look at, so those are asked once, where most is shown.
OF_THE_LOOK = (
    "aria-hidden-focus", "button-name", "color-contrast", "css-orientation-lock", "link-in-text-block", "link-name",
    "scrollable-region-focusable", "target-size",
)  # fmt: skip


def status_of(page: Page) -> int:
    """Return the HTTP status of the open page."""
    return int(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))


def take_style_away(page: Page) -> None:
    """Show the open page without style sheets; asked not to load them, the browser takes them from its memory."""
    page.evaluate("document.querySelectorAll('link[rel=stylesheet], style').forEach((one) => one.remove())")
    position = page.evaluate("getComputedStyle(document.querySelector('.govuk-skip-link')).position")
    assert position == "static", "there is still a style sheet"


def too_wide(page: Page) -> int:
    """Return the pixels by which the open page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def narrow_or_widen(page: Page, width: int) -> None:
    """Give the window a width in CSS pixels, and wait until Wagtail's sidebar knows: it lies over links until then."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    if width < SIDEBAR_FOLDS_UNDER and page.locator(".sidebar").count():
        page.locator(".sidebar--closed").wait_for(state="attached")


def faults(page: Page, where: str) -> list[str]:
    """Return what axe finds, and sideways scrolling, in every variant of the open page (WCAG 1.4.10 for the width)."""
    found = []
    for width in WIDTHS:
        narrow_or_widen(page, width)
        # A header that stays in sight covers a link in part wherever scrolling happens to end, and axe measures that.
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        wider = too_wide(page)
        if wider > 0:
            page.wait_for_timeout(SETTLED_MS)
            wider = too_wide(page)
        if wider > 0:
            found.append(f"{where} at {width} px: scrolls sideways by {wider} px (1.4.10)")
        rules = () if width == max(WIDTHS) else OF_THE_LOOK
        found += [f"{where} at {width} px: {fault}" for fault in audit(page, *rules)]
        page.emulate_media(forced_colors="active")
        found += [f"{where} at {width} px, forced colours: {fault}" for fault in audit(page, *OF_THE_LOOK)]
        page.emulate_media(forced_colors="none")
    return found


def look(page: Page, name: str, found: list[str]) -> None:
    """Note what axe finds on the open screen, narrow and wide, and keep pictures where somebody wants them."""
    found += faults(page, name)
    for width in (320, 1280) if PICTURES else ():
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="light")
