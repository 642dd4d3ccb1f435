"""``python -m library.captions FILE [--language en]``: one JSON object on stdout.

``{"valid":bool,"errors":[{"line","code","message"}],"cues":n,"quality":{...}}``; ``cues`` counts what a browser reads.
Exit 0 when the file is valid, 1 when it is not, 2 when it cannot be read.
"""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from library.captions.blocks import CaptionError, blocks
from library.captions.parser import parse
from library.captions.quality import quality
from library.captions.validator import faults

VALID, INVALID, UNREADABLE = 0, 1, 2


def report(content: bytes, language: str = "en", duration: float | None = None) -> dict[str, Any]:
    """Return what the command prints about one file."""
    text = content.decode("utf-8", errors="replace")
    found = faults(content, duration)
    try:
        count, cues = sum(block.is_cue for block in blocks(text)), parse(text)
    except CaptionError:
        count, cues = 0, []
    return {
        "valid": not found,
        "errors": [asdict(one) for one in found],
        "cues": count,
        "quality": quality(cues, language, duration).as_dict(),
    }


def main(arguments: list[str]) -> int:
    """Print the report and return the exit status."""
    parser = ArgumentParser(prog="python -m library.captions", description="Check a WebVTT captions file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="en", help="language of the captions, such as pl")
    parser.add_argument("--duration", type=float, help="length of the video in seconds")
    options = parser.parse_args(arguments)
    try:
        content = options.file.read_bytes()
    except OSError as error:
        print(f"{options.file}: {error.strerror}", file=sys.stderr)
        return UNREADABLE
    result = report(content, options.language, options.duration)
    print(json.dumps(result, ensure_ascii=False))
    return VALID if result["valid"] else INVALID


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
