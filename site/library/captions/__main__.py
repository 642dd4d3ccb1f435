"""``python -m library.captions FILE [--language en]``: one JSON object on stdout.

``{"valid":bool,"errors":[{"line","code","message"}],"cues":n,"quality":{...}}``; ``cues`` counts what a browser reads.
Exit 0 when the file is valid, 1 when it is not, 2 when it cannot be read; the object is printed each time.
"""

import json
import math
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from library.captions.blocks import CaptionError, blocks
from library.captions.findings import CaptionFault, fault
from library.captions.parser import Cue, parse
from library.captions.quality import quality
from library.captions.validator import faults

VALID, INVALID, UNREADABLE = 0, 1, 2
#: Read no further (bytes): captions of a day-long film are far below it, and a device never ends.
MOST = 20_000_000


def report(content: bytes, language: str = "en", duration: float | None = None) -> dict[str, Any]:
    """Return what the command prints about one file."""
    text = content.decode("utf-8", errors="replace")
    found = faults(content, duration)
    try:
        count, cues = sum(block.is_cue for block in blocks(text)), parse(text)
    except CaptionError:
        count, cues = 0, []
    return _answer(found, count, cues, language, duration)


def _answer(
    found: list[CaptionFault], count: int, cues: list[Cue], language: str, duration: float | None
) -> dict[str, Any]:
    return {
        "valid": not found,
        "errors": [asdict(one) for one in found],
        "cues": count,
        "quality": quality(cues, language, duration).as_dict(),
    }


def seconds(text: str) -> float:
    """Return a length in seconds. Raises ValueError for what is no length, such as "nan"."""
    number = float(text)
    if not 0 < number < math.inf:
        raise ValueError(text)
    return number


def main(arguments: list[str]) -> int:
    """Print the report and return the exit status."""
    parser = ArgumentParser(prog="python -m library.captions", description="Check a WebVTT captions file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="en", help="language of the captions, such as pl")
    parser.add_argument("--duration", type=seconds, help="length of the video in seconds")
    options = parser.parse_args(arguments)
    try:
        with options.file.open("rb") as file:
            content = file.read(MOST + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        reason = getattr(error, "strerror", None) or str(error)
        print(f"{options.file}: {reason}", file=sys.stderr)
        return _print(_answer([fault(0, "unreadable", reason)], 0, [], "en", None), UNREADABLE)
    if len(content) > MOST:
        return _print(_answer([fault(0, "too-large")], 0, [], "en", None), UNREADABLE)
    result = report(content, options.language, options.duration)
    return _print(result, VALID if result["valid"] else INVALID)


def _print(result: dict[str, Any], status: int) -> int:
    """Print the object in ASCII, which every terminal and pipe takes, and return ``status``."""
    print(json.dumps(result))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
