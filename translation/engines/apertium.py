"""Debian's apertium: an engine without a network, in a process that is given nothing but the text."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache

from translation.engines.base import EngineError

#: Language -> apertium's modes, one after the other: there is no direct way from English to some.
MODES = {
    "es": ("eng-spa",), "ca": ("eng-cat",), "gl": ("eng-glg",), "eo": ("eng-epo",),
    "pt": ("eng-spa", "spa-por"), "it": ("eng-spa", "spa-ita"), "fr": ("eng-spa", "spa-fra"),
}  # fmt: skip
#: Debian's package of a mode.
PACKAGE = "apertium-{}"
SECONDS = 60
#: Far more than any translation of one chunk.
_LARGEST = 4 * 1024 * 1024
_LIMITS = ("--cpu=40", "--as=1610612736", "--nofile=128", "--core=0", f"--fsize={_LARGEST}")
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
_UNIT = re.compile(r'<p id="t(\d+)">(.*?)</p>', re.DOTALL)


@dataclass(frozen=True)
class Apertium:
    """Translates with the modes of a language."""

    modes: tuple[str, ...]

    def translate(self, texts: list[str], target: str) -> list[str]:  # noqa: ARG002 - the modes say which
        """Return ``texts`` in the language of the modes. Raises EngineError."""
        said = "\n".join(f'<p id="t{number}">{text}</p>' for number, text in enumerate(texts))
        for mode in self.modes:
            said = _run(mode, said)
        found = {int(number): text.strip() for number, text in _UNIT.findall(said)}
        if sorted(found) != list(range(len(texts))):
            raise EngineError("engine-wrong-count", later=False)
        return [found[number] for number in range(len(texts))]


def missing(language: str) -> str:
    """Return what has to be installed before a language has this engine, nothing when all is there."""
    if language not in MODES:
        return language
    lacking = [PACKAGE.format(mode) for mode in MODES[language] if mode not in installed()]
    return " ".join(lacking if program() else ["apertium", *lacking])


def program() -> str:
    """Return where apertium is, nothing when it is not installed."""
    return shutil.which("apertium", path=_ENVIRONMENT["PATH"]) or ""


@cache
def installed() -> frozenset[str]:
    """Return the modes that are installed. A server that gets new ones is started anew."""
    if not program():
        return frozenset()
    listed = subprocess.run(  # noqa: S603 - Debian's program, no shell
        [program(), "-l"], capture_output=True, text=True, env=_ENVIRONMENT, timeout=10, check=False
    )
    return frozenset(listed.stdout.split())


def _run(mode: str, text: str) -> str:
    """Return what one mode makes of HTML, in an empty folder and environment and within limits. Raises EngineError."""
    command = ["prlimit", *_LIMITS, program(), "-u", "-f", "html", mode]
    with tempfile.TemporaryDirectory(prefix="waymark-draft-") as folder, tempfile.TemporaryFile() as answer:
        process = subprocess.Popen(  # noqa: S603 - Debian's program, no shell
            command, stdin=subprocess.PIPE, stdout=answer, stderr=subprocess.DEVNULL,
            cwd=folder, env=_ENVIRONMENT, start_new_session=True, close_fds=True,
        )  # fmt: skip
        try:
            process.communicate(text.encode(), timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise EngineError("engine-slow", later=True) from error
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        answer.seek(0)
        said = answer.read(_LARGEST + 1)
    if process.returncode or len(said) > _LARGEST:
        raise EngineError("engine-failed", later=False)
    return said.decode(errors="replace")
