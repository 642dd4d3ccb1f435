"""What a comment is about: a taxonomy that editors can read and change, the beginnings of words for each theme."""

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "words" / "themes.txt"


def themes(text: str) -> list[str]:
    """Return the names of the themes in ``text``, in the order of the taxonomy."""
    low = text.casefold().replace("’", "'")
    return [name for name, pattern in taxonomy() if pattern.search(low)]


@cache
def taxonomy() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (theme, pattern) in order, read once."""
    rows = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name, colon, stems = line.partition(":")
        if colon and not line.startswith("#"):
            parts = "|".join(re.escape(stem.replace("_", " ")) for stem in stems.split())
            rows.append((name, re.compile(rf"\b(?:{parts})")))
    return tuple(rows)
