"""Check addresses and files for the command line."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError

from accessibility.browser.look import NotAudited, look
from accessibility.browser.pages import NoBrowser, own_hosts, page_in
from accessibility.browser.session import session
from accessibility.engines import ENGINES
from accessibility.extract import from_html
from accessibility.rules import run_rules


class CouldNotRun(Exception):  # noqa: N818 - exit status 2
    """A target or an engine that cannot be used; the text says what to do."""


@dataclass
class PageReport:
    """One page. ``error`` is set when it could not be looked at: then no finding means nothing."""

    target: str
    engines: list[str]
    findings: list[dict[str, Any]] = field(default_factory=list)
    error: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as one JSON object."""
        return asdict(self)


def audit_pages(targets: list[str], engines: list[str]) -> Iterator[PageReport]:
    """Yield a report for each target. Raises :class:`CouldNotRun` before the first when something is amiss."""
    addresses = [address_of(target) for target in targets]
    for name in engines:
        if name in ENGINES and (reason := ENGINES[name].unavailable()):
            raise CouldNotRun(reason)
    for target, url in zip(targets, addresses, strict=True):
        yield audit_page(target, url, engines)


def address_of(target: str) -> str:
    """Return the URL of a target: a file that exists, or an address of this site."""
    if Path(target).is_file():
        return Path(target).resolve().as_uri()
    parts = urlsplit(target)
    if parts.scheme not in {"http", "https"}:
        raise CouldNotRun(f"{target}: there is no such file, and it is no address that starts with http.")
    if parts.hostname not in own_hosts():
        raise CouldNotRun(f"{target}: only pages of this site are opened: {', '.join(sorted(own_hosts()))}.")
    return target


def audit_page(target: str, url: str, engines: list[str]) -> PageReport:
    """Return the report on one page."""
    report = PageReport(target, engines)
    browser_engines = [name for name in engines if name in ENGINES]
    try:
        if "static" in engines:
            report.findings += static(source_of(url))
        if browser_engines:
            seen = session.run(lambda browser: look(browser, url, browser_engines))
            report.findings += [raw.as_json() for raw in seen.findings]
    except NoBrowser as error:
        raise CouldNotRun(f"Browser checks not run. {error}") from error
    except (BrowserError, NotAudited, TimeoutError) as error:
        report.error = f"not audited: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
    return report


def source_of(url: str) -> str:
    """Return the HTML: a file as it is, an address as the browser has it after loading."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Path(parts.path).read_text(encoding="utf-8", errors="replace")

    def read(browser: Any) -> str:
        with page_in(browser, url) as page:
            return str(page.content())

    return session.run(read)


def static(html: str) -> list[dict[str, Any]]:
    """Return what the static rules say of plain HTML; it advises and never blocks."""
    return [
        {
            "rule": finding.rule,
            "sc": finding.criterion,
            "engine": "static",
            "outcome": "warn",
            "blocking": False,
            "message": finding.message,
            "how": finding.how,
            "selector": "",
            "html": finding.snippet,
        }
        for finding in run_rules(from_html(html))
    ]
