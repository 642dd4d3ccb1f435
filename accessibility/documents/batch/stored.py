"""Answers that are known: verdicts of the gate's profile from its audits, others from rows of their own."""

from collections.abc import Collection
from typing import Any

from accessibility.documents.base import Profile, Verdict
from accessibility.documents.batch.run import Done
from accessibility.documents.ruleset import ruleset
from accessibility.documents.verdicts import store
from accessibility.documents.wire import read_report
from accessibility.models import DocumentAudit, ProfileReport

#: These say nothing about the content, so they are never stored.
NOT_ABOUT_THE_CONTENT = frozenset({"missing", "changed", "no_room"})


def known_answers(hashes: Collection[str], profile: Profile) -> dict[str, dict[str, Any]]:
    """Return hash -> answer under the rules of today, for those that were checked; some hundred hashes a call."""
    if profile is Profile.WCAG:
        audits = DocumentAudit.objects.filter(sha256__in=hashes, ruleset=ruleset()).prefetch_related("findings")
        return {audit.sha256: answer_of(audit) for audit in audits}
    rows = ProfileReport.objects.filter(sha256__in=hashes, ruleset=ruleset(), profile=profile)
    return dict(rows.values_list("sha256", "answer"))


def keep(done: Done, profile: Profile) -> dict[str, Any]:
    """Store an answer and return it as the store gives it back, so that a second run prints the same."""
    if done.answer.get("error") in NOT_ABOUT_THE_CONTENT:
        return done.answer
    sha256 = done.item.sha256
    if profile is Profile.WCAG:
        return answer_of(store(sha256, read_report(done.answer), done.seconds))
    row, _created = ProfileReport.objects.get_or_create(
        sha256=sha256, ruleset=ruleset(), profile=profile, defaults={"answer": done.answer}
    )
    answer: dict[str, Any] = row.answer
    return answer


def forget_unchecked(hashes: Collection[str], profile: Profile) -> None:
    """Delete the answers about files that could not be checked, so that they are tried again."""
    if profile is Profile.WCAG:
        unchecked = DocumentAudit.objects.filter(sha256__in=hashes, ruleset=ruleset())
        unchecked.filter(verdict=Verdict.COULD_NOT_CHECK).delete()
    else:
        rows = ProfileReport.objects.filter(sha256__in=hashes, ruleset=ruleset(), profile=profile)
        rows.filter(answer__has_key="error").delete()


def answer_of(audit: DocumentAudit) -> dict[str, Any]:
    """Return a stored audit as the worker told it; a file that is not safe counts as not checked."""
    if audit.error:
        return {"error": audit.error, "kind": audit.format, "sha256": audit.sha256}
    return {
        "kind": audit.format,
        "checked": audit.checked_rules,
        "findings": [
            {
                "rule": row.rule,
                "severity": row.severity,
                "clause": row.clause,
                "count": row.count,
                "parameters": row.parameters,
                "locations": row.locations,
            }
            for row in audit.findings.all()
        ],
        "pages_checked": audit.pages_checked,
        "pages_total": audit.pages_total,
        "producer": audit.producer,
        "sha256": audit.sha256,
        "unsafe": audit.unsafe,
    }
