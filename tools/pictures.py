"""``python -m tools.pictures [ADDRESS]``: take the pictures of the README and of each page type from the demo."""

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
#: Page type -> an address in the demo: each gets a picture of its own in docs/pictures/pages/, for docs/pages.md.
PAGE_TYPES = {
    "home.HomePage": "/",
    "onlineforms.FormPage": "/report-a-missed-bin/",
    "services.ConsultationPage": "/your-council/have-your-say/safer-streets-near-schools/",
    "services.DirectoryEntryPage": "/your-council/help-near-you/example-advice-centre/",
    "services.DirectoryPage": "/your-council/help-near-you/",
    "services.EasyReadPage": "/your-council/easy-read/missed-bin-easy-read/",
    "services.EventPage": "/your-council/events/repair-cafe/",
    "services.FoiIndexPage": "/your-council/answers-to-requests/",
    "services.FoiResponsePage": "/your-council/answers-to-requests/missed-bins-by-month/",
    "services.GuidePage": "/bins-and-recycling/what-goes-in-each-bin/",
    "services.HowToVideoPage": "/bins-and-recycling/how-to-report-a-missed-bin/",
    "services.IndexPage": "/your-council/events/",
    "services.JobPage": "/your-council/jobs/recycling-officer/",
    "services.JobsPage": "/your-council/jobs/",
    "services.NewsIndexPage": "/your-council/news/",
    "services.NewsPage": "/your-council/news/food-bins-for-flats/",
    "services.PublicationPage": "/your-council/publications/waste-plan/",
    "services.ServiceIndexPage": "/bins-and-recycling/",
    "services.ServicePage": "/bins-and-recycling/report-a-missed-bin/",
    "services.SignpostPage": "/your-council/who-can-help/",
    "services.StandardPage": "/contact-us/",
    "services.StatusPage": "/your-council/service-status/",
    "services.StepByStepPage": "/housing/move-to-oxford/",
    "services.TeamPage": "/your-council/who-does-what/housing-team/",
    "services.YouSaidWeDidPage": "/your-council/you-said-we-did/",
}
#: Width and height of their window.
TYPE_WINDOW = (1000, 760)
#: So many colours show flat pages as they are, and keep a picture small.
COLOURS = 128


def main() -> None:
    """Take every picture."""
    address = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.demo")
    django.setup()  # the finder of Chromium reads the settings
    folder = ROOT / "docs" / "pictures"
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (path, *window) in PICTURES.items():
            take(browser, address + path, folder / name, *window)
        for label, path in PAGE_TYPES.items():
            take(browser, address + path, folder / picture_of(label), *TYPE_WINDOW)
        browser.close()


def picture_of(label: str) -> str:
    """Return the file of a page type, under docs/pictures/."""
    return f"pages/{label.lower().replace('.', '-')}.png"


def take(browser: Browser, address: str, target: Path, width: int, height: int) -> None:
    """Take one picture; the page must answer with its own address, since a missing translation leads elsewhere."""
    page = browser.new_page(viewport={"width": width, "height": height})
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or not answer.ok or page.url != address:
        sys.exit(f"{address} is not there. Start the demo with 'make demo' first.")
    page.screenshot(path=target)
    page.close()
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    say(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
