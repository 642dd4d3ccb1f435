"""``python -m tools.bench_pages [--only PART ...]``: measure, print, and exit 1 when a target is lost."""

import argparse
import os
import sys
import tempfile
import time

os.environ["WAYMARK_VAR_DIR"] = tempfile.mkdtemp(prefix="waymark-bench-pages-")
os.environ["DJANGO_SETTINGS_MODULE"] = "waymark.settings.demo"


def main() -> int:
    """Run the parts asked for and print every figure."""
    import django

    django.setup()
    from tools.bench_pages.parts import PARTS

    options = _parser(list(PARTS)).parse_args()
    lost = []
    for name in options.only or PARTS:
        load, started = os.getloadavg()[0], time.monotonic()
        figures = PARTS[name](options.engines.split(","), options.beside.split(","))
        print(f"\n== {name} (load {load:.1f} at its start, {time.monotonic() - started:.0f} s)")
        for figure in figures:
            print(figure, flush=True)
        lost += [figure.name for figure in figures if not figure.reached]
    print(f"\n{'Lost: ' + '; '.join(lost) if lost else 'Every target holds.'}")
    return 1 if lost else 0


def _parser(parts: list[str]) -> argparse.ArgumentParser:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench_pages", description=__doc__)
    parser.add_argument("--only", action="append", choices=parts, metavar="PART", help=f"one of {', '.join(parts)}")
    parser.add_argument("--engines", default="static,axe,htmlcs,probes", help="ours: static,axe,htmlcs,probes")
    parser.add_argument("--beside", default="axe,pa11y", help="engines that are also scored alone: axe,pa11y")
    return parser


if __name__ == "__main__":
    sys.exit(main())
