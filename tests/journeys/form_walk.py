"""Walk one online form of the demo in a browser through all its states, and audit each state once."""

import re
from collections.abc import Callable
from pathlib import Path

import yaml
from playwright.sync_api import Page

from tests.journeys.demo_site import ROOT, DemoSite
from tests.journeys.filling import fill, fill_wrongly
from tests.journeys.variants import faults, status_of
from tests.servers.processes import wait_until

SEND = "main form button:not(.govuk-button--secondary)"
ERROR = "main .govuk-error-summary"
#: States that are answered with another status than 200.
STATUSES = {"error": 422, "save, wrong": 422, "feedback without an answer": 422, "lost cookie": 403, "link used": 410}
#: More than the options of any question, so that every branch is taken.
MOST_TURNS = 10


def demo_forms() -> dict[str, set[str]]:
    """Return the slugs of the demo's forms, each with the slugs of its steps."""
    loaded = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in _files()]
    return {form["slug"]: {step["slug"] for step in form["steps"]} for form in loaded}


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

    def walk_to_check(self, turn: int, *, each: Callable[["FormWalk"], None] | None = None) -> None:
        """Go through the steps up to "check your answers"; ``turn`` decides which branches are taken."""
        self.start()
        while not self.page.url.endswith("/check"):
            self.audit(f"{self.slug}:empty")
            if each:
                each(self)
            self.answer(turn)

    @property
    def slug(self) -> str:
        """Return the slug of the open step."""
        return re.sub(r"\?.*", "", self.page.url).rsplit("/", 1)[1]

    def answer(self, turn: int) -> None:
        """Answer the open step; where an answer leads to the end of the road, look at it and take another."""
        here = self.page.url
        for other in range(MOST_TURNS):
            fill(self.page, turn + other)
            self.press()
            assert not self.page.locator(ERROR).count(), self.page.locator(ERROR).inner_text()
            if self.page.url.endswith("/check") or self.page.locator(SEND).count():
                return
            self.audit(f"{self.slug}:exit")
            self.page.goto(here)
        raise AssertionError(f"every answer of {here} is an end of the road")

    def every_branch(self, steps: set[str]) -> None:
        """Take other answers until every step of the form was seen."""
        for turn in range(1, MOST_TURNS):
            if steps <= self.steps:
                return
            self.walk_to_check(turn)

    def links_in_mails(self, to: str) -> list[str]:
        """Return the links to come back that were sent to ``to``, oldest first."""
        mails = [mail.as_bytes().decode() for mail in self.site.mails() if mail["To"] == to]
        return [link for mail in mails for link in re.findall(r"https?://\S+/forms/return/[\w-]+", mail)]


def every_state_of_a_step(walk: FormWalk) -> None:
    """Audit the open step in error and, filled in, answered; leave it open as it was asked."""
    here, slug = walk.page.url, walk.slug
    walk.press()
    if not walk.page.locator(ERROR).count():
        walk.page.goto(here)
        if fill_wrongly(walk.page):
            walk.press()
    if walk.page.locator(ERROR).count():
        walk.audit(f"{slug}:error")
    walk.page.goto(here)
    walk.answer(0)
    walk.page.goto(here)
    walk.audit(f"{slug}:answered")


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


def send(walk: FormWalk) -> str:
    """Send the form and look at all that follows; return the reference on the receipt."""
    walk.audit("check")
    walk.press()
    done = walk.page.url
    walk.audit("done")
    reference = walk.page.locator(".wm-reference").inner_text()
    walk.press()
    walk.audit("feedback without an answer")
    walk.page.goto(done)
    walk.follow("main a[href*='/forms/follow/']")
    walk.audit("follow")
    return reference
