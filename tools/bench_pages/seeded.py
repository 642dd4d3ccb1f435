"""Seeded and clean pages: our rules over the content, and what others say of the same pages as a browser shows them."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.utils.html import escape

from accessibility.benchmark import Case
from accessibility.benchmark.run import served
from accessibility.benchmark.score import Finding
from accessibility.engines import ENGINES
from accessibility.extract import extract
from accessibility.reports.pages import audit_pages
from accessibility.rules import run_rules
from services.models import StandardPage
from tools.bench_documents.figures import Figure, rate
from tools.bench_pages import made
from tools.bench_pages.rivals import pa11y_on

SURE = {"fail", "warn"}


def seeded(_engines: list[str], others: list[str]) -> list[Figure]:
    """60 pages with one fault each and the same 60 without, from the demo's own blocks, judged by the gate's rules."""
    pages = made.pages()
    hits, missed, with_fault = 0, [], []
    for page, rule, block in made.with_faults(pages):
        found = {(finding.rule, finding.block_id) for finding in run_rules(extract(page))}
        hits += (rule, block) in found
        missed += [] if (rule, block) in found else [rule]
        with_fault.append(page)
    blocked = [finding for page in pages for finding in run_rules(extract(page)) if finding.blocking]
    stopped = {finding.block_id for finding in blocked}
    spoke, alarmed = alone(pages, with_fault, others)
    note = ", ".join([*missed, "others: a sure finding that the page without the fault has not"])
    return [
        Figure("Seeded faults found, in their block", 0.95, hits, len(pages), note=note, beside=spoke),
        Figure("Clean pages blocked", 0.02, len(stopped), len(pages), at_most=True, beside=alarmed),
    ]


def alone(
    clean: list[StandardPage], with_fault: list[StandardPage], others: list[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what each other engine finds of the faults, and how many clean pages it finds fault with."""
    spoke, alarmed = {}, {}
    names = [name for name in others if name in ENGINES]
    with tempfile.TemporaryDirectory() as folder:
        before, after = write(Path(folder), "clean", clean), write(Path(folder), "seeded", with_fault)
        with served(Path(folder), [*before, *after]) as addresses:
            for name in names:
                if reason := ENGINES[name].unavailable():
                    spoke[name] = alarmed[name] = reason
                    continue
                said = pa11y_on(addresses) if name == "pa11y" else by_engine(addresses, name)
                pairs = [
                    (sure(said.get(old.id, [])), sure(said.get(new.id, [])))
                    for old, new in zip(before, after, strict=True)
                ]
                spoke[name] = rate(sum(bool(new - old) for old, new in pairs), len(pairs))
                alarmed[name] = f"{rate(sum(bool(old) for old, _new in pairs), len(pairs))} with an error"
    return spoke, alarmed


def by_engine(addresses: dict[str, str], name: str) -> dict[str, list[Finding]]:
    """Return what one of our engines says of each page."""
    return {report.target: report.findings for report in audit_pages(addresses, [name])}


def sure(found: Iterable[Finding]) -> set[tuple[str, str]]:
    """Return rule and excerpt of what an engine is sure of; places move with the block that comes in."""
    return {(one["rule"], one["snippet"]) for one in found if one["outcome"] in SURE}


def write(folder: Path, group: str, pages: list[StandardPage]) -> list[Case]:
    """Write the blocks of each page into a plain page of HTML, and return them as cases."""
    (folder / group).mkdir()
    cases = []
    for number, page in enumerate(pages):
        blocks = "".join(f'<div data-block-id="{child.id}">{child.render()}</div>' for child in page.body)
        title = escape(page.title)
        html = f'<!doctype html><html lang="en"><title>{title}</title><body><main><h1>{title}</h1>{blocks}</main>'
        file = f"{group}/{number}.html"
        (folder / file).write_text(html)
        cases.append(Case(file, file, group == "seeded", frozenset(), approved=False))
    return cases
