"""Who looks into a file before it is stored. Rooms above register it: the checker lives in ``accessibility``."""

from collections.abc import Callable
from typing import IO

#: Takes an open file and its extension; returns the code of a refusal, or an empty text.
StructureCheck = Callable[[IO[bytes], str], str]

_checks: list[StructureCheck] = []


def register_structure_check(check: StructureCheck) -> None:
    """Let ``check`` look into every file that comes in; a second registration of the same is a ValueError."""
    if check in _checks:
        raise ValueError("This check looks into files already.")
    _checks.append(check)


def fault_in(file: IO[bytes], extension: str) -> str:
    """Return the first refusal's code, or an empty text."""
    for check in _checks:
        file.seek(0)
        code = check(file, extension)
        file.seek(0)
        if code:
            return code
    return ""
