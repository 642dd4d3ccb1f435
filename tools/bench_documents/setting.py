"""What every part of the benchmark is given."""

from dataclasses import dataclass

from tools.bench_documents.labels import Labelled


@dataclass(frozen=True)
class Setting:
    """The labelled files, how many are checked at once, and whether other checkers are asked too."""

    files: tuple[Labelled, ...]
    procs: int
    others: bool

    def of(self, series: str, *labels: str) -> list[Labelled]:
        """Return the files of one corpus with one of the labels."""
        return [file for file in self.files if file.series == series and file.label in labels]
