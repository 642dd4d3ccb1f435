"""``python -m insight.privacy``: texts in, one a line; one JSON object ``{"text","spans"}`` out for each.

``text`` is the scrubbed text; ``spans`` are code points of the input: ``{"start","end","kind"}``.
"""

import io
import json
import sys
from typing import TextIO

from insight.privacy.scrub import scrub


def run(lines: TextIO, out: TextIO) -> None:
    """Write one line for each line read; an input line may be plain text, nothing is interpreted."""
    for line in lines:
        result = scrub(line.rstrip("\r\n"))
        spans = [span._asdict() for span in result.spans]
        out.write(json.dumps({"text": result.text, "spans": spans}, ensure_ascii=False) + "\n")
        out.flush()


if __name__ == "__main__":
    # Broken UTF-8 is replaced, never an error; only a line feed ends a line.
    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    run(source, io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n"))
