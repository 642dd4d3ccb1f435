"""Read a glossary from CSV: ``english,rule,text``."""

import csv
from pathlib import Path

from translation.checks.base import Term

RULES = ("must", "keep", "forbidden")


class TermsError(Exception):
    """A glossary that cannot be used; the message says which line and why."""


def read_terms(path: Path) -> tuple[Term, ...]:
    """Return the terms of a CSV file in UTF-8 with a header line. Raises TermsError, OSError."""
    try:
        lines = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (UnicodeDecodeError, csv.Error) as error:
        raise TermsError("The glossary is no CSV file in UTF-8. Save it as CSV UTF-8.") from error
    return tuple(_term(number, line) for number, line in enumerate(lines, start=2))


def _term(number: int, line: dict[str, str | None]) -> Term:
    english, rule, text = ((line.get(key) or "").strip() for key in ("english", "rule", "text"))
    if rule not in RULES:
        raise TermsError(f"Line {number} of the glossary: the rule is “{rule}”. Write must, keep or forbidden.")
    if not (text if rule == "forbidden" else english):
        raise TermsError(f"Line {number} of the glossary has no term.")
    return Term(english, rule, text)
