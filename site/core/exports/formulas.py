"""Spreadsheet programs run a cell that starts like a formula, also in CSV (CWE-1236).

A text that starts with one of ``= + - @``, a tab or a carriage return gets an apostrophe in front. A phone
number such as ``+44 1865 000000`` is therefore written ``'+44 1865 000000``: spreadsheet programs keep it
whole, and :func:`restore` gives back exactly what was stored.
"""

import unicodedata

#: The wide forms are typed by East Asian keyboards and read as formulas there.
STARTS = frozenset("=+-@\t\r\n＝＋－＠")
MARK = "'"


def _starts_formula(text: str) -> bool:
    """Look past what spreadsheet programs skip: spaces, invisible characters and our own marks."""
    for character in text:
        if character in STARTS:
            return True
        skipped = character == MARK or character.isspace() or unicodedata.category(character) in {"Cf", "Cc"}
        if not skipped:
            return False
    return False


def neutralise(text: str) -> str:
    """Return the text with one apostrophe in front when a spreadsheet could run it."""
    return MARK + text if _starts_formula(text) else text


def restore(cell: str) -> str:
    """Return what :func:`neutralise` was given."""
    return cell[1:] if cell.startswith(MARK) and _starts_formula(cell[1:]) else cell
