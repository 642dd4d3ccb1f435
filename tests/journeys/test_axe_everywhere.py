"""Every public page and every state of every form: axe finds nothing and nothing scrolls sideways.

Each is loaded once and looked at narrow and wide, in normal and forced colours; Urdu and Arabic run right to left.
"""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.journeys.crawl import crawl
from tests.journeys.form_walk import (
    FormWalk,
    demo_forms,
    every_state_of_a_step,
    lose_the_cookie,
    save_and_come_back,
    send,
)
from tests.journeys.variants import faults

pytestmark = [pytest.mark.browser, pytest.mark.walk]
DIRECTIONS = {"/": "ltr", "/pl/": "ltr", "/ur/": "rtl", "/ar/": "rtl"}
FORMS = demo_forms()
AFTER_THE_STEPS = {
    "start", "save", "save, wrong", "saved", "come back", "link used", "lost cookie", "check", "done",
    "feedback without an answer", "follow",
}  # fmt: skip


def visit(page: Page, address: str, status: int, where: str = "") -> list[str]:
    """Open an address, which must answer with ``status``, and return what is wrong there."""
    response = page.goto(address)
    assert response is not None
    assert response.status == status, address
    return faults(page, where or urlsplit(address).path)


def one_of_each(addresses: list[str]) -> list[str]:
    """Leave out what is drawn the same: of each address that differs only in its query, one is enough."""
    return list({urlsplit(address).path: address for address in addresses}.values())


@pytest.fixture(scope="session")
def public_pages(site) -> dict[str, list[str]]:
    """Every page that the four home pages lead to, by language; all of them are served."""
    statuses = crawl(*(site.url + start for start in DIRECTIONS))
    assert len(statuses) < 400, "the crawl stopped at its limit"
    assert {address: status for address, status in statuses.items() if status != 200} == {}
    pages = one_of_each(list(statuses))
    languages = {start: [a for a in pages if urlsplit(a).path.startswith(start)] for start in DIRECTIONS}
    translated = {address for start in ("/pl/", "/ur/", "/ar/") for address in languages[start]}
    return {**languages, "/": [address for address in pages if address not in translated]}


@pytest.mark.parametrize("start", DIRECTIONS)
def test_every_page(start, public_pages, page):
    found = [fault for address in public_pages[start] for fault in visit(page, address, 200)]
    assert page.evaluate("document.documentElement.dir || 'ltr'") == DIRECTIONS[start]
    assert found == [], "\n".join(found)


def test_enough_pages_were_walked(public_pages):
    assert sum(map(len, public_pages.values())) >= 40
    assert min(map(len, public_pages.values())) >= 4, public_pages


@pytest.mark.parametrize("slug", FORMS)
def test_every_state_of_a_form(slug, site, page):
    walk_all(FormWalk(site, page, f"/{slug}/"), FORMS[slug])


def test_every_state_of_a_form_right_to_left(site, page):
    slug = "report-a-missed-bin"
    walk_all(FormWalk(site, page, f"/ur/{slug}/"), FORMS[slug])
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]


def walk_all(walk: FormWalk, form: dict[str, Any]) -> None:
    """Walk the form's examples and every state; all steps must have been seen, and a receipt at the end."""
    first, *others = [example["answers"] for example in form["examples"]]
    walk.walk(first, each=every_state_of_a_step)
    save_and_come_back(walk)
    lose_the_cookie(walk)
    reference = send(walk)
    for answers in others:
        walk.walk(answers)
    exits = {step["slug"] for step in form["steps"] if any(part["kind"] == "exit" for part in step["questions"])}
    assert walk.steps == {step["slug"] for step in form["steps"]}
    assert {f"{step}:exit" for step in exits} <= set(walk.states)
    assert set(walk.states) >= AFTER_THE_STEPS
    assert len(reference.replace(" ", "")) == 10, reference
    assert walk.found == [], "\n".join(walk.found)
