"""Texts without the signs that nobody sees and no file can hold."""

import re

#: All but what XML 1.0 knows as a character (section 2.2): a NUL that no database keeps, tabs of old word processors.
_OTHERS = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def printable(text: str) -> str:
    """Return ``text`` without control characters; tabs and line ends stay."""
    return _OTHERS.sub("", text)
