"""Read a PO file that a stranger made, and check each of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from translation.checks.base import ADVICE, Finding, Segment, Term
from translation.checks.marking import noop as _
from translation.checks.plurals import EXPECTED, PluralRuleError, counts, rule
from translation.checks.registry import check, check_form

#: More than any catalogue of sentences holds; read no further.
LARGEST = 20 * 1024 * 1024


class CatalogueError(Exception):
    """A file that cannot be checked; the message says why and what to do. ``line`` is where, when that is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue with its findings. ``number`` counts from 1."""

    number: int
    entry: polib.POEntry
    findings: list[Finding]


def read(content: bytes) -> polib.POFile:
    """Return the catalogue in ``content``. Raises :class:`CatalogueError` for anything but a PO file in UTF-8."""
    text = _decoded(content)
    try:
        catalogue = polib.pofile(text) if "\n" in text else polib.pofile(text + "\n")
    except (OSError, UnicodeError, ValueError, IndexError, KeyError) as error:
        raise CatalogueError(f"This is not a PO file: {_reason(error)}", _line(str(error))) from error
    if not len(catalogue) and not catalogue.metadata:
        raise CatalogueError("This is not a PO file: it has neither a header nor an entry. Export the file again.")
    return catalogue


def check_catalogue(catalogue: polib.POFile, locale: str, glossary: tuple[Term, ...] = ()) -> Iterator[Entry]:
    """Yield every entry with its findings; entries that are obsolete are left out."""
    header = _plural_header(catalogue)
    for number, entry in enumerate((entry for entry in catalogue if not entry.obsolete), start=1):
        yield Entry(number, entry, list(check_entry(entry, locale, header, glossary)))


def check_entry(entry: polib.POEntry, locale: str, header: str, glossary: tuple[Term, ...] = ()) -> Iterator[Finding]:
    """Yield the findings about one entry. One marked fuzzy is not shown to anybody: that is all that is said of it."""
    flags = frozenset(entry.flags)
    if entry.fuzzy:
        yield Finding(
            "fuzzy",
            _("This is marked as a guess (fuzzy), so it is not used. Check it, then take the mark off."),
            severity=ADVICE,
        )
    elif entry.msgid_plural or entry.msgstr_plural:
        yield from _plural(entry, locale, header, glossary)
    else:
        yield from check(Segment(entry.msgid, entry.msgstr, locale, flags, None, glossary))


def header_findings(catalogue: polib.POFile, locale: str) -> Iterator[Finding]:
    """Yield what is wrong with the header: none, another language, or a rule for plurals that is none."""
    if not catalogue.metadata:
        yield Finding("header", _("The file has no header. Nothing says which language and which plural forms it has."))
        return
    language = catalogue.metadata.get("Language", "").replace("_", "-").lower()
    if language and language.split("-")[0] != locale.replace("_", "-").lower().split("-")[0]:
        yield Finding("header", _("The header says that this is “%(language)s”."), {"language": language})
    header = catalogue.metadata.get("Plural-Forms", "")
    plural = any(entry.msgid_plural for entry in catalogue)
    if plural and not _plural_header(catalogue):
        yield Finding("header", _("The header has no rule for plural forms that can be read."))
    elif plural and rule(header)[0] not in EXPECTED.get(locale[:2].lower(), {rule(header)[0]}):
        yield Finding(
            "header",
            _("The header names %(count)d plural forms, which this language does not have."),
            {"count": rule(header)[0]},
        )


def _plural(entry: polib.POEntry, locale: str, header: str, glossary: tuple[Term, ...]) -> Iterator[Finding]:
    forms = {int(form): text for form, text in entry.msgstr_plural.items()}
    wanted = rule(header)[0] if header else max(EXPECTED.get(locale[:2].lower(), {len(forms)}))
    if not any(text.strip() for text in forms.values()):
        yield Finding("empty", _("There is no translation."))
        return
    filled = sorted(form for form, text in forms.items() if text.strip())
    wanted = max(wanted, *(form + 1 for form in forms))
    if filled != list(range(wanted)):
        params = {"count": len(filled), "wanted": wanted}
        yield Finding("plural", _("%(count)d plural forms are filled in, and there are %(wanted)d."), params)
    single = counts(header) if header else ()
    for form in filled:
        count = single[form] if form < len(single) else None
        segment = Segment("", forms[form], locale, frozenset(entry.flags), count, glossary)
        # Only the first form, and one for a single number, may be made from the English singular.
        either = count is not None or (form == 0 and wanted > 1)
        sources = [entry.msgid, entry.msgid_plural] if either else [entry.msgid_plural]
        yield from check_form(sources, segment, form)


def _plural_header(catalogue: polib.POFile) -> str:
    """Return the rule of the header, or nothing when there is none that can be read."""
    header = str(catalogue.metadata.get("Plural-Forms", ""))
    try:
        counts(header)
    except PluralRuleError:
        return ""
    return header


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise CatalogueError(f"This file is larger than {LARGEST // 1024 // 1024} MB. Split it.")
    if not content.strip():
        raise CatalogueError("This file is empty. Export it again.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:4].count(0) >= 2:
        raise CatalogueError("This file is in UTF-16. Save it as UTF-8, then try again.")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CatalogueError(f"Line {line} is not in UTF-8. Save the file as UTF-8, then try again.", line) from error


def _reason(error: Exception) -> str:
    found = str(error)
    line = _line(found)
    return (
        f"line {line} cannot be read. Mend it, or export the file again."
        if line
        else "it cannot be read. Export it again."
    )


def _line(message: str) -> int | None:
    digits = (
        "".join(letter if letter.isdigit() else " " for letter in message.rsplit("(line", maxsplit=1)[-1]).split()
        if "(line" in message
        else []
    )
    return int(digits[0]) if digits else None


def load(path: Path) -> polib.POFile:
    """Return the catalogue in a file. Raises CatalogueError, OSError."""
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1))
