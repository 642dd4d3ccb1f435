"""What makes a PDF unsafe to hand to residents, whatever its accessibility."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.pdf.strings import name_of, text_of
from accessibility.documents.programs import NAMES

MAX_OBJECTS = 500_000
_ACTIONS = {"/Launch": "launch", "/JavaScript": "script", "/ImportData": "launch", "/SubmitForm": "submit"}


def dangers(pdf: pikepdf.Pdf) -> set[str]:
    """Return codes: launch, script, submit (to another address), xfa, program (attached)."""
    found: set[str] = set()
    for entry in dictionaries(pdf):
        action = "/" + name_of(entry.get("/S"))
        if action in _ACTIONS:
            found.add(_ACTIONS[action])
        if "/JS" in entry:
            found.add("script")
        if "/XFA" in entry:
            found.add("xfa")
        if "/EF" in entry and (text_of(entry.get("/UF")) or text_of(entry.get("/F"))).lower().endswith(NAMES):
            found.add("program")
    return found


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary in the file once: indirect objects, and the direct ones inside them."""
    waiting: list[Any] = [pdf.Root]
    budget = MAX_OBJECTS
    for top in pdf.objects:
        waiting.append(top)
        while waiting and budget:
            budget -= 1
            current = waiting.pop()
            if isinstance(current, pikepdf.Dictionary | pikepdf.Stream):
                yield current
                waiting += [value for _, value in current.items() if _is_direct(value)]
            elif isinstance(current, pikepdf.Array):
                waiting += [value for value in current if _is_direct(value)]
    if not budget:
        raise MemoryError


def _is_direct(value: Any) -> bool:
    """Return whether a value lies inside its parent and can hold more."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
