"""Other checkers, each in an environment of its own that ``make bench-checkers`` fills: they are never a dependency.

page-validation is the engine that the checker itself uses, here asked alone.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.steps import PYTHON, VAR

HOME = Path(os.environ.get("WAYMARK_BENCH_CHECKERS") or VAR / "bench-checkers").resolve()
SECONDS = 30
ENGINE = """
import page, sys
report = page.validate_pdf_bytes(open(sys.argv[1], "rb").read(), profile="ua1")
sys.exit(2 * bool(report.failures))
"""


@dataclass(frozen=True)
class Said:
    """What another checker did with a file: flagged it, said nothing against it, or ended without an answer."""

    flagged: bool
    error: str
    seconds: float
    findings: str


@dataclass(frozen=True)
class Other:
    """One other checker: its name, its command before the file, and how an ended run is read.

    ``read`` takes exit code and standard output and returns whether the file was flagged, or None for no answer;
    ``findings`` is the part of the output that speaks of faults.
    """

    name: str
    command: tuple[str, ...]
    read: Callable[[int, str], bool | None]
    findings: Callable[[str], str]

    @property
    def installed(self) -> bool:
        """Return whether it can be run here."""
        return Path(self.command[0]).is_file()

    def ask(self, path: Path) -> Said:
        """Return what it says of one file, within 30 seconds."""
        started = time.monotonic()
        try:
            done = subprocess.run(
                [*self.command, str(path)], capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return Said(flagged=False, error="timeout", seconds=time.monotonic() - started, findings="")
        verdict = self.read(done.returncode, done.stdout)
        error = "no answer" if verdict is None else ""
        findings = "" if verdict is None else self.findings(done.stdout)
        return Said(bool(verdict), error, time.monotonic() - started, findings)

    def ask_all(self, paths: Iterable[Path], procs: int = 2) -> Sequence[Said]:
        """Return what it says of each, in their order."""
        with ThreadPoolExecutor(procs) as pool:
            return list(pool.map(self.ask, paths))


def _engine(code: int, _output: str) -> bool | None:
    """Read exit 0 as clean, 2 as flagged; 1 is Python's own exit after an exception."""
    return {0: False, 2: True}.get(code)


def _pdfua(code: int, _output: str) -> bool | None:
    """Read pdfua's ordered exit codes: 0 clean, 1 to 3 findings, 4 unreadable."""
    return None if code > 3 else code > 0


def _accesspdf(code: int, output: str) -> bool | None:
    """Read accesspdf's table: its exit code says nothing of the file."""
    return None if code else "│ Errors       │ 0 " not in output


def _outloud(code: int, output: str) -> bool | None:
    """Read outloud's JSON report; an unreadable file is no answer."""
    try:
        verdict = json.loads(output)["results"][0]["verdict"]
    except (ValueError, KeyError, IndexError):
        return None
    return None if verdict == "unreadable" else code > 0


def _list(output: str) -> str:
    """Return the findings of a JSON report of one file, wherever they stand."""
    report = json.loads(output)
    return json.dumps(report.get("findings") or report.get("results", [{}])[0].get("findings", []))


def _marked(output: str) -> str:
    """Return accesspdf's lines below its table: each fault begins with a cross or a mark."""
    return output.rpartition("┘")[2]


OTHERS = (
    Other("page-validation alone", (str(PYTHON), "-I", "-c", ENGINE), _engine, str),
    Other("pdfua 0.1.3", (str(HOME / "pdfua/bin/pdfua"), "check", "--format", "json"), _pdfua, _list),
    Other("accesspdf 1.2.1", (str(HOME / "accesspdf/bin/accesspdf"), "check"), _accesspdf, _marked),
    Other("outloud 0.2.1", (str(HOME / "outloud/bin/outloud"), "--json", "-"), _outloud, _list),
)


def beside(paths: Sequence[Path], tell: Callable[[Sequence[Said]], str], *, wanted: bool) -> dict[str, str]:
    """Return for each other checker its figure over ``paths`` in words, or that it is not installed."""
    if not wanted:
        return {}
    return {
        other.name: tell(other.ask_all(paths)) if other.installed else "not installed (make bench-checkers)"
        for other in OTHERS
    }
