"""What a web process holds once it has searched: measured in a process of its own, that has done nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection
from django.test import Client

from search.quality import labelled
from tools.bench_search.quality import DATA
from tools.steps import ROOT


def run() -> int:
    """Ask the search page as residents do, and print the resident memory of this process in megabytes (Linux)."""
    client = Client()
    for case in list(labelled(DATA / "queries_public.tsv"))[:60]:
        client.get("/search/", {"q": case.query})
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    print(pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000)
    return 0


def of_a_web_process() -> float:
    """Return the megabytes that :func:`run` prints, on the database that this process has."""
    name = connection.settings_dict["NAME"]
    given = os.environ.get("WAYMARK_TEST_DATABASE", "")
    address = f"{given.rpartition('/')[0]}/{name}" if given.startswith("postgres") else f"sqlite:///{name}"
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench_search", "memory"],
        env={**os.environ, "WAYMARK_TEST_DATABASE": address}, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout)
