"""Attributes of tags (ISO 32000-1, 14.7.5)."""

from typing import Any

import pikepdf


def find(obj: Any, name: str) -> Any:
    """Return the value of an attribute such as ``/Scope`` as text, number or list; None when the tag has none."""
    value = obj.get("/A")
    for entry in list(value) if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream) and name in entry:
            return _plain(entry[name])
    return None


def _plain(value: Any) -> Any:
    """Return names and strings as text, arrays as lists of text, numbers as they are."""
    if isinstance(value, pikepdf.Array):
        return [str(part) for part in value]
    return value if isinstance(value, int | bool) else str(value)
