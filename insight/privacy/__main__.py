"""``python -m insight.privacy``: texts in, one a line; one JSON object ``{"text","spans"}`` out for each.

A line is either a JSON object with ``text``, or the text itself. ``text`` in the answer is the scrubbed text; ``spans``
are code points of the text that came in: ``{"start","end","kind"}``.
"""

import io
import json
import sys
from typing import TextIO

from insight.privacy.scrub import scrub


def text_of(line: str) -> str:
    """Return the text of a line: that of its JSON object, or the line as it stands when it is no such object."""
    line = line.rstrip("\r\n")
    if not line.lstrip().startswith("{"):
        return line
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, or brackets in brackets without end
        return line
    text = read.get("text") if isinstance(read, dict) else None
    return text if isinstance(text, str) else line


#: Ends of lines that JSON leaves as they are, and some readers of lines do not.
_ENDS = str.maketrans({end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})


def run(lines: TextIO, out: TextIO) -> None:
    """Write one line for each line read."""
    for line in lines:
        result = scrub(text_of(line))
        spans = [span._asdict() for span in result.spans]
        told = json.dumps({"text": result.text, "spans": spans}, ensure_ascii=False)
        out.write(told.translate(_ENDS) + "\n")
        out.flush()


if __name__ == "__main__":
    # Broken UTF-8 is replaced, never an error; only a line feed ends a line; Windows' mark at the start is no text.
    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace", newline="\n")
    run(source, io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="\n"))
