"""Run the checker as the product does, one sealed process a file, several at once, and keep how long each took."""

import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from accessibility.documents.base import Profile
from accessibility.documents.sandbox import check_file
from accessibility.documents.verdict import as_contract


@dataclass(frozen=True)
class Answer:
    """What the checker said of one file, and its wall time in seconds with the start of the process."""

    contract: dict[str, Any]
    seconds: float

    @property
    def error(self) -> str:
        """Return why the file could not be checked, or nothing."""
        return str(self.contract.get("error", ""))

    @property
    def failed(self) -> bool:
        """Return whether the verdict is failed: what the targets call flagged."""
        return self.contract.get("verdict") == "failed"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return violations, questions and advice together."""
        return [row for kind in ("violations", "questions", "advisory") for row in self.contract.get(kind, ())]

    def values(self, name: str) -> set[str]:
        """Return the values of one field, such as ``rule`` or ``clause``, over all rows."""
        return {str(row[name]) for row in self.rows if name in row}


def check(source: Path | bytes, profile: Profile = Profile.WCAG) -> Answer:
    """Return the answer on one file."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    started = time.monotonic()
    answer = check_file(BytesIO(data), profile)
    return Answer(as_contract(answer, profile), time.monotonic() - started)


def check_all(
    sources: Iterable[Path] | Iterable[bytes], profile: Profile = Profile.WCAG, *, procs: int = 2
) -> Sequence[Answer]:
    """Return the answers in the order of ``sources``, ``procs`` files at once."""
    with ThreadPoolExecutor(procs) as pool:
        return list(pool.map(lambda source: check(source, profile), sources))
