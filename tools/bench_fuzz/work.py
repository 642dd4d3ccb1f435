"""What each process of the fuzzer does: it has its own seeds and its own folder for temporary files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench_documents import labels
from tools.bench_documents.made import docx, odt, pptx, xlsx
from tools.bench_fuzz.mutate import damaged
from tools.bench_fuzz.watch import Outcome, watch

#: Seeds above this size, in bytes, only make the run slower.
LARGEST = 60_000

_SEEDS: list[bytes] = []
_RUN: dict[str, int] = {}


def begin(seed: int) -> None:
    """Give a process its seeds and a temporary folder of its own."""
    _SEEDS.extend(_seeds())
    _RUN["seed"] = seed
    tempfile.tempdir = tempfile.mkdtemp(prefix="waymark-fuzz-")


def run(number: int) -> Outcome:
    """Damage one file and check it."""
    return watch(damaged(_SEEDS, _RUN["seed"], number), number, Path(str(tempfile.tempdir)))


def _seeds() -> Iterator[bytes]:
    """Yield the smaller public files and the made ones."""
    paths = sorted(file.path for file in labels.read() if file.path.stat().st_size <= LARGEST)
    yield from (path.read_bytes() for path in paths)
    for maker in (docx, odt, pptx, xlsx):
        yield from maker.clean()[:6]
