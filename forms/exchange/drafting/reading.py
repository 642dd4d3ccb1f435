"""From the outline to sections of guesses: what stands before a blank is its question."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.drafting.grids import Grid, grid_of, pairs_of
from forms.exchange.drafting.kinds import OFFICE_ONLY, POSTCODE, SECRET, Guess, kind_of
from forms.exchange.drafting.pieces import Piece, is_required, label_of, pieces_of
from forms.exchange.drafting.ticks import Ticks, ticks_in

CONTROLS = {"long": "long_text", "date": "date", "choice": "radios", "several": "checkboxes", "sign": "declaration"}
#: Fewer words than this are a heading or a stray word, not guidance.
FEWEST_WORDS = 5


@dataclass
class Section:
    """A part of the document under one heading; ``items`` are guesses, and guidance as text."""

    title: str
    items: list[Guess | str | Grid] = field(default_factory=list)


class Reader:
    """Walks the rows once. ``pending`` is the last text that may be the question of what follows."""

    def __init__(self) -> None:
        self.sections = [Section("")]
        self.notes: list[str] = []
        self._pending = ""
        self._empty = 0
        self._ticks: Ticks | None = None
        self._office = False

    def read(self, rows: list[dict[str, Any]]) -> list[Section]:
        """Return the sections that have something in them."""
        for row in rows:
            if row["type"] == "table":
                self._table(row["rows"])
            elif row["type"] == "heading":
                self._heading("".join(part for part in row["parts"] if isinstance(part, str)))
            else:
                self._line(pieces_of(row["parts"]))
        self._flush()
        return [section for section in self.sections if section.items]

    def _heading(self, text: str) -> None:
        self._flush()
        self._office = bool(OFFICE_ONLY.search(text))
        self._tell_office(text)
        self.sections.append(Section(label_of(text)))

    def _tell_office(self, text: str) -> None:
        if self._office:
            self.notes.append(_("Left out what is for the office: “%(text)s”.") % {"text": text.strip()[:80]})

    def _line(self, pieces: list[Piece]) -> None:
        words = "".join(piece.text for piece in pieces if piece.kind == "words")
        if OFFICE_ONLY.search(words):
            self._flush()
            self._office = True
            self._tell_office(words)
        if self._office:
            return
        if not pieces:
            self._empty += 1
            return
        if any(piece.kind == "box" for piece in pieces):
            self._tick(pieces)
            return
        self._end_ticks()
        if all(piece.kind == "words" for piece in pieces):
            self._words(words)
            return
        self._blanks(pieces)

    def _words(self, text: str) -> None:
        self._flush()
        self._pending = text.strip()

    def _blanks(self, pieces: list[Piece]) -> None:
        before = ""
        for piece in pieces:
            if piece.kind == "words":
                before += f" {piece.text}"
            elif not self._goes_on(piece, before):
                self._ask(piece, before or self._take_pending())
                before = ""
        if before.strip() and (guess := self._last()):
            guess.required = guess.required if (said := is_required(before)) is None else said
        self._empty = 0

    def _goes_on(self, piece: Piece, before: str) -> bool:
        """Enlarge the question before: a line of nothing but blanks is more room for its answer."""
        guess = self._last()
        if piece.kind != "blank" or before.strip() or self._pending or guess is None or guess.options:
            return False
        if guess.kind == "text":
            guess.kind = "long_text"
        return True

    def _ask(self, piece: Piece, before: str) -> None:
        told = piece.field or {}
        label = label_of(str(told.get("label") or "") or before or _spoken(str(told.get("name") or "")))
        if POSTCODE.match(label) and (guess := self._last()) and guess.kind == "address":
            self.notes.append(_("The postcode is part of the address question."))
            return
        guess = Guess(_kind(piece, label), label or _("Question without words"), (before or label).strip()[:200])
        guess.options = [option for option in told.get("options", []) if option.strip()]
        said = is_required(before)
        guess.required = said if said is not None else guess.required
        guess.longest = int(told.get("longest") or 0)
        self._add(guess)

    def _add(self, guess: Guess) -> None:
        if SECRET.search(guess.label):
            guess.warning = _("Never ask for bank or card details here. Take this question out.")
        self.sections[-1].items.append(guess)

    def _tick(self, pieces: list[Piece]) -> None:
        self._ticks = self._ticks or Ticks(self._take_pending())
        ticks_in(pieces, self._ticks)

    def _end_ticks(self) -> None:
        if self._ticks:
            self._add(self._ticks.guess())
        self._ticks = None

    def _table(self, rows: list[list[list[Any]]]) -> None:
        if self._office:
            return
        grid = grid_of(rows, self._pending)
        if grid:
            self._take_pending()
            self._flush()
            self.sections[-1].items.append(grid)
            return
        self._flush()
        for row in rows:
            for cells in pairs_of(row):
                self._line(cells)
            self._end_ticks()

    def _flush(self) -> None:
        """End what is open: tick boxes, and a text that turned out to be no question, or one with room below it."""
        self._end_ticks()
        text, self._pending = self._pending, ""
        if text.rstrip("* ").endswith((":", "?")) and self._empty:
            self._add(
                Guess(kind_of(label_of(text), "long_text" if self._empty > 1 else "text"), label_of(text), text[:200])
            )
        elif len(text.split()) >= FEWEST_WORDS:
            self.sections[-1].items.append(text)
        elif text and not self.sections[-1].items:
            self.sections[-1].title = self.sections[-1].title or label_of(text)
        elif text:
            self.sections.append(Section(label_of(text)))
        self._empty = 0

    def _take_pending(self) -> str:
        text, self._pending = self._pending, ""
        return text

    def _last(self) -> Guess | None:
        items = self.sections[-1].items
        return items[-1] if items and isinstance(items[-1], Guess) else None


def _kind(piece: Piece, label: str) -> str:
    if piece.kind in ("date", "yes_no"):
        return piece.kind
    control = (piece.field or {}).get("control", "")
    if control == "choice":
        options = {option.strip().lower() for option in (piece.field or {}).get("options", [])}
        return "yes_no" if options == {"yes", "no"} else "radios"
    return CONTROLS.get(control) or kind_of(label)


def _spoken(name: str) -> str:
    """Return a programmer's name as words: "applicantFirst_Name[0]" is "applicant First Name"."""
    import re

    last = re.sub(r"\[\d+\]", "", name).split(".")[-1]
    return re.sub(r"[_\W]+|(?<=[a-z])(?=[A-Z])", " ", last).strip()
