"""The shape of an outline: plain data that crosses the wall of the sealed process.

An outline is a list of rows. A row has ``type`` ``heading``, ``line`` or ``table``; ``parts`` are pieces of text and
fields in reading order, a table has ``rows`` of cells, each a list of parts.
"""

from dataclasses import dataclass
from typing import Any

#: More rows, cells or letters than any form has.
MAX_ROWS = 3_000
MAX_CELLS = 60
MAX_TEXT = 1_000
MAX_OPTIONS = 200


@dataclass(frozen=True)
class Field:
    """A place to fill in. ``control``: text, long, date, tick, choice, several, sign.

    ``label`` is what the field itself says it is for; ``name`` is the programmer's name of it.
    """

    control: str
    label: str = ""
    name: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    longest: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return {
            "control": self.control,
            "label": self.label[:MAX_TEXT],
            "name": self.name[:MAX_TEXT],
            "options": [option[:MAX_TEXT] for option in self.options[:MAX_OPTIONS]],
            "required": self.required,
            "longest": self.longest,
        }


Part = str | Field


def part_as_json(part: Part) -> str | dict[str, Any]:
    """Return a piece of text, cut, or a field."""
    return part[:MAX_TEXT] if isinstance(part, str) else part.as_json()


def heading(text: str, level: int) -> dict[str, Any]:
    """Return a heading's row."""
    return {"type": "heading", "level": level, "parts": [text[:MAX_TEXT]]}


def line(parts: list[Part]) -> dict[str, Any]:
    """Return a paragraph's or a line's row."""
    return {"type": "line", "parts": [part_as_json(part) for part in parts]}


def table(rows: list[list[list[Part]]]) -> dict[str, Any]:
    """Return a table's row."""
    cells = [[[part_as_json(part) for part in cell] for cell in row[:MAX_CELLS]] for row in rows[:MAX_ROWS]]
    return {"type": "table", "rows": cells}
