"""Residents with browsers: each fills a form in and presses Send until a receipt says that we have it."""

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import requests

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
#: Errors of a site that was killed this moment: a person waits and tries again.
AGAIN = frozenset({500, 502, 503, 504})


class StuckError(RuntimeError):
    """A form could not be sent within minutes."""


@dataclass
class Sent:
    """What residents were told."""

    receipts: list[str] = field(default_factory=list)
    retries: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Resident:
    """One person, one form."""

    def __init__(self, url: str, slug: str, sent: Sent) -> None:
        self.url, self.slug, self.sent = url, slug, sent
        self.browser = requests.Session()
        self.token = ""

    def ask(self, method: str, path: str, data: dict[str, str] | None = None) -> requests.Response:
        """Send one request until the site answers it."""
        ends = time.monotonic() + 240
        while time.monotonic() < ends:
            try:
                answer = self.browser.request(
                    method,
                    self.url + path,
                    data={"csrfmiddlewaretoken": self.token, **(data or {})} if method == "POST" else None,
                    allow_redirects=False,
                    timeout=30,
                )
                if answer.status_code not in AGAIN:
                    return answer
            except requests.RequestException:
                self.browser.close()
            with self.sent.lock:
                self.sent.retries += 1
            time.sleep(0.3)
        raise StuckError(path)

    def start(self) -> str:
        """Begin a form and return its address."""
        first = self.ask("POST", f"/forms/{self.slug}/start")
        page = self.ask("GET", first.headers["Location"])
        found = TOKEN.search(page.text)
        if found is None:
            raise StuckError(f"{page.status_code} without a token")
        self.token = found[1]
        self.base = first.headers["Location"].rpartition("/")[0]
        return self.base

    def answer(self, step: str, data: dict[str, str]) -> int:
        """Answer a step and return the status."""
        return self.ask("POST", f"{self.base}/{step}", data).status_code

    def send(self) -> bool:
        """Press Send; return whether we have it."""
        where = self.ask("POST", f"{self.base}/check").headers.get("Location", "")
        if "/forms/done/" not in where:
            return False
        with self.sent.lock:
            self.sent.receipts.append(where.rsplit("/", 1)[1])
        return True


def send_one(url: str, sent: Sent, number: int) -> None:
    """Fill in and send the plain form."""
    resident = Resident(url, "plain", sent)
    resident.start()
    status = resident.answer("words", {"words": f"Number {number}"})
    if status != 302 or not resident.send():
        raise StuckError(f"number {number}: {status}")


def send_many(url: str, count: int, at_once: int, sent: Sent) -> None:
    """Send so many forms, some at once."""
    with ThreadPoolExecutor(at_once) as pool:
        for job in [pool.submit(send_one, url, sent, number) for number in range(count)]:
            job.result()


def race(url: str, slug: str, people: int) -> dict[str, int]:
    """Let people press for the last seats at the same moment; return how many got one, and kept their answers."""
    sent, barrier = Sent(), threading.Barrier(people)

    def go(number: int) -> tuple[bool, bool]:
        resident = Resident(url, slug, sent)
        resident.start()
        resident.answer("words", {"words": f"Number {number}"})
        page = resident.ask("GET", f"{resident.base}/when").text
        value = re.search(r'value="(20[^"]+Z)"', page)
        barrier.wait()
        got = bool(value) and resident.answer("when", {"time": value[1] if value else ""}) == 302 and resident.send()
        return got, got or f"Number {number}" in resident.ask("GET", f"{resident.base}/words").text

    with ThreadPoolExecutor(people) as pool:
        outcomes = list(pool.map(go, range(people)))
    return {"sold": sum(got for got, _kept in outcomes), "kept_answers": sum(kept for _got, kept in outcomes)}
