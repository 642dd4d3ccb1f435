"""Tick boxes that belong together, and what they choose between."""

import re
from dataclasses import dataclass, field

from forms.exchange.drafting.kinds import Guess
from forms.exchange.drafting.pieces import Piece, is_required, label_of

_ONE = re.compile(
    r"\b(?:tick|choose|select|pick|circle) (?:only )?one\b|\bwhich (?:one|is)\b|\beither\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\ball that apply\b|\btick (?:all|any|as many)\b|\bone or more\b|\bwhich of\b", re.IGNORECASE)
_QUESTION = re.compile(r"^(?P<label>.*[?:\t]|.*? {3,})\s*(?P<option>.*)$", re.DOTALL)
#: The words of a declaration are long and begin with the person who makes it.
_DECLARES = re.compile(r"^(?:i|we)\b.{15,}", re.IGNORECASE | re.DOTALL)


@dataclass
class Ticks:
    """``label`` is the question, ``options`` what stands beside each box."""

    label: str
    options: list[str] = field(default_factory=list)

    def guess(self) -> Guess:
        """Return the question that the boxes ask."""
        options = [label_of(option) or f"{n}" for n, option in enumerate(self.options, 1)]
        label = label_of(self.label)
        seen = f"{self.label} {' / '.join(self.options)}".strip()[:200]
        if len(options) == 1 and (not label or _DECLARES.match(options[0])):
            return Guess("declaration", options[0], seen)
        if sorted(option.lower() for option in options) == ["no", "yes"]:
            return Guess("yes_no", label or options[0], seen)
        required = is_required(self.label)
        return Guess(self._kind(), label or options[0], seen, options, required=required is not False)

    def _kind(self) -> str:
        if _ONE.search(self.label):
            return "radios"
        if _SEVERAL.search(self.label) or len(self.options) == 1:
            return "checkboxes"
        return "radios" if len(self.options) <= 2 else "checkboxes"


def ticks_in(pieces: list[Piece], ticks: Ticks) -> None:
    """Enter the boxes of one line. A box stands before its words, unless the line ends with a box."""
    own = [piece.text for piece in pieces if piece.kind == "box" and piece.field and piece.text]
    words = [piece for piece in pieces if piece.kind == "words"]
    if own and not words:
        ticks.options += own
        return
    if pieces[-1].kind == "box" and pieces[0].kind == "words":
        _after_words(pieces, ticks)
        return
    if pieces[0].kind == "words":
        ticks.label = f"{ticks.label} {pieces[0].text}".strip()
        pieces = pieces[1:]
    for n, piece in enumerate(pieces):
        if piece.kind == "box":
            following = pieces[n + 1].text if n + 1 < len(pieces) and pieces[n + 1].kind == "words" else ""
            ticks.options.append(following or piece.text)


def _after_words(pieces: list[Piece], ticks: Ticks) -> None:
    words = ""
    for piece in pieces:
        if piece.kind == "words":
            words += piece.text
        elif piece.kind == "box":
            match = None if ticks.options else _QUESTION.match(words.strip())
            if match and match["option"]:
                ticks.label, words = f"{ticks.label} {match['label']}".strip(), match["option"]
            ticks.options.append(words.strip())
            words = ""
