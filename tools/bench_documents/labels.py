"""The labelled files of the shared data: ``labels.csv`` names file, label, rule, origin and licence."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.steps import ROOT

FOLDER = Path(os.environ.get("WAYMARK_BENCH_DATA") or ROOT.parent / "shared" / "data").resolve() / "documents"


@dataclass(frozen=True)
class Labelled:
    """One file: ``label`` is pass, fail or unknown; ``rule`` is what it was made to show."""

    path: Path
    label: str
    rule: str

    @property
    def series(self) -> str:
        """Return the corpus, which the file's name begins with, such as ``vera-ua1``."""
        return self.path.name.split("__")[0]

    @property
    def suffix(self) -> str:
        """Return the format by its ending, without the dot."""
        return self.path.suffix.lstrip(".")


def read() -> list[Labelled]:
    """Return every labelled file that is there. Raises SystemExit with one line when the data is not there."""
    table = FOLDER / "labels.csv"
    if not table.is_file():
        raise SystemExit(
            f"There is no labelled data in {FOLDER}. Set WAYMARK_BENCH_DATA to the folder of the data sets."
        )
    with table.open(encoding="utf-8", newline="") as file:
        return list(_rows(csv.DictReader(file)))


def _rows(table: "csv.DictReader[str]") -> Iterator[Labelled]:
    """Yield the rows of the table whose file exists."""
    for row in table:
        if (path := FOLDER / row["file"]).is_file():
            yield Labelled(path, row["label"], row["rule"])


def choose(files: list[Labelled], series: str, label: str) -> list[Labelled]:
    """Return the files of one corpus with one label."""
    return [file for file in files if file.series == series and file.label == label]
