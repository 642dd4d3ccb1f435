"""A real browser for audits and tests."""

from accessibility.browser.executable import chromium
from accessibility.browser.pages import NoBrowser, open_page

__all__ = ["NoBrowser", "chromium", "open_page"]
