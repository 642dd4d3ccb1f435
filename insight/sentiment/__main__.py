"""``python -m insight.sentiment``: one JSON object ``{"text","question","rating"}`` a line in, one judgement out.

Out comes ``{"sentiment","confidence","themes"}`` in the same order. ``question`` and ``rating`` may be missing. Which
end of the rating is best is found from the whole input; ``--scale best-high`` (5 is best) or ``best-low`` says it.
"""

import argparse
import io
import json
import sys
from typing import Any, TextIO

from insight.sentiment.judge import Line, judge
from insight.sentiment.questions import Scale


def read(line: str) -> Line:
    """Return the answer in a line; one that is no JSON object is taken as the text alone."""
    try:
        raw: Any = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, or brackets in brackets without end
        raw = None
    if not isinstance(raw, dict):
        return Line(line.rstrip("\r\n"), "", None)
    return Line(str(raw.get("text") or ""), str(raw.get("question") or ""), _whole(raw.get("rating")))


def _whole(value: object) -> int | None:
    """Return a rating as a whole number, whether it came as a number or as text."""
    try:
        return int(float(str(value)))
    except (ValueError, OverflowError):
        return None


def run(lines: TextIO, out: TextIO, scale: Scale | None = None) -> None:
    """Judge all lines together and write one line for each."""
    out.writelines(
        json.dumps(judged.as_json(), ensure_ascii=False) + "\n"
        for judged in judge([read(line) for line in lines], scale)
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m insight.sentiment", description="Judge answers, one JSON object a line."
    )
    parser.add_argument("--scale", choices=["best-high", "best-low"], help="which end of the rating is best")
    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace", newline="\n")
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="\n", write_through=True)
    run(source, target, parser.parse_args().scale)
