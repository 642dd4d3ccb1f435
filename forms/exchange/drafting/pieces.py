"""A line of a form document as pieces: words, blanks to write on, boxes to tick, and fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_PIECE = re.compile(
    r"(?P<date>_+ */ *_+ */ *_+|\bd ?d? ?[/.-] ?m ?m? ?[/.-] ?y ?y(?: ?y ?y)?\b)"
    r"|(?P<yes_no>\bYes *(?:/|\bor\b|\|) *No\b(?: *\(?(?:please )?(?:delete|circle|tick)[^)]*\)?)?)"
    r"|(?P<blank>_{3,}(?:[ _]*_)?|\.{5,}|…{2,}|-{6,})"
    r"|(?P<box>[☐□▢❏❑◻○◯]|\[ {0,5}\]|\( {1,5}\))",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\(?\b(?:please )?(?:print|write)(?: clearly)?(?: in)?(?: (?:block )?(?:capitals?|letters|capital letters))*\b\)?"
    r"|\(?\bblock (?:capitals|letters)(?: please)?\)?|\(?please (?:tick|circle|delete)[^)]*\)?"
    r"|\((?:tick|circle|choose|select)[^)]*\)|\(?delete as (?:appropriate|applicable)\)?",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"\*+|\((?:required|mandatory)\)", re.IGNORECASE)
_NUMBER = re.compile(
    r"^\s*(?:q(?:uestion)?\.? ?)?(?:\d{1,3}[.)]\d{0,2}\)?|\d{1,2}(?= [A-Z])|[a-z]\)|\([a-z0-9]{1,3}\)|[•·▪*-](?= ))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """``kind`` is words, blank, date, yes_no, box or field; ``field`` is the outline's own entry of a field."""

    kind: str
    text: str = ""
    field: dict[str, Any] | None = None


def pieces_of(parts: list[Any]) -> list[Piece]:
    """Return the pieces of a line or cell, in order; a tick field is a box."""
    found: list[Piece] = []
    for part in parts:
        if isinstance(part, dict):
            found.append(Piece("box" if part["control"] == "tick" else "field", part.get("label", ""), part))
        elif isinstance(part, str):
            found.extend(_split(part))
    return found


def _split(text: str) -> Iterator[Piece]:
    at = 0
    for match in _PIECE.finditer(text):
        if text[at : match.start()].strip():
            yield Piece("words", text[at : match.start()])
        yield Piece(str(match.lastgroup), match.group())
        at = match.end()
    if text[at:].strip():
        yield Piece("words", text[at:])


def label_of(text: str) -> str:
    """Return a label without numbering, colons, and what a pen needs to be told."""
    text = _NOISE.sub(" ", _REQUIRED.sub(" ", text))
    text = _NUMBER.sub("", " ".join(text.split()))
    return text.strip(" :;-–—.,|\t").strip()


def is_required(text: str) -> bool | None:
    """Return whether a text says that an answer is needed, or optional; None when it says nothing."""
    if re.search(r"\boptional\b|\bif (?:any|known|applicable|you have)\b", text, re.IGNORECASE):
        return False
    return True if _REQUIRED.search(text) else None
