"""Which rules each profile asks: WCAG for the gate, the two parts of PDF/UA for comparison."""

from collections.abc import Iterator
from dataclasses import replace

from accessibility.documents.base import Finding, Kind, Location, Profile, Refused, Severity
from accessibility.documents.contrib.page_validation import adapter
from accessibility.documents.contrib.page_validation.table import IN_PART_TWO
from accessibility.documents.pdf import ua
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import checks_for
from accessibility.documents.wcag import RULES

#: Clauses of part 1 that the engine reports under the name of another, or not at all.
ENGINE_LACKS = frozenset(("7.4.4-3", "7.18.7-1"))
#: Rules that our own check decides alone: the engine counts what harms nobody.
OURS_ALONE = frozenset(
    ("WM-PDF-ROLE-MAP", "WM-PDF-CONTENT-TAGGED", "WM-PDF-UNICODE", "WM-PDF-TAB-ORDER", "WM-PDF-LINK-TAG")
)


def complete(data: bytes, opened: OpenedPdf, own: list[Finding], profile: Profile) -> Iterator[Finding]:
    """Yield what a profile reports of a PDF; ``own`` are the findings of our WCAG checks.

    Raises :class:`Refused` when the engine gives no answer, but for part 2, which it does not know anyway.
    """
    if profile is Profile.WCAG:
        yield from _with_engine(data, opened, own)
        yield from _left_out(opened)
    elif profile is Profile.UA1:
        yield from _engine(data, opened)
        yield from (finding for finding in ua.run(opened, ua.Part.UA1) if finding.clause in ENGINE_LACKS)
    elif profile is Profile.UA1_OWN:
        yield from ua.run(opened, ua.Part.UA1)
    else:
        yield from _part_two(data, opened)


def _with_engine(data: bytes, opened: OpenedPdf, own: list[Finding]) -> Iterator[Finding]:
    """Add the engine's findings to ours; where both saw a rule broken, ours says more of where and why.

    Where our own check of a rule that blocks found nothing, the two disagree, and the engine's finding only warns.
    """
    ours = {rule for check in checks_for(Kind.PDF) for rule in check.rules}
    seen = {finding.rule for finding in own}
    yield from own
    for finding in _engine(data, opened):
        if finding.rule in seen or finding.rule in OURS_ALONE:
            continue
        doubtful = finding.rule in ours and RULES[finding.rule].severity is Severity.BLOCK
        severity = Severity.WARN if doubtful else finding.severity
        yield replace(finding, severity=severity, locations=tuple(_placed(opened, one) for one in finding.locations))


def _left_out(opened: OpenedPdf) -> Iterator[Finding]:
    """Ask the author about the rest of a file that is larger than our limits; its rules do not count as checked."""
    if opened.is_cut:
        opened.left_out.update(rule for check in checks_for(Kind.PDF) for rule in check.rules)
    if opened.left_out:
        yield Finding("WM-PDF-LEFT-OUT")


def _engine(data: bytes, opened: OpenedPdf) -> list[Finding]:
    """Return the engine's findings; a file that it cannot read is written anew once. Raises :class:`Refused`."""
    try:
        return list(adapter.run(data))
    except Refused as refusal:
        if refusal.code != "damaged":
            raise
        return list(adapter.run(opened.rewritten))


def _placed(opened: OpenedPdf, place: Location) -> Location:
    """Return the engine's place with what we know of the object that it names."""
    return opened.places.get(place.item, place) if place.item else place


def _part_two(data: bytes, opened: OpenedPdf) -> Iterator[Finding]:
    """Yield our rules of part 2, and from the engine what both parts ask of fonts."""
    findings = list(ua.run(opened, ua.Part.UA2))
    yield from findings
    seen = {finding.clause for finding in findings}
    try:
        for finding in _engine(data, opened):
            clause = IN_PART_TWO.get(finding.clause, "")
            if clause and clause not in seen:
                yield Finding(finding.rule, finding.locations, finding.count, clause=clause)
    except Refused:
        return
