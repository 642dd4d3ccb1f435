"""``python -m accessibility check``: the checker without the website. Nothing but JSON or plain lines on stdout."""

import argparse
import errno
import io
import json
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accessibility.documents.base import Profile
from accessibility.documents.plain import lines_of
from accessibility.documents.sandbox import check_file
from accessibility.documents.verdict import as_contract

CONFORMS, VIOLATIONS, NOT_CHECKED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files named and return 0 when all conform, 1 when one does not, 2 when one could not be checked."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name outside the terminal's encoding must not lose the answers
        sys.stdout.reconfigure(errors="backslashreplace")
    profile = Profile(options.profile)
    answers = [_check(Path(name), profile) for name in options.files]
    if options.json:
        single = len(answers) == 1
        data = answers[0] if single else [{"file": f, **a} for f, a in zip(options.files, answers, strict=True)]
        sys.stdout.write(json.dumps(data) + "\n")
    else:
        for name, answer in zip(options.files, answers, strict=True):
            sys.stdout.write("\n".join(lines_of(name, answer)) + "\n")
    return exit_code(answers)


def exit_code(answers: Sequence[dict[str, Any]]) -> int:
    """Return the worst of all answers."""
    if any("error" in answer for answer in answers):
        return NOT_CHECKED
    return CONFORMS if all(answer["conforms"] for answer in answers) else VIOLATIONS


def _parser() -> argparse.ArgumentParser:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m accessibility", description="Check documents against WCAG 2.1.")
    check = parser.add_subparsers(dest="command", required=True).add_parser("check", help="check one or many files")
    check.add_argument("--json", action="store_true", help="print JSON: one object, or a list for several files")
    check.add_argument("--profile", choices=[profile.value for profile in Profile], default=Profile.WCAG.value)
    check.add_argument("files", nargs="+", metavar="FILE")
    return parser


def _check(path: Path, profile: Profile) -> dict[str, Any]:
    """Return the answer for one path; a file that cannot be opened is an answer too.

    Only regular files are opened: a pipe without a writer would hold the whole run for ever.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            sys.stderr.write(f"{path}: not a regular file\n")
            return {"error": "missing"}
        with path.open("rb") as file:
            return as_contract(check_file(file, profile), profile)
    except OSError as error:
        sys.stderr.write(f"{path}: {error.strerror}\n")
        return {"error": "no_room" if error.errno == errno.ENOSPC else "missing"}
