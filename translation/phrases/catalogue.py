"""What the catalogues in ``locale/`` say, entry by entry."""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from translation.checks import CRITICAL
from translation.checks.catalogue import check_entry

_NAMES = re.compile(r"%\((\w+)\)")
#: So many times as long as the English, and so many characters more, no translation is: it stands on every page.
_TIMES, _MORE = 10, 200


@dataclass(frozen=True)
class Entry:
    """One phrase: ``english`` has two texts where it counts something, ``texts`` one for each form of the language."""

    key: str
    english: tuple[str, ...]
    texts: tuple[str, ...]
    po: polib.POEntry


@cache
def entries(code: str) -> tuple[Entry, ...]:
    """Return the phrases of a language in the order of the file; none for a language without a catalogue."""
    path = catalogue_of(code)
    if not path.exists():
        return ()
    return tuple(entry_of(each) for each in polib.pofile(str(path)) if not each.obsolete)


@cache
def header(code: str) -> str:
    """Return the rule for the plural forms of a language."""
    return str(polib.pofile(str(catalogue_of(code))).metadata.get("Plural-Forms", ""))


def catalogue_of(code: str) -> Path:
    """Return where the catalogue of a language is."""
    return Path(settings.LOCALE_PATHS[0]) / to_locale(code) / "LC_MESSAGES" / "django.po"


def said(entry: Entry, changed: Mapping[int, str]) -> polib.POEntry:
    """Return a phrase with the forms that somebody changed."""
    other = copy.copy(entry.po)
    if entry.po.msgid_plural:
        other.msgstr_plural = {form: changed.get(form, text) for form, text in enumerate(entry.texts)}
    else:
        other.msgstr = changed.get(0, entry.texts[0])
    return other


def faults(entry: Entry, changed: Mapping[int, str], code: str) -> list[str]:
    """Return what must not go live in a changed phrase."""
    found = check_entry(said(entry, changed), code, header(code))
    messages = [finding.message for finding in found if finding.severity == CRITICAL]
    return list(dict.fromkeys([*messages, *(wrong for text in changed.values() for wrong in harm(entry, text))]))


def harm(entry: Entry, text: str) -> Iterator[str]:
    """Yield what a text would break on the pages that it stands on, beside what is wrong with it as a translation."""
    # A template fills in each phrase, with or without names, and puts it into attributes as it is.
    is_filled_in = any(path.endswith(".jinja") for path, _line in entry.po.occurrences)
    if is_filled_in and not _can_be_filled_in(entry, text):
        yield _("A lone “%” breaks every page that shows this. Write it twice: %%.")
    if text.count('"') > max(english.count('"') for english in entry.english):
        yield _("A straight quotation mark can end what this stands in. Use the printed ones, such as “ and ”.")
    if len(text) > _TIMES * max(map(len, entry.english)) + _MORE:
        yield _("This is far longer than the English.")


def _can_be_filled_in(entry: Entry, text: str) -> bool:
    names = [name for english in entry.english for name in _NAMES.findall(english)]
    try:
        text % dict.fromkeys(names, 0)  # it is the failing that says something
    except (KeyError, TypeError, ValueError):
        return False
    return True


def entry_of(each: polib.POEntry) -> Entry:
    """Return the phrase of an entry of a PO file; its key depends on the English and on the context alone."""
    key = sha256("\x04".join((each.msgctxt or "", each.msgid, each.msgid_plural)).encode()).hexdigest()
    if not each.msgid_plural:
        return Entry(key, (each.msgid,), (each.msgstr,), each)
    forms = sorted((int(form), text) for form, text in each.msgstr_plural.items())
    return Entry(key, (each.msgid, each.msgid_plural), tuple(text for _form, text in forms), each)
