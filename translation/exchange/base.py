"""What every format gives and takes, and how a file becomes words of the desk: all of it, or nothing."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from core.models import User
from translation.checks import CRITICAL, Segment, Term, check
from translation.desk.segments import Sentence, glossary, refusal, sentences
from translation.desk.write import Conflict, save_words
from translation.printable import printable

#: Far more than the largest page holds.
LARGEST = 10 * 1024 * 1024


class ExchangeError(Exception):
    """A file that cannot be taken; the message says why and what to do."""


@dataclass(frozen=True)
class Exchanged:
    """One unit of a file: where it stands, English, translation, and the line in the file (0 if unknown)."""

    context: str
    english: str
    text: str
    line: int = 0


@dataclass(frozen=True)
class Problem:
    """A unit that keeps a file from being taken, and why."""

    unit: Exchanged
    message: str


class Format(Protocol):
    """One file format."""

    content_type: str

    def write(self, translation: Translation, found: list[Sentence]) -> bytes:
        """Return the file of a translation."""

    def read(self, content: bytes) -> tuple[str, list[Exchanged]]:
        """Return the uuid that the file names, and its units. Raises ExchangeError."""


def apply_units(
    translation: Translation, named: str, units: list[Exchanged], user: User
) -> tuple[list[Problem], list[Conflict]]:
    """Store the translated units of a file that names ``translation``; nothing when one of them has a problem.

    Raises :class:`ExchangeError` for a file of another translation, or of none.
    """
    if not named:
        raise ExchangeError(
            _("This file does not say which translation it is. Download it again and fill in that one.")
        )
    if named != str(translation.uuid):
        raise ExchangeError(_("This file belongs to another translation. Open that one, and upload the file there."))
    found = sentences(translation)
    places = {(sentence.path, printable(sentence.source)): sentence for sentence in found}
    terms = glossary(translation.target_locale_id)
    problems, texts = [], {}
    for unit in units:
        sentence = places.get((unit.context, printable(unit.english)))
        if sentence is None:
            problems.append(Problem(unit, _("This sentence is not on the page (any more). Download the file again.")))
        elif unit.text.strip() and unit.text != sentence.text:
            wrong = _wrong(unit, translation, terms)
            problems += [Problem(unit, message) for message in wrong]
            same = [each for each in found if (each.path, each.source) == (sentence.path, sentence.source)]
            texts.update({each.pk: unit.text for each in same})
    if problems:
        return problems, []
    return [], save_words(translation, texts, {}, user)


def _wrong(unit: Exchanged, translation: Translation, terms: tuple[Term, ...]) -> list[str]:
    segment = Segment(unit.english, unit.text, translation.target_locale.language_code, glossary=terms)
    found = [finding.message for finding in check(segment) if finding.severity == CRITICAL]
    refused = refusal(unit.english, unit.text)
    return [*found, refused] if refused else found
