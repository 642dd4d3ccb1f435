"""One damaged file through the sealed process, and what is left behind afterwards: nothing may be."""

import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from accessibility.documents.base import Profile
from accessibility.documents.limits import WALL_SECONDS
from accessibility.documents.sandbox import check_file
from accessibility.documents.verdict import as_contract

#: The parent waits for the wall clock, then kills and reaps; longer than this is a hang.
HANG = WALL_SECONDS + 10


@dataclass(frozen=True)
class Outcome:
    """``said`` is the verdict or the error; ``escaped`` names what was left behind; seconds of wall time."""

    number: int
    said: str
    seconds: float
    escaped: str = ""

    @property
    def hung(self) -> bool:
        """Return whether the parent waited longer than it promises."""
        return self.seconds > HANG


def watch(data: bytes, number: int, folder: Path) -> Outcome:
    """Check one file. ``folder`` is the only place for temporary files and holds nothing before and after.

    Anything that the parent does not expect to meet is an escape: an exception, a file, a process.
    """
    started, before = time.monotonic(), children()
    try:
        contract = as_contract(check_file(BytesIO(data), Profile.WCAG), Profile.WCAG)
        said = str(contract.get("error") or contract["verdict"])
        escaped = ""
    except Exception as error:  # noqa: BLE001 - whatever comes through the wall is what this looks for
        said, escaped = "exception", f"{type(error).__name__}: {error}"
    seconds = time.monotonic() - started
    return Outcome(number, said, seconds, escaped or left_behind(folder, before))


def left_behind(folder: Path, before: set[str]) -> str:
    """Return files in the temporary folder and child processes that were not there before, or nothing."""
    files = [path.name for path in folder.iterdir()]
    new = sorted(children() - before)
    return "; ".join([*(f"file {name}" for name in files), *(f"process {pid}" for pid in new)])


def children() -> set[str]:
    """Return the numbers of this process's children, as Linux lists them."""
    return set(" ".join(task.read_text() for task in Path("/proc/self/task").glob("*/children")).split())
