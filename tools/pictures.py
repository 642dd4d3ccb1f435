"""``python -m tools.pictures [ADDRESS]``: take the README's pictures from the running demo."""

import os
import sys
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from accessibility.browser.pages import launch
from tools.steps import ROOT, say

#: File -> address, width and height of the window.
PICTURES = {
    "home.png": ("/", 1280, 1400),
    "service.png": ("/bins-and-recycling/report-a-missed-bin/", 1280, 1000),
    "service-urdu.png": ("/ur/bins-and-recycling/report-a-missed-bin/", 360, 800),
}
#: So many colours show flat pages as they are, and keep a picture small.
COLOURS = 128


def main() -> None:
    """Take every picture."""
    address = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.demo")
    django.setup()  # the finder of Chromium reads the settings
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name in PICTURES:
            take(browser, address, folder / name)
        browser.close()


def take(browser: Browser, address: str, target: Path) -> None:
    """Take one picture; the page must answer with its own address, since a missing translation leads elsewhere."""
    path, width, height = PICTURES[target.name]
    page = browser.new_page(viewport={"width": width, "height": height})
    answer = page.goto(address + path, wait_until="networkidle")
    if answer is None or not answer.ok or page.url != address + path:
        sys.exit(f"{address + path} is not there. Start the demo with 'make demo' first.")
    page.screenshot(path=target)
    page.close()
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    say(f"docs/pictures/{target.name}: {target.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
