"""How advice is written: plain data, so that the command line has it without Django.

``N_`` marks a sentence for the message catalogues; the website translates it when it is shown.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Program(StrEnum):
    """The programs that files come from, and so are mended in."""

    WORD = "Word"
    LIBREOFFICE = "LibreOffice"
    ACROBAT = "Acrobat"
    POWERPOINT = "PowerPoint"
    EXCEL = "Excel"


@dataclass(frozen=True)
class Advice:
    """``message`` says what is wrong (``{title}`` and the like are filled in), ``steps`` how to mend it."""

    message: str
    steps: dict[Program, str] = field(default_factory=dict)
    always: str = ""


def N_(text: str) -> str:  # noqa: N802 - the usual name of a mark for translators
    """Return the text as it is."""
    return text


W, L, A, P, X = Program.WORD, Program.LIBREOFFICE, Program.ACROBAT, Program.POWERPOINT, Program.EXCEL
