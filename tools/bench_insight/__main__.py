"""``make bench-insight``: run each part, print its figures, and leave with 1 when one is worse than promised.

Without names all parts run, and those that need a database run once more on PostgreSQL, one that waits for the disk.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

from tests.servers.postgresql import installed
from tools.bench_insight import alarms, boards, hostile, index, intake, killing, panel, privacy, sentiment

PARTS: Mapping[str, Callable[[], bool]] = {
    "privacy": privacy.main, "hostile": hostile.main, "index": index.main, "sentiment": sentiment.main,
    "alarms": alarms.main,
    "panel": panel.main, "intake": intake.main, "killing": killing.main, "boards": boards.main,
}  # fmt: skip
STORED = ("panel", "intake", "killing", "boards")


def main(wanted: list[str]) -> int:
    """Run the parts named, or all; return 1 when a promise is missed. A name of a database means that one only."""
    databases = [name for name in ("sqlite", "postgresql") if name in wanted] or ["sqlite", "postgresql"]
    names = [name for name in wanted if name not in databases] or [*PARTS]
    unknown = sorted({*names} - {*PARTS})
    if unknown:
        print(f"There is no part {', '.join(unknown)}. Parts are: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    if os.environ.get("WAYMARK_TEST_DATABASE"):
        return int(not run([name for name in names if name in STORED]))
    kept = run(names) if "sqlite" in databases else True
    stored = [name for name in names if name in STORED]
    if "postgresql" in databases and stored:
        kept &= on_postgresql(stored)
    return int(not kept)


def run(names: list[str]) -> bool:
    """Run the parts in the order in which they stand above, each of several in a process of its own."""
    if len(names) == 1:
        return PARTS[names[0]]()
    kept = True
    for name in PARTS:
        if name in names:
            started = time.monotonic()
            command = [sys.executable, "-m", "tools.bench_insight", "sqlite", name]
            kept &= not subprocess.run(command, check=False).returncode
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    return kept


def on_postgresql(names: list[str]) -> bool:
    """Run parts on a PostgreSQL of their own."""
    if not installed():
        print("PostgreSQL is not installed, so nothing is known of it: run 'make system-packages'.", file=sys.stderr)
        return False
    command = [sys.executable, "-m", "tests.servers.postgresql", sys.executable, "-m", "tools.bench_insight", *names]
    return not subprocess.run(command, check=False, env={**os.environ, "WAYMARK_TEST_FSYNC": "on"}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
