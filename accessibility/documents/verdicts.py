"""The website's side of the checker: what is known of a document, and may it reach residents?"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO

from django.db import IntegrityError, transaction

from accessibility.documents.answers import verdicts_with_answers
from accessibility.documents.base import Report, Verdict
from accessibility.documents.contrib.page_validation import adapter
from accessibility.documents.ruleset import ruleset
from accessibility.documents.sandbox import check_file
from accessibility.documents.verdict import verdict_of
from accessibility.documents.wcag import RULES
from accessibility.documents.wire import read_report
from accessibility.models import DocumentAudit, DocumentFinding, DocumentOverride, LawfulExemption
from core.models import Team, User
from library.models import CustomDocument
from library.services import remember_passed

#: So many documents a query: databases limit how many keys one may name.
AT_A_TIME = 1_000
ENGINE = f"page-validation {adapter.version()}"


@dataclass(frozen=True)
class DocumentVerdict:
    """``may_publish`` is the only answer that a gate needs; the rest says why.

    What is unsafe (a script, say) may not be let through by anybody.
    """

    verdict: Verdict
    audit: DocumentAudit | None = None
    override: DocumentOverride | None = None
    exemption: LawfulExemption | None = None

    @property
    def is_unsafe(self) -> bool:
        """Return whether the file could harm the person who opens it."""
        return bool(self.audit and self.audit.unsafe)

    @property
    def may_publish(self) -> bool:
        """Return whether residents may have this file."""
        return not self.is_unsafe and bool(self.verdict is Verdict.PASSED or self.override or self.exemption)


def document_verdict(document: CustomDocument) -> DocumentVerdict:
    """Return what is known of the content that the document holds now. Nothing known is ``PENDING``, never a pass."""
    return verdicts_of([document])[document.pk]


def verdicts_of(documents: Sequence[CustomDocument]) -> dict[int, DocumentVerdict]:
    """Return document key -> verdict. Four queries for up to AT_A_TIME documents, so lists ask for all at once."""
    found: dict[int, DocumentVerdict] = {}
    for start in range(0, len(documents), AT_A_TIME):
        found |= _verdicts_of(documents[start : start + AT_A_TIME])
    return found


def _verdicts_of(documents: Sequence[CustomDocument]) -> dict[int, DocumentVerdict]:
    """Return the verdicts of so many documents as a query can name."""
    keys = [document.pk for document in documents]
    audits = latest_audits({document.sha256 for document in documents})
    answered = verdicts_with_answers(list(audits.values()))
    granted = DocumentOverride.objects.in_force().filter(document__in=keys)
    # Reversed, so that the oldest row of each document is the one that stays.
    overrides = {(row.document_id, row.sha256): row for row in granted.order_by("-pk")}
    exemptions = {row.document_id: row for row in LawfulExemption.objects.in_force().filter(document__in=keys)}
    return {
        document.pk: DocumentVerdict(
            verdict=answered.get(document.sha256, Verdict.PENDING),
            audit=audits.get(document.sha256),
            override=overrides.get((document.pk, document.sha256)),
            exemption=exemptions.get(document.pk),
        )
        for document in documents
    }


def latest_audit(sha256: str) -> DocumentAudit | None:
    """Return the audit under the rules of today, else the newest one: old verdicts stand until a new one is in."""
    return latest_audits({sha256}).get(sha256)


def latest_audits(hashes: Collection[str]) -> dict[str, DocumentAudit]:
    """Return content hash -> audit, as :func:`latest_audit`. One query."""
    newest: dict[str, DocumentAudit] = {}
    for audit in DocumentAudit.objects.filter(sha256__in=hashes).exclude(sha256="").order_by("checked_at", "pk"):
        known = newest.get(audit.sha256)
        if known is None or known.ruleset != ruleset() or audit.ruleset == ruleset():
            newest[audit.sha256] = audit
    return newest


def document_findings(document: CustomDocument) -> list[DocumentFinding]:
    """Return what the newest check found, worst first."""
    audit = latest_audit(document.sha256)
    order = list(DocumentFinding.Severity.values)
    return sorted(audit.findings.all(), key=lambda row: (order.index(row.severity), row.pk)) if audit else []


def ensure_checked(document: CustomDocument) -> DocumentAudit | None:
    """Return the audit of the document's content under the rules of today, and make it if there is none.

    Runs the sealed process, so it takes up to half a minute. None: the stored file is not the one that was uploaded.
    """
    done = DocumentAudit.objects.filter(sha256=document.sha256, ruleset=ruleset()).first()
    if done:
        return done
    try:
        with document.open_file() as file:
            report, seconds = _check(file)
    except FileNotFoundError:
        report, seconds = Report(error="missing", sha256=document.sha256), 0.0
    if report.sha256 and report.sha256 != document.sha256:
        return None
    return store(document.sha256, report, seconds)


def _check(file: IO[bytes]) -> tuple[Report, float]:
    """Return the report of the sealed process and the seconds it took; an answer that makes no sense is an error."""
    started = time.monotonic()
    return read_report(check_file(file)), time.monotonic() - started


def store(sha256: str, report: Report, seconds: float) -> DocumentAudit:
    """Store a report once; when two workers checked the same content, the first one stands."""
    verdict = Verdict.COULD_NOT_CHECK if report.unsafe else verdict_of(report)
    values = {
        "engine": ENGINE,
        "verdict": verdict.value,
        "format": report.kind or "",
        "producer": report.producer[:200],
        "checked_rules": list(report.checked),
        "pages_checked": report.pages_checked,
        "pages_total": report.pages_total,
        "error": report.error or ("unsafe" if report.unsafe else ""),
        "unsafe": list(report.unsafe),
        "seconds": round(seconds, 3),
    }
    try:
        with transaction.atomic():
            audit = DocumentAudit.objects.create(sha256=sha256, ruleset=ruleset(), **values)
            DocumentFinding.objects.bulk_create(_rows(audit, report))
            if verdict is Verdict.PASSED:
                remember_passed(sha256)
    except IntegrityError:
        return DocumentAudit.objects.get(sha256=sha256, ruleset=ruleset())
    return audit


def _rows(audit: DocumentAudit, report: Report) -> list[DocumentFinding]:
    """Return the findings as rows."""
    return [
        DocumentFinding(
            audit=audit,
            rule=finding.rule,
            severity=(finding.severity or RULES[finding.rule].severity).value,
            criterion=RULES[finding.rule].criterion,
            clause=finding.clause,
            count=finding.count,
            locations=[place.as_json() for place in finding.locations],
            parameters=finding.parameters,
        )
        for finding in report.findings
    ]


def override(document: CustomDocument, *, by: User, reason: str, until: date) -> DocumentOverride:
    """Let this content through until a day. Raises ValidationError when ``by`` may not, or for too long."""
    return DocumentOverride.objects.create(
        document=document, sha256=document.sha256, reason=reason, until=until, granted_by=by
    )


def exempt(
    document: CustomDocument, *, by: User, kind: str, reason: str, owner: Team, review_on: date
) -> LawfulExemption:
    """Exempt a document on lawful grounds. Raises ValidationError when ``by`` may not, or for too long."""
    return LawfulExemption.objects.create(
        document=document, kind=kind, reason=reason, owner=owner, review_on=review_on, granted_by=by
    )
