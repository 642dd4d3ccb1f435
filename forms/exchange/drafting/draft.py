"""From a form document to a plain form whose every question is marked for the author to confirm."""

from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _

from accessibility.services import outline_file, refusal_words
from forms.compiler.unconfirmed import MARK
from forms.engine.names import RESERVED_KEYS, RESERVED_STEPS
from forms.exchange.base import PlainForm, PlainStep, RefusedError
from forms.exchange.clean import one_line, rich, shown
from forms.exchange.drafting.grids import Grid
from forms.exchange.drafting.kinds import CANONICAL, Guess, kind_of
from forms.exchange.drafting.reading import Reader, Section
from forms.exchange.flow import few_enough
from forms.exchange.naming import Names, key_of, slug_of
from forms.exchange.wording import with_errors

#: One thing a page is best; a part of a paper form with more questions is cut into pages of this many.
MOST_QUESTIONS = 4
WITH_OPTIONS = frozenset({"radios", "checkboxes", "select"})


@dataclass(frozen=True)
class Drafted:
    """The form, each guess with where it came from, and what the author must know."""

    form: PlainForm
    guesses: list[dict[str, Any]]
    notes: list[str]


def draft(file: IO[bytes], name: str) -> Drafted:
    """Return a draft of the form in a Word or PDF file. Raises :class:`RefusedError` in words."""
    outline = outline_file(file)
    if outline.get("error"):
        raise RefusedError(refusal_words(str(outline["error"])))
    reader = Reader()
    sections = reader.read(outline["rows"])
    writer = _Writer()
    steps = [step for section in sections for step in writer.steps(section)]
    few_enough(len(steps))
    if not writer.guesses:
        raise RefusedError(_("We found no place to fill in, so this document is no form that we can read."))
    title = one_line(shown(outline.get("title") or sections[0].title or name.rsplit(".", 1)[0]))
    notes = [
        *reader.notes,
        _("We guessed. Read each question, mend it, and delete the mark %(mark)s.") % {"mark": MARK},
    ]
    return Drafted(PlainForm(title[:200] or _("Form"), steps), writer.guesses, notes)


class _Writer:
    def __init__(self) -> None:
        self._keys, self._slugs = Names(*RESERVED_KEYS), Names(*RESERVED_STEPS)
        self._mapped: set[str] = set()
        self.guesses: list[dict[str, Any]] = []

    def steps(self, section: Section) -> list[PlainStep]:
        """Return the pages of one part of the document."""
        pages: list[list[dict[str, Any]]] = [[]]
        found: list[PlainStep] = []
        for item in section.items:
            if isinstance(item, Grid):
                found.append(self._grid(item, section.title))
                continue
            asked = [question for question in pages[-1] if "key" in question]
            if isinstance(item, Guess) and len(asked) >= MOST_QUESTIONS:
                pages.append([])
            pages[-1].append(self._question(item) if isinstance(item, Guess) else _guidance(item))
        written = [self._step(section.title, page) for page in pages if page]
        return [*written, *found]

    def _step(self, title: str, questions: list[dict[str, Any]], **extras: Any) -> PlainStep:
        title = title or next((q["label"] for q in questions if "label" in q), _("Before you start"))
        title = one_line(shown(title))[:200]
        return PlainStep(self._slugs.unique(slug_of(title, "page")), title, questions, extras=extras)

    def _grid(self, grid: Grid, title: str) -> PlainStep:
        questions = [self._question(Guess(kind_of(column), column or _("Answer"), column)) for column in grid.columns]
        title = grid.title or title or grid.columns[0]
        another = _("Do you need to add another?")
        return self._step(title, questions, repeat={"min": 1, "max": 25, "item": title[:60], "another": another})

    def _question(self, guess: Guess) -> dict[str, Any]:
        kind = guess.kind if guess.kind not in WITH_OPTIONS or guess.options else "text"
        label = one_line(shown(guess.label))[:200]
        question: dict[str, Any] = {"kind": kind, "key": self._keys.unique(key_of(label, "question")), "label": label}
        told = guess.warning or _("We read: “%(seen)s”.") % {"seen": one_line(shown(guess.seen))[:160]}
        question.update(hint=f"{MARK} {told}"[:400], required=guess.required)
        if kind in WITH_OPTIONS:
            question["options"] = _options(guess.options)
        if guess.longest and kind in ("text", "long_text"):
            question["max_length"] = guess.longest
        if kind in CANONICAL and kind not in self._mapped:
            self._mapped.add(kind)
            question["maps_to"] = CANONICAL[kind]
        self.guesses.append({"key": question["key"], "kind": kind, "label": label, "seen": guess.seen})
        return with_errors(question)


def _options(texts: list[str]) -> list[dict[str, Any]]:
    names = Names()
    labels = [one_line(shown(text))[:200] for text in texts]
    return [{"value": names.unique(key_of(label, "choice")), "label": label, "hint": ""} for label in labels]


def _guidance(text: str) -> dict[str, Any]:
    return {"kind": "guidance", "body": rich(text.replace("<", "‹"))}
