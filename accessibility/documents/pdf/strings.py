"""Text strings of a PDF, read with distrust."""

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
