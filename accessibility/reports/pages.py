"""Check addresses and files for the command line."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError

from accessibility.browser.audit import why_not_seen
from accessibility.browser.look import Look, NotAudited, look
from accessibility.browser.pages import NoBrowser, own_hosts
from accessibility.browser.session import Session
from accessibility.browser.session import session as shared
from accessibility.engines import ENGINES, RawFinding
from accessibility.extract import from_html
from accessibility.reports.source import NotRead, read_source
from accessibility.rules import RuleFinding, run_rules

STATIC = "static"
#: What stands round the content of any page: its faults are the template's.
FRAME = {"html", "head", "title", "body", "html > head", "html > body", "html > head > title"}


class CouldNotRun(Exception):  # noqa: N818 - exit status 2
    """A target or an engine that cannot be used; the text says what to do."""


@dataclass
class PageReport:
    """One page. ``error`` is set when it could not be looked at: then no finding means nothing."""

    target: str
    engines: list[str]
    findings: list[dict[str, Any]] = field(default_factory=list)
    error: str = ""
    url: str = ""
    #: The page itself, for those who follow its links; no part of the report.
    html: str = field(default="", repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return it as one JSON object."""
        return {name: value for name, value in asdict(self).items() if name != "html"}


def audit_pages(targets: Mapping[str, str], engines: list[str]) -> Iterator[PageReport]:
    """Yield a report for each of ``targets`` (name -> address or file).

    Raises :class:`CouldNotRun` before the first when an engine or a target is amiss.
    """
    addresses = {name: address_of(target) for name, target in targets.items()}
    check_engines(engines)
    for name, url in addresses.items():
        yield audit_page(name, url, engines)


def check_engines(engines: list[str]) -> None:
    """Raise :class:`CouldNotRun` when an engine is not installed."""
    for name in engines:
        if name in ENGINES and (reason := ENGINES[name].unavailable()):
            raise CouldNotRun(reason)


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


def audit_page(target: str, url: str, engines: list[str], session: Session = shared) -> PageReport:
    """Return the report on one page. What one engine could not see is an error, not a pass; the others still count."""
    report = PageReport(target, engines, url=url)
    in_browser = [name for name in engines if name in ENGINES]
    seen: Look | None = None
    if in_browser:
        try:
            seen = session.run(lambda browser: look(browser, url, in_browser))
            report.html = seen.html
            report.findings += [from_engine(name, raw, seen) for name, all_ in seen.by_engine.items() for raw in all_]
        except NoBrowser as error:
            raise CouldNotRun(f"Browser checks not run. {error}") from error
        except (BrowserError, NotAudited, TimeoutError) as error:
            report.error = f"not audited: {why_not_seen(error)}"
    if STATIC in engines:
        add_static(report, seen.html if seen else "")
    return report


def add_static(report: PageReport, html: str) -> None:
    """Add what the static rules say of the page as the browser had it, and of the text that the server sent."""
    try:
        source = read_source(report.url)
    except NotRead as error:
        report.error = report.error or f"not audited: {error}"
        source = html
    report.html = html or source
    if report.html:
        report.findings[:0] = [from_rule(finding) for finding in run_rules(from_html(report.html, source))]


def from_rule(finding: RuleFinding) -> dict[str, Any]:
    """Return a static rule's finding in the shape that all engines share; on plain HTML it never blocks."""
    return {
        "rule": finding.rule,
        "sc": finding.criterion,
        "engine": STATIC,
        "outcome": finding.outcome,
        "blocking": finding.blocking,
        "message": finding.message,
        "how": finding.how,
        "element": finding.selector,
        "snippet": finding.snippet,
    }


def from_engine(engine: str, raw: RawFinding, seen: Look) -> dict[str, Any]:
    """Return an engine's finding in the same shape. Where no blocks are known, all but the frame is content."""
    in_content = bool(raw.block_id) or not (seen.has_blocks or raw.selector in FRAME)
    return {
        "rule": raw.rule,
        "sc": raw.criterion,
        "engine": engine,
        "outcome": raw.outcome,
        "blocking": raw.may_block and in_content,
        "message": raw.message,
        "how": raw.how or raw.help_url,
        "element": raw.selector,
        "snippet": raw.snippet[:300],
    }
