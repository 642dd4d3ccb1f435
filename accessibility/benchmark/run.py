"""Let engines look at labelled pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from urllib.parse import quote

from accessibility.benchmark.labels import BadLabels, Case
from accessibility.benchmark.score import Finding
from accessibility.benchmark.serve import serving
from accessibility.reports.pages import audit_pages


@dataclass
class Seen:
    """Findings by case, why pages could not be looked at, and the seconds that each took."""

    findings: dict[str, list[Finding]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)


def look_at(root: Path, cases: Sequence[Case], engines: list[str], progress: Callable[[str], object]) -> Seen:
    """Serve the pages below ``root`` and return what the engines say of each. Raises :class:`BadLabels`."""
    seen = Seen()
    with served(root, cases) as addresses:
        started = perf_counter()
        for number, report in enumerate(audit_pages(addresses, engines), start=1):
            seen.seconds.append(perf_counter() - started)
            seen.findings[report.target] = report.findings
            if report.error:
                seen.errors[report.target] = report.error
            progress(f"{number}/{len(addresses)} {report.target}")
            started = perf_counter()
    return seen


@contextmanager
def served(root: Path, cases: Sequence[Case]) -> Iterator[dict[str, str]]:
    """Serve the pages and give the address of each case by its id. Raises :class:`BadLabels`."""
    if missing := [case.file for case in cases if not (root / case.file).is_file()]:
        raise BadLabels(f"{root}: {len(missing)} of the labelled files are not there, for example {missing[0]}.")
    with ExitStack() as stack:
        groups = sorted({case.group for case in cases})
        hosts = {group: stack.enter_context(serving(root / group)) for group in groups}
        yield {case.id: address_of(case, hosts) for case in cases}


def address_of(case: Case, hosts: dict[str, str]) -> str:
    """Return where a case is served."""
    inner = case.file.removeprefix(f"{case.group}/") if case.group else case.file
    return f"{hosts[case.group]}/{quote(inner)}"
