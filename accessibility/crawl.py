"""Walk a site from link to link and audit each page; what is done is kept, so that a killed walk goes on."""

import json
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import urldefrag, urljoin, urlsplit

from accessibility.browser.session import Session
from accessibility.extract.dom import Document
from accessibility.reports.pages import PageReport, audit_page

#: Ends of addresses that lead to files, not pages.
FILES = (
    *(".pdf", ".csv", ".zip", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".mp3", ".vtt", ".ics"),
    *(".xml", ".txt", ".json", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".css", ".js"),
)
SKIPPED = ("/admin/", "/documents/", "/media/", "/static/")


class Diary:
    """What a walk has done and has still to do: one JSON object a line, so that a kill loses one page at most."""

    def __init__(self, path: Path, start: str) -> None:
        self.path, self.start = path, start
        self.known: dict[str, None] = {start: None}
        self.done: dict[str, PageReport] = {}

    def resume(self) -> int:
        """Read what an earlier walk from the same address has done; return how many pages that is."""
        if not self.path.exists():
            return 0
        text = self.path.read_text(encoding="utf-8")
        if text and not text.endswith("\n"):
            self.path.write_text(f"{text}\n", encoding="utf-8")  # the next page gets a line of its own
        for line in text.splitlines():
            try:
                entry = json.loads(line)
            except ValueError:  # the line that was being written when it was killed
                continue
            if entry.get("start") == self.start:
                self.done[entry["report"]["url"]] = PageReport(**entry["report"])
                self.known.update(dict.fromkeys(entry["links"]))
        return len(self.done)

    def note(self, report: PageReport, links: list[str]) -> None:
        """Write down one page and where it leads."""
        self.done[report.url] = report
        self.known.update(dict.fromkeys(links))
        entry = {"start": self.start, "report": report.as_json(), "links": links}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def waiting(self) -> deque[str]:
        """Return the addresses that are known and not done, in the order in which they were found."""
        return deque(address for address in self.known if address not in self.done)


def walk(diary: Diary, engines: list[str], *, jobs: int, limit: int | None) -> Iterator[PageReport]:
    """Audit page after page, ``jobs`` at once, each in a browser of its own, and yield each report as it comes."""
    with browsers(jobs) as free, ThreadPoolExecutor(jobs) as pool:
        running: set[Future[PageReport]] = set()
        started = set(diary.done)
        while True:
            for address in diary.waiting():
                full = limit is not None and len(started) >= limit
                if len(running) < jobs and address not in started and not full:
                    started.add(address)
                    running.add(pool.submit(audit_one, address, engines, free))
            if not running:
                return
            ready, running = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                report = future.result()
                diary.note(report, links_of(report.html, report.url, diary.start))
                yield report


def audit_one(address: str, engines: list[str], free: SimpleQueue[Session]) -> PageReport:
    """Audit one page with a browser that is free."""
    session = free.get()
    try:
        return audit_page(address, address, engines, session)
    finally:
        free.put(session)


@contextmanager
def browsers(jobs: int) -> Iterator[SimpleQueue[Session]]:
    """Give as many browsers as there are jobs; each starts when it is first needed, and all are closed in the end."""
    sessions, free = [Session() for _number in range(jobs)], SimpleQueue[Session]()
    for session in sessions:
        free.put(session)
    try:
        yield free
    finally:
        for session in sessions:
            session.close()


def links_of(html: str, address: str, start: str) -> list[str]:
    """Return the pages of the same site that a page links to, without fragments and questions."""
    found: dict[str, None] = {}
    for link in Document(html).all("a") if html else []:
        target = urldefrag(urljoin(address, (link.get("href") or "").strip()))[0].split("?")[0]
        if link.get("href") and is_page(target, start):
            found[target] = None
    return list(found)


def is_page(address: str, start: str) -> bool:
    """Return whether an address is one of the site's pages: no file, no admin, the same scheme, host and port."""
    parts, home = urlsplit(address), urlsplit(start)
    same = (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
    return same and not parts.path.lower().endswith(FILES) and not parts.path.startswith(SKIPPED)
