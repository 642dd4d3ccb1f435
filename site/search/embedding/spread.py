"""The model, spread out once on disk: every process then maps the same weights instead of holding them itself.

ONNX Runtime turns int8 weights into floats when it loads them, 90 MB a process. Written down, they are mapped: pages
of the table of words stay on disk until a word needs them, and processes share what they have read.
"""

import os
import shutil
import tempfile
from hashlib import file_digest
from pathlib import Path

import onnxruntime

MODEL, WEIGHTS, SUMS = "model.onnx", "weights.bin", "SHA256SUMS"
#: Smaller tables stay in the model's own file, in bytes.
LEAST = "100000"


def options() -> onnxruntime.SessionOptions:
    """Return how a model is loaded."""
    made = onnxruntime.SessionOptions()
    # One thread a request: the web server has its own, and two cores are soon busy.
    made.intra_op_num_threads = made.inter_op_num_threads = 1
    made.enable_cpu_mem_arena = False
    made.log_severity_level = 3
    return made


def spread(model: Path, digest: str, folder: Path) -> Path:
    """Return the spread model for ``model``, made in ``folder`` where it is missing or damaged.

    ``digest`` names the model; another model, or another version of the runtime, gets a place of its own. OSError
    where the folder cannot be written.
    """
    place = folder / f"{digest[:16]}-{onnxruntime.__version__}"
    if not _whole(place):
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder, prefix="new-"))
        try:
            _write(model, made)
            shutil.rmtree(place, ignore_errors=True)
            _take(made, place)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return place / MODEL


def _take(made: Path, place: Path) -> None:
    """Move what was made to its place, unless another process was faster."""
    try:
        made.rename(place)
    except OSError:
        if not _whole(place):
            raise


def _write(model: Path, place: Path) -> None:
    """Let the runtime write the model down as it would lay it out in memory, for any processor."""
    how = options()
    how.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    how.optimized_model_filepath = str(place / MODEL)
    how.add_session_config_entry("session.optimized_model_external_initializers_file_name", WEIGHTS)
    how.add_session_config_entry("session.optimized_model_external_initializers_min_size_in_bytes", LEAST)
    onnxruntime.InferenceSession(str(model), how, providers=["CPUExecutionProvider"])
    (place / SUMS).write_text(_sums(place))
    place.chmod(0o755)


def _whole(place: Path) -> bool:
    """Return whether both files are there, as they were written."""
    try:
        return (place / SUMS).read_text() == _sums(place)
    except OSError:
        return False


def _sums(place: Path) -> str:
    """Return the lines that ``sha256sum`` would print."""
    lines = []
    for name in (MODEL, WEIGHTS):
        with (place / name).open("rb") as file:
            lines.append(f"{file_digest(file, 'sha256').hexdigest()}  {name}{os.linesep}")
    return "".join(lines)
