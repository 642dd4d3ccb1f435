"""Labelled pages: a CSV file with the columns file, expected (passed or failed) and wcag; id and approved are optional.

``wcag`` holds the criteria of the planted failure, with spaces between. Where it is empty any finding counts that is no
noise of the template; see :mod:`accessibility.benchmark.score`.
"""

import csv
from dataclasses import dataclass
from pathlib import Path


class BadLabels(ValueError):  # noqa: N818 - the text says what to mend
    """The labels cannot be used."""


@dataclass(frozen=True)
class Case:
    """One page; ``file`` is relative to the folder of all pages."""

    id: str
    file: str
    failed: bool
    criteria: frozenset[str]
    approved: bool

    @property
    def group(self) -> str:
        """Return the first folder: it is the web root that the page's own addresses start from."""
        return self.file.split("/", 1)[0] if "/" in self.file else ""


def read_labels(path: Path) -> list[Case]:
    """Return the cases. Raises :class:`BadLabels`."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadLabels(f"{path}: the labels could not be read ({error}).") from error
    if not rows or not {"file", "expected"} <= set(rows[0]):
        raise BadLabels(f"{path}: labels need the columns “file” and “expected”.")
    return [as_case(row, number, path) for number, row in enumerate(rows, start=2)]


def as_case(row: dict[str, str], number: int, path: Path) -> Case:
    """Return one row as a case."""
    if row["expected"] not in {"passed", "failed"}:
        raise BadLabels(f"{path}, line {number}: “expected” is passed or failed, not “{row['expected']}”.")
    return Case(
        id=row.get("id") or row["file"],
        file=row["file"],
        failed=row["expected"] == "failed",
        criteria=frozenset((row.get("wcag") or "").split()),
        approved=row.get("approved") == "1",
    )
