"""Which rules each profile asks: WCAG for the gate, the two parts of PDF/UA for comparison."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Profile, Refused
from accessibility.documents.contrib.page_validation import adapter
from accessibility.documents.contrib.page_validation.table import IN_PART_TWO
from accessibility.documents.pdf import ua
from accessibility.documents.pdf.opened import OpenedPdf

#: Clauses of part 1 that the engine reports under the name of another, or not at all.
ENGINE_LACKS = frozenset(("7.4.4-3", "7.18.7-1"))


def complete(data: bytes, opened: OpenedPdf, own: list[Finding], profile: Profile) -> Iterator[Finding]:
    """Yield what a profile reports of a PDF; ``own`` are the findings of our WCAG checks.

    Raises :class:`Refused` when the engine gives no answer, but for part 2, which it does not know anyway.
    """
    if profile is Profile.WCAG:
        yield from _with_engine(data, own)
    elif profile is Profile.UA1:
        yield from adapter.run(data)
        yield from (finding for finding in ua.run(opened, ua.Part.UA1) if finding.clause in ENGINE_LACKS)
    elif profile is Profile.UA1_OWN:
        yield from ua.run(opened, ua.Part.UA1)
    else:
        yield from _part_two(data, opened)


def _with_engine(data: bytes, own: list[Finding]) -> Iterator[Finding]:
    """Add the engine's findings to ours; where both saw a rule broken, ours says more of where and why."""
    seen = {finding.rule for finding in own}
    yield from own
    for finding in adapter.run(data):
        if finding.rule not in seen:
            yield finding


def _part_two(data: bytes, opened: OpenedPdf) -> Iterator[Finding]:
    """Yield our rules of part 2, and from the engine what both parts ask of fonts."""
    findings = list(ua.run(opened, ua.Part.UA2))
    yield from findings
    seen = {finding.clause for finding in findings}
    try:
        for finding in adapter.run(data):
            clause = IN_PART_TWO.get(finding.clause, "")
            if clause and clause not in seen:
                yield Finding(finding.rule, finding.locations, finding.count, clause=clause)
    except Refused:
        return
