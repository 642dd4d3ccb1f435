"""``python -m tools.bench_documents [--only PART ...] [--alone]``: measure, print, and exit 1 when a target is lost."""

import argparse
import os
import sys
import time

from tools.bench_documents import labels
from tools.bench_documents.parts import PARTS, Setting
from tools.bench_documents.short import SHORT_TODAY


def main() -> int:
    """Run the parts asked for and print every figure."""
    options = _parser().parse_args()
    setting = Setting(tuple(labels.read()), options.procs, others=not options.alone)
    lost = []
    for name in options.only or PARTS:
        load, started = os.getloadavg()[0], time.monotonic()
        figures = PARTS[name](setting)
        print(f"\n== {name} (load {load:.1f} at its start, {time.monotonic() - started:.0f} s)")
        for figure in figures:
            print(figure, flush=True)
        lost += [figure.name for figure in figures if not figure.reached and figure.name not in SHORT_TODAY]
    print(f"\n{'Lost: ' + '; '.join(lost) if lost else 'Every target that held still holds.'}")
    return 1 if lost else 0


def _parser() -> argparse.ArgumentParser:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench_documents", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=list(PARTS), metavar="PART", help=f"one of {', '.join(PARTS)}"
    )
    parser.add_argument("--procs", type=int, default=2, help="files checked at once (2)")
    parser.add_argument("--alone", action="store_true", help="leave the other checkers out")
    return parser


if __name__ == "__main__":
    sys.exit(main())
