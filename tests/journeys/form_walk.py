"""Walk one online form of the demo in a browser through all its states, and audit each state once."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from tests.journeys.demo_site import ROOT, DemoSite
from tests.journeys.filling import fill, fill_wrongly
from tests.journeys.variants import faults, status_of
from tests.servers.processes import wait_until

#: What sends a page: neither "Remove" nor the hidden button that only the Enter key presses.
SEND = "main form button:not(.govuk-button--secondary, [tabindex='-1'])"
ERROR = "main .govuk-error-summary"
#: States that are answered with another status than 200.
STATUSES = {
    "error": 422,
    "list error": 422,
    "save, wrong": 422,
    "feedback without an answer": 422,
    "lost cookie": 403,
    "link used": 410,
}


#: Between them these have every kind of question and part; the others are walked by ``make walk-forms``.
WALKED = {
    "report-a-missed-bin",
    "report-a-housing-repair",
    "make-a-comment",
    "book-a-bulky-waste-collection",
    "report-a-problem-in-a-public-place",
    "work-out-if-you-can-buy-your-home",
}


def demo_forms() -> dict[str, dict[str, Any]]:
    """Return the demo's forms that are walked, by slug: all of them with ``WAYMARK_WALK_ALL`` set."""
    loaded = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in _files()]
    everything = bool(os.environ.get("WAYMARK_WALK_ALL"))
    forms = [form for form in loaded if "slug" in form]
    return {form["slug"]: form for form in forms if everything or form["slug"] in WALKED}


def _files() -> list[Path]:
    return sorted((ROOT / "forms" / "demo").glob("*.yaml"))


class FormWalk:
    """One person, one form. ``states`` are the names of what was audited, ``found`` what was wrong there."""

    def __init__(self, site: DemoSite, page: Page, address: str) -> None:
        self.site, self.page, self.address = site, page, address
        self.states: list[str] = []
        self.found: list[str] = []

    @property
    def steps(self) -> set[str]:
        """Return the slugs of the steps that were seen."""
        return {state.split(":")[0] for state in self.states if ":" in state}

    def audit(self, state: str) -> None:
        """Look at the open page in all variants, unless this state was seen before."""
        if state not in self.states:
            self.states.append(state)
            assert status_of(self.page) == STATUSES.get(state.rpartition(":")[2], 200), f"{state}: {self.page.title()}"
            self.found += faults(self.page, f"{self.address} {state}")

    def start(self) -> None:
        """Open the first page and begin a draft of its own."""
        self.page.goto(self.site.url + self.address)
        self.audit("start")
        self.press(".govuk-button--start")

    def press(self, button: str = SEND) -> None:
        """Send the form of the page and wait for what follows."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()

    def follow(self, link: str) -> None:
        """Open where the first such link leads."""
        with self.page.expect_navigation():
            self.page.locator(link).first.click()

    def walk(
        self, answers: Mapping[str, Any], *, each: "Callable[[FormWalk, Mapping[str, Any]], None] | None" = None
    ) -> None:
        """Go through the steps up to "check your answers" or the end of the road."""
        self.start()
        while not self.page.url.endswith("/check"):
            if not self.page.locator(SEND).count():
                self.audit(f"{self.slug}:exit")
                return
            self.audit(f"{self.slug}:{self.part}empty")
            if each:
                each(self, answers)
            self.answer(answers)

    @property
    def slug(self) -> str:
        """Return the slug of the open step."""
        return re.sub(r"^.*/d/[0-9a-f-]+/([^/?]+).*$", r"\1", self.page.url)

    @property
    def part(self) -> str:
        """Return "list " on the page that lists the turns of a repeating step."""
        return "list " if self.page.locator("main input[name=another]").count() else ""

    def answer(self, answers: Mapping[str, Any]) -> None:
        """Answer the open step."""
        fill(self.page, answers)
        self.press()
        assert not self.page.locator(ERROR).count(), self.page.locator(ERROR).inner_text()

    def links_in_mails(self, to: str) -> list[str]:
        """Return the links to come back that were sent to ``to``, oldest first."""
        mails = [mail.as_bytes().decode() for mail in self.site.mails() if mail["To"] == to]
        return [link for mail in mails for link in re.findall(r"https?://\S+/forms/return/[\w-]+", mail)]


def every_state_of_a_step(walk: FormWalk, answers: Mapping[str, Any]) -> None:
    """Audit the open step in error and, filled in, answered; leave it open as it was asked."""
    here, slug, part = walk.page.url, walk.slug, walk.part
    walk.press()
    if not walk.page.locator(ERROR).count():
        walk.page.goto(here)
        if fill_wrongly(walk.page):
            walk.press()
    if walk.page.locator(ERROR).count():
        walk.audit(f"{slug}:{part}error")
    walk.page.goto(here)
    walk.answer(answers)
    walk.page.goto(here)
    walk.audit(f"{slug}:{part}answered")


def save_and_come_back(walk: FormWalk) -> None:
    """Ask for the link (first with a wrong address), open it, use it, and find that it works only once."""
    check = walk.page.url
    walk.follow("main a[href*='return=check']")
    walk.follow("main a[href$='/save']")
    walk.audit("save")
    walk.page.locator("#email").fill("nowhere")
    walk.press()
    walk.audit("save, wrong")
    address = f"{walk.address.strip('/').replace('/', '-')}@example.org"
    earlier = len(walk.links_in_mails(address))
    walk.page.locator("#email").fill(address)
    walk.press()
    walk.audit("saved")
    wait_until(lambda: len(walk.links_in_mails(address)) > earlier, seconds=60, what="the mail with the link")
    link = walk.links_in_mails(address)[-1]
    walk.page.goto(link)
    walk.audit("come back")
    walk.press()
    walk.page.goto(link)
    walk.audit("link used")
    walk.page.goto(check)


def lose_the_cookie(walk: FormWalk) -> None:
    """Open the check page in a browser that forgot who it is, then in the right one again."""
    here, cookies = walk.page.url, walk.page.context.cookies()
    walk.page.context.clear_cookies()
    walk.page.goto(here)
    walk.audit("lost cookie")
    walk.page.context.clear_cookies()
    walk.page.context.add_cookies([{"name": c["name"], "value": c["value"], "url": here} for c in cookies])
    walk.page.goto(here)


def pay(walk: FormWalk) -> None:
    """Pay for a form that costs money: come back without paying first, then pay. Others are sent already."""
    if not walk.page.url.endswith("/pay"):
        return
    walk.audit("pay")
    walk.follow("main a.govuk-button")
    walk.audit("demonstration payment")
    walk.follow("main a:not(.govuk-button)")
    walk.audit("not paid yet")
    walk.follow("main a.govuk-button")
    walk.press("main button[value=pay]")


def look_at_booking(walk: FormWalk) -> None:
    """Look at what a resident can do with a booking, where the form made one, and go back to the receipt."""
    done, link = walk.page.url, "main a[href*='/forms/booking/']"
    if not walk.page.locator(link).count():
        return
    walk.follow(link)
    walk.audit("booking")
    here = walk.page.url
    for button, state in (("main a[href$='/move']", "another time"), ("main a[href$='/cancel']", "cancel a booking")):
        walk.follow(button)
        walk.audit(state)
        walk.page.goto(here)
    walk.page.goto(done)


def send(walk: FormWalk) -> str:
    """Send the form and look at all that follows; return the reference on the receipt."""
    walk.audit("check")
    walk.press()
    pay(walk)
    done = walk.page.url
    walk.audit("done")
    look_at_booking(walk)
    reference = walk.page.locator(".wm-reference").inner_text()
    walk.press()
    walk.audit("feedback without an answer")
    walk.page.goto(done)
    walk.follow("main a[href*='/forms/follow/']")
    walk.audit("follow")
    return reference
