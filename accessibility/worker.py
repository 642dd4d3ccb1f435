"""The sealed process: file on stdin, one JSON object on stdout. Imports no Django, no settings, no models.

Started by absolute path with ``python -I``; see :mod:`accessibility.documents.sandbox`. ``check``, ``inspect``
and ``outline`` answer with JSON alone; ``mend``, ``draw`` and ``page`` with one line of JSON and then the bytes of
what they made.
"""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))


#: Verbs that answer with a file.
MAKERS = frozenset({"mend", "draw", "page"})


def main(arguments: list[str]) -> int:
    """Bind the process, then read the file and do what is asked."""
    from accessibility.documents import limits

    makes = arguments[0] in MAKERS
    limits.confine(limits.MAX_FILE + limits.MAX_OUTPUT if makes else limits.MAX_ANSWER)
    data = sys.stdin.buffer.read(limits.MAX_FILE + 1)
    answer, made = _answer(arguments, data) if len(data) <= limits.MAX_FILE else ({"error": "too_large"}, b"")
    sys.stdout.buffer.write(json.dumps(answer, sort_keys=True).encode() + (b"\n" + made if makes else b""))
    return 0


def _answer(arguments: list[str], data: bytes) -> tuple[dict[str, object], bytes]:
    """Return the answer in words, and the file that was made."""
    from accessibility.documents.base import Profile
    from accessibility.documents.examine import examine, inspect
    from accessibility.documents.mends.wire import make
    from accessibility.documents.outline.read import outline
    from accessibility.documents.wire import to_wire

    if arguments[0] in MAKERS:
        return make(arguments[0], data, json.loads(arguments[1]))
    if arguments[0] == "outline":
        return outline(data), b""
    report = inspect(data) if arguments[0] == "inspect" else examine(data, Profile(arguments[1]))
    return to_wire(report), b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
