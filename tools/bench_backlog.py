"""``make bench-backlog``: does throughput grow with ``--procs``, and does a run that is killed repeat anything?

The documents are small ones of every format: those in ``tests/data/documents`` and those that the benchmark makes
itself. Each copy differs in bytes that no reader looks at, so that no verdict is known beforehand. Throughput is timed
on ``--timed`` of them, the kill and the restart are done with all. Everything happens in a folder and a database of
its own.
"""

import argparse
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from itertools import cycle, islice
from pathlib import Path

from tools.bench_documents.made import docx, odt, pptx, xlsx
from tools.steps import PYTHON, ROOT, say

MAKERS = (docx, odt, pptx, xlsx)
SOURCES = ROOT / "tests" / "data" / "documents"
#: The run is killed when so much of it is done.
KILLED_AT = 0.4


def copy_of(data: bytes, number: int) -> bytes:
    """Return the file with a mark of its own: a comment after a PDF's end, or in a package's directory."""
    if not data.startswith(b"PK"):
        return data + f"\n%{number}\n".encode()
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as package:
        package.comment = str(number).encode()
    return file.getvalue()


def make_documents(folder: Path, count: int) -> list[str]:
    """Write ``count`` documents and return their paths."""
    paths = []
    for number, (suffix, data) in enumerate(islice(cycle(sources()), count)):
        path = folder / f"{number:05}{suffix}"
        path.write_bytes(copy_of(data, number))
        paths.append(str(path))
    return paths


def sources() -> list[tuple[str, bytes]]:
    """Return ending and content of the documents that are copied."""
    kept = sorted(path for path in SOURCES.iterdir() if path.suffix in {".pdf", ".odt"})
    found = [(path.suffix, path.read_bytes()) for path in kept]
    return found + [(f".{maker.__name__.rpartition('.')[2]}", data) for maker in MAKERS for data in maker.clean()]


class Site:
    """A site of its own with an empty database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.environment = {
            **os.environ,
            "WAYMARK_VAR_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "waymark.settings.demo",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        }
        subprocess.run(self.command("migrate", "-v0"), env=self.environment, cwd=ROOT, check=True, capture_output=True)

    def command(self, *arguments: str) -> list[str]:
        """Return a command of the site."""
        return [str(PYTHON), "manage.py", *arguments]

    def audit(self, paths: list[str], procs: int) -> subprocess.Popen[str]:
        """Start the audit."""
        command = self.command("audit", "document", "--format", "json", "--procs", str(procs), *paths)
        errors = (self.folder / "progress.txt").open("w")
        return subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True
        )

    def finished(self) -> dict[str, str]:
        """Return content hash -> when it was checked, for all that is stored."""
        with sqlite3.connect(self.folder / "demo.sqlite3") as database:
            return dict(database.execute("SELECT sha256, checked_at FROM accessibility_documentaudit"))


def answers_of(process: subprocess.Popen[str]) -> list[dict[str, object]]:
    """Return what a run prints until it ends."""
    output, _errors = process.communicate()
    return [json.loads(line) for line in output.splitlines()]


def time_of(folder: Path, paths: list[str], procs: int) -> float:
    """Return the seconds of a whole run, start of the process included."""
    site = Site(folder / f"procs-{procs}")
    started = time.monotonic()
    answers = answers_of(site.audit(paths, procs))
    seconds = time.monotonic() - started
    unchecked = sum("error" in answer for answer in answers)
    pace = len(answers) / seconds
    say(f"--procs {procs}: {len(answers)} files in {seconds:.1f} s, {pace:.2f} a second, {unchecked} not checked")
    return seconds


def kill_and_restart(folder: Path, paths: list[str]) -> bool:
    """Kill a run half way and start it again; return whether every file was checked exactly once."""
    site = Site(folder / "killed")
    process = site.audit(paths, os.cpu_count() or 1)
    assert process.stdout is not None  # noqa: S101 - it was opened as a pipe
    for _line in islice(process.stdout, int(len(paths) * KILLED_AT)):
        pass
    process.kill()
    process.wait()
    before = site.finished()
    answers = answers_of(site.audit(paths, os.cpu_count() or 1))
    after = site.finished()
    repeated = sum(after[sha256] != checked for sha256, checked in before.items())
    say(
        f"killed with {len(before)} of {len(paths)} stored; the second run printed {len(answers)} answers, "
        f"checked {len(after) - len(before)} more and repeated {repeated}"
    )
    return not repeated and len(after) == len(answers) == len(paths)


def main() -> int:
    """Print the figures; exit status 1 when something was repeated or lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--timed", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-backlog-") as name:
        folder = Path(name)
        (folder / "files").mkdir()
        paths = make_documents(folder / "files", options.documents)
        cores = os.cpu_count() or 1
        alone, together = (time_of(folder, paths[: options.timed], procs) for procs in (1, max(cores, 2)))
        say(f"{alone / together:.2f} times as fast with --procs {max(cores, 2)} on {cores} cores")
        return 0 if kill_and_restart(folder, paths) else 1


if __name__ == "__main__":
    sys.exit(main())
