"""``python -m tools.pictures [ADDRESS]``: take the README's pictures from the running demo."""

import sys

from playwright.sync_api import sync_playwright

from tools.steps import ROOT, say
from tools.video import CHROMIUM

#: File -> address, width and height of the window.
PICTURES = {
    "home.png": ("/", 1280, 1400),
    "service.png": ("/bins-and-recycling/report-a-missed-bin/", 1280, 1000),
    "service-urdu.png": ("/ur/bins-and-recycling/report-a-missed-bin/", 360, 800),
}


def main() -> None:
    """Take every picture."""
    address = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        for name, (path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(address + path, wait_until="networkidle")
            page.screenshot(path=folder / name)
            page.close()
            say(f"docs/pictures/{name}")
        browser.close()


if __name__ == "__main__":
    main()
