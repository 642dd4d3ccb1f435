"""A PO file of the website's own words, as a translator's program gives it back."""

from dataclasses import dataclass, field
from typing import Any

import polib
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translation.checks.catalogue import CatalogueError, header_findings
from translation.checks.catalogue import read as read_catalogue
from translation.exchange import ExchangeError
from translation.exchange.base import LARGEST, Exchanged, Problem
from translation.models.phrase import Phrase
from translation.phrases.catalogue import Entry, entries, entry_of
from translation.phrases.store import Changes, differing, wrong_in

#: The header that says when a file was made: what others have changed since then is not in it.
MADE = "X-Waymark-Made"


@dataclass
class Taken:
    """What a file means for a language: the changes, what keeps them from going live, and how many are not known."""

    meant: Changes = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unknown: int = 0


def read(content: bytes, code: str, user: Any) -> Taken:
    """Return what a file changes; an entry that is empty or a guess (fuzzy) changes nothing.

    What somebody else than ``user`` has changed since the file was made stays, and is a problem where both differ.
    Raises :class:`ExchangeError` for what is no PO file, or is one of another language.
    """
    catalogue = _catalogue(content, code)
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
    _leave_newer(taken, known, lines, newer_than(catalogue, code, user))
    wrong = wrong_in(Locale.objects.get(language_code=code), taken.meant)
    taken.problems += [_problem(known[key], lines[key], text) for key, texts in wrong.items() for text in texts]
    return taken


def _catalogue(content: bytes, code: str) -> polib.POFile:
    """Return the catalogue in a file of a language. Raises ExchangeError."""
    if len(content) > LARGEST:
        raise ExchangeError(_("This file is larger than 10 MB. The words of the website are much fewer."))
    try:
        catalogue = read_catalogue(content)
    except CatalogueError as error:
        raise ExchangeError(str(error)) from error
    if not catalogue.metadata.get("Language", "").strip():
        raise ExchangeError(
            _("This file does not say which language it is in. Download the words again, and fill in that file.")
        )
    if any("language" in finding.params for finding in header_findings(catalogue, code)):
        raise ExchangeError(
            _("This file is for another language. Open the words of that language, and upload it there.")
        )
    return catalogue


def newer_than(catalogue: polib.POFile, code: str, user: Any) -> Changes:
    """Return what others have changed since a file was made; nothing where the file does not say when that was."""
    try:
        made = parse_datetime(str(catalogue.metadata.get(MADE, "")))
    except ValueError:
        made = None
    found: Changes = {}
    if made is not None and made.tzinfo is not None:
        rows = Phrase.objects.filter(locale__language_code=code, at__gt=made).exclude(by=user)
        for key, form, text in rows.values_list("key", "form", "text"):
            found.setdefault(key, {})[form] = text
    return found


def _leave_newer(taken: Taken, known: dict[str, Entry], lines: dict[str, polib.POEntry], newer: Changes) -> None:
    for key in newer.keys() & taken.meant.keys():
        said = "; ".join(newer[key].values())
        if taken.meant.pop(key) not in ({}, newer[key]):
            message = _("Somebody has changed this since the file was made. Now it says: %(text)s") % {"text": said}
            taken.problems.append(_problem(known[key], lines[key], message))


def _problem(entry: Entry, each: polib.POEntry, message: str) -> Problem:
    return Problem(Exchanged("", entry.english[0], "", each.linenum or 0), message)
