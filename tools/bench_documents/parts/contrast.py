"""Contrast by rendering: veraPDF's four public failures, and made PDF files since the public part has no clean ones."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.bench_documents.checker import Answer, check_all
from tools.bench_documents.figures import Figure, rate
from tools.bench_documents.made.contrast import GOOD, POOR, page
from tools.bench_documents.others import Said, beside
from tools.bench_documents.setting import Setting

RULE = "WM-PDF-CONTRAST"


def measure(setting: Setting) -> list[Figure]:
    """Return what is found of public and made failures, and what is falsely found on made clean pages."""
    public = [file.path for file in setting.of("vera-contrast", "fail")]
    with TemporaryDirectory() as folder:
        poor, good = _write(Path(folder), "poor", POOR), _write(Path(folder), "good", GOOD)
        return [
            _figure("Contrast: veraPDF's failures found", 7 / 8, public, setting),
            _figure("Contrast: made failures found", 7 / 8, poor, setting),
            _figure("Contrast: made clean pages flagged", 0, good, setting, at_most=True),
        ]


def _figure(name: str, target: float, paths: list[Path], setting: Setting, *, at_most: bool = False) -> Figure:
    """Return how many of the files have the finding."""
    answers = check_all(paths, procs=setting.procs)
    told = beside(paths, _told, wanted=setting.others)
    return Figure(name, target, sum(map(_found, answers)), len(paths), at_most=at_most, beside=told)


def _found(answer: Answer) -> bool:
    """Return whether contrast was reported."""
    return RULE in answer.values("rule")


def _told(said: Sequence[Said]) -> str:
    """Return how often another checker speaks of contrast problems."""
    return rate(sum("contrast" in one.findings.lower() for one in said), len(said))


def _write(folder: Path, name: str, looks: Sequence[tuple[str, str, int]]) -> list[Path]:
    """Write one page for each look and return the files."""
    paths = [folder / f"{name}-{number}.pdf" for number in range(len(looks))]
    for path, look in zip(paths, looks, strict=True):
        path.write_bytes(page(*look))
    return paths
