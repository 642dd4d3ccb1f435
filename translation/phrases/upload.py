"""A PO file of the website's own words, as a translator's program gives it back."""

from dataclasses import dataclass, field

import polib
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translation.checks.catalogue import CatalogueError, header_findings
from translation.checks.catalogue import read as read_catalogue
from translation.exchange import ExchangeError
from translation.exchange.base import LARGEST, Exchanged, Problem
from translation.phrases.catalogue import Entry, entries, entry_of
from translation.phrases.store import Changes, differing, wrong_in


@dataclass
class Taken:
    """What a file means for a language: the changes, what keeps them from going live, and how many are not known."""

    meant: Changes = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unknown: int = 0


def read(content: bytes, code: str) -> Taken:
    """Return what a file changes; an entry that is empty or a guess (fuzzy) changes nothing.

    Raises :class:`ExchangeError` for what is no PO file, or is one of another language.
    """
    if len(content) > LARGEST:
        raise ExchangeError(_("This file is larger than 10 MB. The words of the website are much fewer."))
    try:
        catalogue = read_catalogue(content)
    except CatalogueError as error:
        raise ExchangeError(str(error)) from error
    if any("language" in finding.params for finding in header_findings(catalogue, code)):
        raise ExchangeError(
            _("This file is for another language. Open the words of that language, and upload it there.")
        )
    known = {entry.key: entry for entry in entries(code)}
    taken, lines = Taken(), {}
    for each in (entry for entry in catalogue if not entry.obsolete and not entry.fuzzy):
        found = entry_of(each)
        entry = known.get(found.key)
        if entry is None:
            taken.unknown += 1
        elif len(found.texts) > len(entry.texts):
            taken.problems.append(_problem(entry, each, _("It has more plural forms than this language has here.")))
        elif any(text.strip() for text in found.texts):
            taken.meant[entry.key] = differing(entry, dict(enumerate(found.texts)))
            lines[entry.key] = each
    wrong = wrong_in(Locale.objects.get(language_code=code), taken.meant)
    taken.problems += [_problem(known[key], lines[key], text) for key, texts in wrong.items() for text in texts]
    return taken


def _problem(entry: Entry, each: polib.POEntry, message: str) -> Problem:
    return Problem(Exchanged("", entry.english[0], "", each.linenum or 0), message)
