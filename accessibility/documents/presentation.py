"""Verdicts and findings in the words that an author reads, in the author's own language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.documents.advice import ADVICE, DANGERS, REFUSALS, Program, fill, program_for, steps_for
from accessibility.documents.base import Kind, Verdict
from accessibility.documents.offers import Offer, Typed, offers_for
from accessibility.documents.pictures import has_picture
from accessibility.documents.places import describe
from accessibility.documents.pointers import Pointer, pointers_for
from accessibility.documents.verdicts import DocumentVerdict
from accessibility.documents.wcag import CRITERIA, RULES
from accessibility.models import DocumentAudit, DocumentFinding

VERDICTS = {
    Verdict.PASSED: gettext_lazy("Passed"),
    Verdict.FAILED: gettext_lazy("Has problems"),
    Verdict.COULD_NOT_CHECK: gettext_lazy("Could not be checked"),
    Verdict.PENDING: gettext_lazy("Waiting to be checked"),
}
ENDING = {
    Program.LIBREOFFICE: gettext_lazy("At the end, run Tools > Accessibility Check."),
    Program.ACROBAT: gettext_lazy("At the end, run Accessibility > Accessibility Check."),
}
#: More pictures of one problem tell nothing new.
MOST_PICTURES = 3
USUAL_ENDING = gettext_lazy("At the end, run Review > Check Accessibility.")


_TEXT = (Program.WORD, Program.LIBREOFFICE)
_SLIDES = (Program.POWERPOINT, Program.LIBREOFFICE)
_SHEETS = (Program.EXCEL, Program.LIBREOFFICE)
_PROGRAMS = {
    Kind.PDF: (Program.WORD, Program.LIBREOFFICE, Program.ACROBAT), Kind.DOCX: _TEXT, Kind.ODT: _TEXT,
    Kind.PPTX: _SLIDES, Kind.ODP: _SLIDES, Kind.XLSX: _SHEETS, Kind.ODS: _SHEETS, Kind.CSV: _SHEETS,
}  # fmt: skip


@dataclass(frozen=True)
class Spot:
    """One place of a finding in words; ``picture`` is the number of its picture, None when there is none."""

    words: str
    finding: int
    picture: int | None


@dataclass(frozen=True)
class Problem:
    """One finding as it is shown."""

    rule: str
    criterion: str
    message: str
    how: str
    count: int
    places: tuple[Spot, ...]
    offers: tuple[Offer, ...] = ()
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """A criterion that was looked at and not found broken."""

    number: str
    name: str


@dataclass(frozen=True)
class View:
    """How a reader sees the findings: for which program, and with which mends; ``title`` is the document's own."""

    audit: DocumentAudit
    program: Program
    title: str = ""
    may_mend: bool = False
    typed: Typed | None = None
    document_id: int | None = None


def problems(findings: Iterable[DocumentFinding], view: View, severity: str) -> list[Problem]:
    """Return the findings of one severity with their mends."""
    return [_problem(row, view) for row in findings if row.severity == severity]


def passed_criteria(findings: Iterable[DocumentFinding], audit: DocumentAudit) -> list[Criterion]:
    """Return the criteria that a rule looked at and none blames."""
    blamed = {row.criterion for row in findings if row.severity in ("B", "W")}
    seen = {RULES[rule].criterion for rule in audit.checked_rules if rule in RULES}
    return [Criterion(number, CRITERIA[number]) for number in sorted(seen - blamed) if number in CRITERIA]


def programs_for(audit: DocumentAudit) -> list[Program]:
    """Return the programs that a file of this format may come from, for the author to choose."""
    return list(_PROGRAMS[kind_of(audit)])


def program_of(audit: DocumentAudit) -> Program:
    """Return the program to give advice for."""
    return program_for(kind_of(audit), audit.producer)


def kind_of(audit: DocumentAudit) -> Kind:
    """Return the format of the file."""
    return Kind(audit.format or Kind.PDF)


def ending(program: Program) -> str:
    """Return the last step of every mend."""
    return str(ENDING.get(program, USUAL_ENDING))


def reasons(verdict: DocumentVerdict) -> Iterator[str]:
    """Yield why a file was not checked or is not safe."""
    audit = verdict.audit
    if audit is None:
        return
    for code in audit.unsafe:
        yield _(DANGERS.get(code, REFUSALS["unsafe"]))
    if audit.error and not audit.unsafe:
        yield refusal_words(audit.error)


def refusal_words(code: str) -> str:
    """Return why a file was not read."""
    return _(REFUSALS.get(code, REFUSALS["internal_error"]))


def label_of(verdict: DocumentVerdict) -> str:
    """Return the verdict in a few words."""
    if verdict.verdict is not Verdict.PASSED and verdict.may_publish:
        return _("Exempt") if verdict.exemption else _("Let through")
    return str(VERDICTS[verdict.verdict])


def _problem(row: DocumentFinding, view: View) -> Problem:
    """Return one finding as it is shown."""
    advice = ADVICE[row.rule]
    name = CRITERIA.get(row.criterion, "")
    return Problem(
        rule=row.rule,
        criterion=f"{row.criterion} {name}".strip(),
        message=fill(_(advice.message), row.parameters),
        how=_steps(row.rule, view.program),
        count=row.count,
        places=tuple(_spots(row, view.audit)),
        offers=tuple(offers_for(row, kind_of(view.audit), view.title, view.typed)) if view.may_mend else (),
        pointers=pointers_for(row.rule, view.document_id),
    )


def _spots(row: DocumentFinding, audit: DocumentAudit) -> Iterator[Spot]:
    """Yield the places that can be told, the first few with a picture of their page."""
    for number, place in enumerate(row.locations):
        text = describe(place)
        if text:
            drawn = number < MOST_PICTURES and has_picture(audit, place)
            yield Spot(text, row.pk, number if drawn else None)


def _steps(rule: str, program: Program) -> str:
    """Return the mend in the language of the reader."""
    steps = steps_for(rule, program)
    return " ".join(_(part) for part in steps if part)
