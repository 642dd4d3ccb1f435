"""Text strings and names of a PDF, read with distrust."""

from typing import Any

import pikepdf


def text_of(value: Any) -> str:
    """Return a PDF string as text without control characters; anything else is empty."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return "".join(letter for letter in str(value) if letter.isprintable()).strip()
    except (UnicodeDecodeError, ValueError):
        return ""


def name_of(value: Any) -> str:
    """Return a name without its slash; one that is not UTF-8 byte by byte; anything else is empty."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value).lstrip("/")
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1").lstrip("/")
