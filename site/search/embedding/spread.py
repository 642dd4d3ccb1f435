"""The model, spread out once on disk: every process then maps the same weights instead of holding them itself.

ONNX Runtime turns int8 weights into floats when it loads them, 90 MB a process. Written down, they are mapped; the
table of words lies beside them as it came.

``python -m search.embedding.spread MODEL PLACE`` writes them, so that the memory that it takes goes with that process.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

MODEL, WEIGHTS, WORDS, SCALES, SUMS = "model.onnx", "weights.bin", "words.bin", "scales.npy", "SHA256SUMS"
#: What the model is given in place of its table: the rows that belong to the pieces of a text.
LOOKED_UP = "embedding"
FILES = (MODEL, WEIGHTS, WORDS, SCALES)
#: Another way to lay the parts out gets another place.
LAYOUT = 3
#: Smaller tables stay in the model's own file, in bytes.
LEAST = "100000"


class Rows:
    """A table of bytes on disk, of which rows are read as they are asked for.

    Mapped, each row would bring 64 kB of its neighbours along, and a process would soon hold the whole table.
    """

    def __init__(self, file: Path, count: int) -> None:
        """Open a file of ``count`` rows. OSError where it is missing."""
        self._file = os.open(file, os.O_RDONLY)
        self._width = os.fstat(self._file).st_size // count

    def __del__(self) -> None:
        """Close it."""
        if hasattr(self, "_file"):
            os.close(self._file)

    def __getitem__(self, numbers: NDArray[np.int64]) -> NDArray[np.int8]:
        """Return the rows of these numbers, along one more dimension."""
        wanted, places = np.unique(numbers, return_inverse=True)
        read = b"".join(os.pread(self._file, self._width, number * self._width) for number in wanted.tolist())
        return np.frombuffer(read, dtype=np.int8).reshape(-1, self._width)[places.reshape(numbers.shape)]


@dataclass(frozen=True)
class Parts:
    """The model without its table of words; the table, a row of bytes a piece; and by how much each row counts."""

    session: onnxruntime.InferenceSession
    words: Any
    scales: Any


def held(model: Path) -> Parts:
    """Return the parts of a model that lies in one file, held by this process alone."""
    # Only who writes or holds the model needs what reads its format, which takes 3 MB.
    from search.embedding.onnx_graph import without_words

    cut, words, scales = without_words(model.read_bytes())
    return Parts(_session(cut), words, scales)


def mapped(place: Path) -> Parts:
    """Return the parts of a model that was spread out."""
    scales = np.load(place / SCALES)
    return Parts(_session(str(place / MODEL)), Rows(place / WORDS, len(scales)), scales)


def _session(model: str | bytes) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(model, options(), providers=["CPUExecutionProvider"])


def options() -> onnxruntime.SessionOptions:
    """Return how a model is loaded."""
    made = onnxruntime.SessionOptions()
    # One thread a request: the web server has its own, and two cores are soon busy.
    made.intra_op_num_threads = made.inter_op_num_threads = 1
    made.enable_cpu_mem_arena = False
    made.log_severity_level = 3
    return made


def spread(model: Path, digest: str, folder: Path) -> Path:
    """Return where ``model`` is spread out: in ``folder``, made anew where it is missing or damaged.

    ``digest`` names the model; another model, or another version of the runtime, gets a place of its own. OSError
    where the folder cannot be written.
    """
    place = folder / f"{digest[:16]}-{onnxruntime.__version__}-{LAYOUT}"
    if not _whole(place):
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder, prefix="new-"))
        try:
            _write_apart(model, made)
            shutil.rmtree(place, ignore_errors=True)
            _take(made, place)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return place


def _write_apart(model: Path, place: Path) -> None:
    """Run this module; OSError where that fails."""
    command = [sys.executable, "-m", "search.embedding.spread", str(model), str(place)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if done.returncode:
        raise OSError(f"The model could not be spread out: {done.stderr.strip()[-500:]}")


def _take(made: Path, place: Path) -> None:
    """Move what was made to its place, unless another process was faster."""
    try:
        made.rename(place)
    except OSError:
        if not _whole(place):
            raise


def _write(model: Path, place: Path) -> None:
    """Let the runtime write the model down as it would lay it out in memory, for any processor."""
    from search.embedding.onnx_graph import without_words

    cut, words, scales = without_words(model.read_bytes())
    how = options()
    how.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    how.optimized_model_filepath = str(place / MODEL)
    how.add_session_config_entry("session.optimized_model_external_initializers_file_name", WEIGHTS)
    how.add_session_config_entry("session.optimized_model_external_initializers_min_size_in_bytes", LEAST)
    onnxruntime.InferenceSession(cut, how, providers=["CPUExecutionProvider"])
    (place / WORDS).write_bytes(words.tobytes())
    np.save(place / SCALES, scales)
    (place / SUMS).write_text(_sums(place))
    place.chmod(0o755)


def _whole(place: Path) -> bool:
    """Return whether all files are there, as they were written."""
    try:
        return (place / SUMS).read_text() == _sums(place)
    except OSError:
        return False


def _sums(place: Path) -> str:
    """Return the lines that ``sha256sum`` would print."""
    lines = []
    for name in FILES:
        with (place / name).open("rb") as file:
            lines.append(f"{file_digest(file, 'sha256').hexdigest()}  {name}{os.linesep}")
    return "".join(lines)


if __name__ == "__main__":
    _write(Path(sys.argv[1]), Path(sys.argv[2]))
