"""The parts of the measurement, each a list of figures."""

import os
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from accessibility.benchmark import Case, Score, read_labels, score
from accessibility.benchmark.run import Seen, look_at, served
from accessibility.browser.session import MOST_AT_ONCE
from accessibility.engines import ENGINES
from accessibility.extract import extract, from_html
from accessibility.gate.verdict import static_findings
from accessibility.reports.pages import audit_page
from accessibility.rules import run_rules
from tools.bench_documents.figures import Figure, rate
from tools.bench_pages import made
from tools.bench_pages.planted import planted
from tools.bench_pages.rivals import pa11y_on
from tools.bench_pages.seeded import seeded
from tools.bench_pages.upgrade import upgrade
from tools.steps import ROOT

#: What a council's site has.
PAGES_OF_A_SITE = 500

Part = Callable[[list[str], list[str]], list[Figure]]


def data() -> Path:
    """Return the folder of labelled pages; says in one line when it is not there."""
    folder = Path(os.environ.get("WAYMARK_BENCH_DATA") or ROOT.parent / "shared" / "data").resolve() / "pages"
    if not (folder / "labels.csv").is_file():
        raise SystemExit(
            f"There are no labelled pages in {folder}. Set WAYMARK_BENCH_DATA to the folder of the data sets."
        )
    return folder


def cases_of(group: str) -> list[Case]:
    """Return the cases of one folder; what was planted in the GDS pages stands in :mod:`tools.bench_pages.planted`."""
    cases = [case for case in read_labels(data() / "labels.csv") if case.group == group]
    return [replace(case, criteria=case.criteria or planted(case.id)) for case in cases]


def seen_by(cases: list[Case], engines: list[str]) -> Seen:
    """Let engines look, with a count on stderr; pa11y afterwards, by itself, so that it slows down nobody."""
    ours = [name for name in engines if name != "pa11y"]
    seen = look_at(data(), cases, ours, lambda line: print(f"\r{line[:100]:<100}", end="", file=sys.stderr))
    if "pa11y" in engines:
        with served(data(), cases) as addresses:
            for name, found in pa11y_on(addresses).items():
                seen.findings.setdefault(name, []).extend(found)
    return seen


def beside(cases: list[Case], seen: Seen, others: list[str], words: Callable[[Score], str]) -> dict[str, str]:
    """Return what other engines reach alone in the same run; one that is not installed says why."""
    return {
        name: ENGINES[name].unavailable() or words(score(cases, seen.findings, [name]))
        for name in others
        if name in ENGINES
    }


def usable(engines: list[str]) -> list[str]:
    """Return the engines that can run here."""
    return [name for name in engines if name == "static" or (name in ENGINES and not ENGINES[name].unavailable())]


def gds(engines: list[str], others: list[str]) -> list[Figure]:
    """Planted failures of alphagov/accessibility-tool-audit, strictly: the planted criterion, fail or warn."""
    cases = cases_of("gds")
    seen = seen_by(cases, usable(list(dict.fromkeys([*engines, *others]))))
    ours = score(cases, seen.findings, engines)
    alone = beside(cases, seen, others, lambda found: f"{found.found_share:.3f} ({found.found}/{found.failed})")
    alone["static rules"] = f"{score(cases, seen.findings, ['static']).found_share:.3f}"
    alone["published: best tool, 13 tools together"] = "0.401, 0.704"
    figure = Figure("GDS failures found, strict", 0.6, ours.found, ours.failed, beside=alone)
    return [figure, *speed("GDS", seen)]


def act(engines: list[str], others: list[str]) -> list[Figure]:
    """The W3C's ACT rules: failed pages found and passed pages with a false alarm, by criterion."""
    cases = cases_of("act")
    seen = seen_by(cases, usable(list(dict.fromkeys([*engines, *others]))))
    ours = score(cases, seen.findings, engines)
    found = beside(cases, seen, others, lambda one: f"{one.found_share:.3f} ({one.found}/{one.failed})")
    alarms = beside(cases, seen, others, lambda one: f"{one.alarm_share:.3f} ({one.alarms}/{one.passed})")
    if "pa11y" in alarms:
        alarms["pa11y"] = f"{rate(errors_on_passed(cases, seen, 'pa11y'), ours.passed)}, each error counted"
    approved = beside(cases, seen, others, lambda one: f"{one.approved_share:.3f}")
    found["axe, published runs"], alarms["axe, published runs"], approved["axe, published runs"] = (
        "0.483",
        "0.008",
        "0.781",
    )
    blocked = sum(any(one["blocking"] for one in seen.findings[case.id]) for case in cases if not case.failed)
    passed = sum(not case.failed for case in cases)
    return [
        Figure("ACT failed pages found", 0.55, ours.found, ours.failed, beside=found),
        Figure("ACT passed pages with a false alarm", 0.02, ours.alarms, ours.passed, at_most=True, beside=alarms),
        Figure("ACT failed pages of approved rules found", 0.8, ours.approved_found, ours.approved, beside=approved),
        Figure("ACT passed pages with anything that blocks", None, blocked, passed, note="also other criteria"),
        *speed("ACT", seen),
    ]


def errors_on_passed(cases: list[Case], seen: Seen, engine: str) -> int:
    """Return on how many passed pages an engine that blocks nothing is sure of a fault of the criterion they pass."""
    passed = [case for case in cases if not case.failed and case.criteria]
    said = {case.id: [one for one in seen.findings.get(case.id, []) if one["engine"] == engine] for case in passed}
    return sum(any(one["outcome"] == "warn" and one["sc"] in case.criteria for one in said[case.id]) for case in passed)


def speed(name: str, seen: Seen) -> list[Figure]:
    """Return how long a page took with all engines that ran, and how many could not be looked at."""
    ordered = sorted(seen.seconds)
    tail = ordered[int(0.95 * (len(ordered) - 1))]
    note = "our engines"
    return [
        Figure(f"{name} pages not looked at", None, len(seen.errors), len(ordered)),
        Figure(f"{name} seconds a page, median", None, value=statistics.median(ordered), unit=" s", note=note),
        Figure(f"{name} seconds a page, p95", None, value=tail, unit=" s", note=note),
    ]


def browser(engines: list[str], others: list[str]) -> list[Figure]:
    """One reused browser: seconds a page with our engines alone, over 60 of the pages."""
    chosen = [name for name in usable(engines) if name != "static"]
    cases = [*cases_of("gds")[:30], *cases_of("act")[:30]]
    seconds = sorted(seen_by(cases, chosen).seconds[1:])
    alone = {name: f"{statistics.median(alone_on(cases[:20], name)[1:]):.2f} s" for name in usable(others)}
    tail = seconds[int(0.95 * (len(seconds) - 1))]
    return [Figure("Reused browser, seconds a page, p95", 1.0, value=tail, unit=" s", at_most=True, beside=alone)]


def alone_on(cases: list[Case], engine: str) -> list[float]:
    """Return the seconds of each page with one engine alone; pa11y as our command runs it, one page a process."""
    return look_at(data(), cases, [engine], lambda _line: None).seconds


def site(engines: list[str], _others: list[str]) -> list[Figure]:
    """500 pages, two at once, as the worker looks at a whole site by night."""
    chosen = usable(engines)
    with served(data(), [*cases_of("gds"), *cases_of("act")]) as addresses:
        pages = list(islice(cycle(addresses.items()), PAGES_OF_A_SITE))
        started = time.perf_counter()
        with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
            reports = list(pool.map(lambda page: audit_page(page[0], page[1], chosen), pages))
        seconds = time.perf_counter() - started
    without = sum(bool(report.error) for report in reports)
    published = {"865 ACT pages, one at once, axe and htmlcs without probes": "309 s"}
    return [
        Figure("500 pages, two at once", 300, value=seconds, unit=" s", at_most=True, beside=published),
        Figure("500 pages: not looked at", None, without, len(reports)),
    ]


def static(_engines: list[str], _others: list[str]) -> list[Figure]:
    """Milliseconds of the static rules: HTML of all labelled pages, and pages of the demo's blocks."""
    folder = data()
    texts = [(folder / case.file).read_text(errors="replace") for case in read_labels(folder / "labels.csv")]
    whole = percentile([timed(lambda text=text: run_rules(from_html(text))) for text in texts])  # type: ignore[misc] # bound now
    model = percentile([timed(lambda page=page: run_rules(extract(page))) for page in made.pages()])  # type: ignore[misc] # bound now
    page = made.long_page()
    written = percentile([timed(lambda: static_findings(page)) for _turn in range(20)])
    return [
        Figure("Writing help, a page of 2,000 words, p95", 50, value=written, unit=" ms", at_most=True),
        Figure("Static rules over HTML pages, p95", 50, value=whole, unit=" ms", at_most=True),
        Figure("Static rules over the content model, p95", 50, value=model, unit=" ms", at_most=True),
    ]


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of ``work``."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def percentile(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


PARTS: dict[str, Part] = {
    "static": static,
    "seeded": seeded,
    "gds": gds,
    "act": act,
    "browser": browser,
    "site": site,
    "upgrade": upgrade,
}
