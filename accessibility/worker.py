"""The sealed process: file on stdin, one JSON object on stdout. Imports no Django, no settings, no models.

Started by absolute path with ``python -I``; see :mod:`accessibility.documents.sandbox`.
"""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))


def main(arguments: list[str]) -> int:
    """Bind the process, then read and examine the file."""
    from accessibility.documents import limits

    limits.confine()
    data = sys.stdin.buffer.read(limits.MAX_FILE + 1)
    from accessibility.documents.base import Profile, Report
    from accessibility.documents.examine import examine, inspect
    from accessibility.documents.wire import to_wire

    if len(data) > limits.MAX_FILE:
        report = Report(error="too_large")
    else:
        report = inspect(data) if arguments[0] == "inspect" else examine(data, Profile(arguments[1]))
    sys.stdout.write(json.dumps(to_wire(report), sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
