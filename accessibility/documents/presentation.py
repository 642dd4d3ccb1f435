"""Verdicts and findings in the words that an author reads, in the author's own language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.documents.advice import ADVICE, DANGERS, REFUSALS, Program, fill, program_for, steps_for
from accessibility.documents.base import Kind, Verdict
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
USUAL_ENDING = gettext_lazy("At the end, run Review > Check Accessibility.")


@dataclass(frozen=True)
class Problem:
    """One finding as it is shown."""

    criterion: str
    message: str
    how: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """A criterion that was looked at and not found broken."""

    number: str
    name: str


def problems(findings: Iterable[DocumentFinding], audit: DocumentAudit, severity: str) -> list[Problem]:
    """Return the findings of one severity with their mend for the program the file came from."""
    program = program_of(audit)
    return [_problem(row, program) for row in findings if row.severity == severity]


def passed_criteria(findings: Iterable[DocumentFinding], audit: DocumentAudit) -> list[Criterion]:
    """Return the criteria that a rule looked at and none blames."""
    blamed = {row.criterion for row in findings if row.severity in ("B", "W")}
    seen = {RULES[rule].criterion for rule in audit.checked_rules if rule in RULES}
    return [Criterion(number, CRITERIA[number]) for number in sorted(seen - blamed) if number in CRITERIA]


def program_of(audit: DocumentAudit) -> Program:
    """Return the program to give advice for."""
    return program_for(Kind(audit.format or Kind.PDF), audit.producer)


def ending(audit: DocumentAudit) -> str:
    """Return the last step of every mend."""
    return str(ENDING.get(program_of(audit), USUAL_ENDING))


def reasons(verdict: DocumentVerdict) -> Iterator[str]:
    """Yield why a file was not checked or is not safe."""
    audit = verdict.audit
    if audit is None:
        return
    for code in audit.unsafe:
        yield _(DANGERS.get(code, REFUSALS["unsafe"]))
    if audit.error and not audit.unsafe:
        yield _(REFUSALS.get(audit.error, REFUSALS["internal_error"]))


def label_of(verdict: DocumentVerdict) -> str:
    """Return the verdict in a few words."""
    if verdict.verdict is not Verdict.PASSED and verdict.may_publish:
        return _("Exempt") if verdict.exemption else _("Let through")
    return str(VERDICTS[verdict.verdict])


def _problem(row: DocumentFinding, program: Program) -> Problem:
    """Return one finding as it is shown."""
    advice = ADVICE[row.rule]
    name = CRITERIA.get(row.criterion, "")
    return Problem(
        criterion=f"{row.criterion} {name}".strip(),
        message=fill(_(advice.message), row.parameters),
        how=_steps(row.rule, program),
        count=row.count,
        places=tuple(text for place in row.locations if (text := _place(place))),
    )


def _steps(rule: str, program: Program) -> str:
    """Return the mend in the language of the reader."""
    steps = steps_for(rule, program)
    return " ".join(_(part) for part in steps if part)


def _place(place: dict[str, Any]) -> str:
    """Return where in the file: a page, a part, a few words."""
    parts = []
    if place.get("page"):
        parts.append(_("page %(number)s") % {"number": place["page"]})
    if place.get("part"):
        parts.append(str(place["part"]))
    if place.get("excerpt"):
        parts.append(_("“%(words)s”") % {"words": place["excerpt"]})
    return ", ".join(parts)
