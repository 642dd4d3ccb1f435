"""The hands: do one thing as a resident would, and give the frames that are seen meanwhile."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tools.video.shots import Frame

#: Seconds that a frame of a movement lasts, and how many frames a scroll takes.
QUICK = 0.1
STEPS = 5
#: Letters that appear at once while typing.
LETTERS = 2
#: A ring round what is pressed. It is drawn over the page and gone before the press.
RING = """element => {
    document.getElementById("ring")?.remove();
    if (!element) return;
    const box = (element.closest(".govuk-checkboxes__item, .govuk-radios__item") || element).getBoundingClientRect();
    const ring = document.createElement("div");
    ring.id = "ring";
    ring.style.cssText = `position: fixed; z-index: 9; pointer-events: none; border: 4px solid #c8102e;
        border-radius: 12px; left: ${box.left - 9}px; top: ${box.top - 9}px;
        width: ${box.width + 10}px; height: ${box.height + 10}px;`;
    document.body.append(ring);
}"""
#: How many pictures of a playing video are taken, and how many seconds apart.
PLAYED, PLAYED_EVERY = 6, 0.5
PLAY = """video => {
    video.muted = true;
    for (const track of video.textTracks) if (track.kind === "captions") track.mode = "showing";
    return video.play();
}"""
HIDE = "selector => document.querySelectorAll(selector).forEach(element => (element.hidden = true))"
#: How far to scroll so that an element can be seen and the captions, at the foot, do not cover it.
DISTANCE = """element => {
    const box = element.getBoundingClientRect();
    if (box.top < 20) return Math.round(Math.max(-scrollY, box.top - 20));
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    return Math.round(Math.max(0, Math.min(box.bottom - innerHeight + 130, left)));
}"""


class Actor:
    """Acts in one page, without what the selector ``hidden`` names; pictures are numbered in ``folder``."""

    def __init__(self, page: Page, folder: Path, hidden: str) -> None:
        self.page, self.folder, self.hidden, self._numbers = page, folder, hidden, count()

    def open(self, address: str) -> None:
        """Open a page."""
        self.page.goto(address)
        self._settle()

    def frame(self, *, holds: bool = False) -> Frame:
        """Return what is seen now."""
        picture = self.folder / f"{next(self._numbers):04}.png"
        self.page.screenshot(path=picture)
        return Frame(picture, QUICK, holds)

    def do(self, verb: str, what: Any) -> Iterator[Frame]:
        """Do what a story says; ValueError for a verb that nobody knows."""
        verbs: dict[str, Callable[[Any], Iterator[Frame]]]
        verbs = {"press": self._press, "choose": self._choose, "fill": self._fill, "show": self._show}
        verbs |= {"point": self._point, "play": self._play}
        if verb not in verbs:
            raise ValueError(f"The story says {verb!r}; use {', '.join(verbs)}.")
        yield from verbs[verb](what)

    def _press(self, name: str) -> Iterator[Frame]:
        """Show the button while the sentence is spoken, and press it at its end."""
        button = self.page.get_by_role("button", name=name, exact=True)
        target = button.or_(self.page.get_by_role("link", name=name, exact=True)).first
        yield from self._scroll_to(target)
        yield self._ringed(target)
        target.click()
        self._settle()

    def _choose(self, label: str) -> Iterator[Frame]:
        target = self.page.get_by_label(label, exact=True)
        yield from self._scroll_to(target)
        yield self._ringed(target)
        target.check()
        yield self.frame(holds=True)

    def _fill(self, answer: dict[str, str]) -> Iterator[Frame]:
        target = self.page.get_by_label(answer["label"])
        yield from self._scroll_to(target)
        target.focus()
        for start in range(0, len(answer["with"]), LETTERS):
            target.press_sequentially(answer["with"][start : start + LETTERS])
            yield self.frame()
        yield self.frame(holds=True)

    def _show(self, words: str) -> Iterator[Frame]:
        yield from self._scroll_to(self.page.get_by_text(words).first)
        yield self.frame(holds=True)

    def _point(self, selector: str) -> Iterator[Frame]:
        """Draw a ring round what a CSS selector finds."""
        target = self.page.locator(selector).first
        yield from self._scroll_to(target)
        yield self._ringed(target)

    def _play(self, selector: str) -> Iterator[Frame]:
        """Play a video that stands in the page, with its captions on."""
        target = self.page.locator(selector).first
        yield from self._scroll_to(target)
        target.evaluate(PLAY)
        for _picture in range(PLAYED):
            self.page.wait_for_timeout(1000 * PLAYED_EVERY)
            yield self.frame(holds=True)
        target.evaluate("video => video.pause()")

    def _settle(self) -> None:
        self.page.wait_for_load_state("networkidle")
        if self.hidden:
            self.page.evaluate(HIDE, self.hidden)

    def _ringed(self, target: Locator) -> Frame:
        target.evaluate(RING)
        ringed = self.frame(holds=True)
        self.page.evaluate(RING, None)
        return ringed

    def _scroll_to(self, target: Locator) -> Iterator[Frame]:
        distance = target.evaluate(DISTANCE)
        for _step in range(STEPS if distance else 0):
            self.page.evaluate("distance => scrollBy(0, distance)", distance / STEPS)
            yield self.frame()
