"""``python -m tools.bench_fuzz [--inputs 10000] [--seed 1] [--procs 2]``: exit 1 on an escape or a hang."""

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter

from tools.bench_documents import labels
from tools.bench_documents.figures import percentile
from tools.bench_fuzz.watch import Outcome
from tools.bench_fuzz.work import begin, run


def main() -> int:
    """Run all inputs and print what came of them."""
    options = _parser().parse_args()
    labels.read()  # Says so when there are none; a pool would start its processes anew for ever.
    started, load = time.monotonic(), os.getloadavg()[0]
    numbers = range(options.first, options.first + options.inputs)
    with multiprocessing.get_context("spawn").Pool(options.procs, begin, (options.seed,)) as pool:
        outcomes = []
        for outcome in pool.imap_unordered(run, numbers, chunksize=16):
            outcomes.append(outcome)
            if len(outcomes) % 500 == 0:
                print(f"{len(outcomes)} inputs, {time.monotonic() - started:.0f} s", flush=True)
    _report(outcomes, load)
    return 1 if any(outcome.escaped or outcome.hung for outcome in outcomes) else 0


def _report(outcomes: list[Outcome], load: float) -> None:
    """Print verdicts, errors, times, escapes and hangs."""
    times = [outcome.seconds for outcome in outcomes]
    said = ", ".join(f"{name} {count}" for name, count in Counter(one.said for one in outcomes).most_common())
    print(f"{len(outcomes)} inputs (load {load:.1f} at the start): {said}")
    median, slow = percentile(times, 0.5), percentile(times, 0.95)
    print(f"time: median {median:.2f} s, 95th percentile {slow:.2f} s, longest {max(times, default=0):.1f} s")
    for name, found in (("escapes", [o for o in outcomes if o.escaped]), ("hangs", [o for o in outcomes if o.hung])):
        print(f"{name}: {len(found)}")
        for outcome in found[:20]:
            print(f"  input {outcome.number}: {outcome.said} {outcome.seconds:.1f} s {outcome.escaped}")


def _parser() -> argparse.ArgumentParser:
    """Return the options; a find is repeated with its number as ``--first`` and ``--inputs 1``."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench_fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--procs", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
