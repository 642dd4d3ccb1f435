"""The parent's side of the sealed process: one subprocess a file, killed from outside when its time is over.

A timer inside Python does not interrupt C code, so only a kill of the whole process group counts.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from accessibility.documents.base import Profile
from accessibility.documents.limits import MAX_FILE, MAX_OUTPUT, WALL_SECONDS

#: Started by absolute path: ``python -I`` drops the working folder and PYTHONPATH from the import path.
WORKER = Path(__file__).resolve().parents[1] / "worker.py"


@dataclass(frozen=True)
class Made:
    """A file that the worker made, with what it says of it; with ``error`` set there is none."""

    told: dict[str, Any] = field(default_factory=dict)
    data: bytes = b""
    error: str = ""


def check_file(file: IO[bytes], profile: Profile = Profile.WCAG, *, seconds: float = WALL_SECONDS) -> dict[str, Any]:
    """Return the worker's report on an open file as plain JSON data (see :mod:`accessibility.documents.wire`).

    What ends badly is ``{"error": code}``: timeout, crashed, output_too_large, bad_output.
    """
    return _ask(file, ["check", profile.value], seconds)


def inspect_file(file: IO[bytes], *, seconds: float = 10) -> dict[str, Any]:
    """Return only what makes a file unsafe: ``{"kind": ..., "unsafe": [...]}`` or ``{"error": code}``."""
    return _ask(file, ["inspect"], seconds)


def outline_file(file: IO[bytes], *, seconds: float = WALL_SECONDS) -> dict[str, Any]:
    """Return what a form document asks (see :mod:`accessibility.documents.outline`), or ``{"error": code}``."""
    return _ask(file, ["outline"], seconds)


def make_file(file: IO[bytes], verb: str, wish: dict[str, Any], *, seconds: float = WALL_SECONDS) -> Made:
    """Return what the worker made: a mended file (``mend``), a picture (``draw``) or several (``page``)."""
    with _run(file, [verb, json.dumps(wish)], seconds) as (answer, code):
        if code is None:
            return Made(error="timeout")
        told = _read(answer.readline(MAX_OUTPUT + 1), code)
        if told.get("error"):
            return Made(error=str(told["error"]))
        data = answer.read(MAX_FILE + 1)
    size = told.get("size")
    return Made(told, data) if size == len(data) <= MAX_FILE else Made(error="bad_output")


def _ask(file: IO[bytes], arguments: list[str], seconds: float) -> dict[str, Any]:
    """Run one worker, and read its bounded answer."""
    with _run(file, arguments, seconds) as (answer, code):
        return {"error": "timeout"} if code is None else _read(answer.read(MAX_OUTPUT + 1), code)


@contextlib.contextmanager
def _run(file: IO[bytes], arguments: list[str], seconds: float) -> Iterator[tuple[IO[bytes], int | None]]:
    """Run one worker in an empty folder and environment; yield what it wrote, and how it ended (None: killed)."""
    file.seek(0)
    with tempfile.TemporaryDirectory(prefix="waymark-check-") as folder, tempfile.TemporaryFile() as answer:
        with _as_real_file(file) as source:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own script, no shell
                [sys.executable, "-I", str(WORKER), *arguments],
                stdin=source, stdout=answer, stderr=subprocess.DEVNULL,
                cwd=folder, env={}, start_new_session=True, close_fds=True,
            )  # fmt: skip
            ended = _wait(process, seconds)
        answer.seek(0)
        yield answer, process.returncode if ended else None


@contextlib.contextmanager
def _as_real_file(file: IO[bytes]) -> Any:
    """Yield a file with a descriptor: uploads held in memory have none."""
    try:
        file.fileno()
    except (AttributeError, OSError, ValueError):
        with tempfile.TemporaryFile() as copy:
            while chunk := file.read(1 << 20):
                copy.write(chunk)
            copy.seek(0)
            yield copy
    else:
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        yield file


def _wait(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Return whether the worker ended by itself; whatever is left of its group is killed and reaped."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _read(answer: bytes, code: int | None) -> dict[str, Any]:
    """Return the answer, or the reason why there is none."""
    if len(answer) > MAX_OUTPUT:
        return {"error": "output_too_large"}
    if code != 0:
        return {"error": "crashed"}
    try:
        data = json.loads(answer)
    except ValueError:
        return {"error": "bad_output"}
    return data if isinstance(data, dict) else {"error": "bad_output"}
