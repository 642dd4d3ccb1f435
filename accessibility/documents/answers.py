"""Questions that only a person can answer: what was asked, what was said, and what that does to the verdict."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone

from accessibility.documents.base import Severity, Verdict
from accessibility.models import DocumentAnswer, DocumentAudit
from core.models import User
from core.services import record_event
from library.models import CustomDocument

#: Rule -> answer and note, as a person gives them.
Answers = Mapping[str, tuple[str, str]]


def answers_to(audit: DocumentAudit) -> dict[str, DocumentAnswer]:
    """Return the answers to the questions of an audit by rule."""
    rows = DocumentAnswer.objects.filter(sha256=audit.sha256, ruleset=audit.ruleset).select_related("answered_by")
    return {row.rule: row for row in rows}


def verdict_with_answers(audit: DocumentAudit) -> Verdict:
    """Return the verdict of an audit, which a single "no" turns from passed to failed; no answer mends anything."""
    return verdicts_with_answers([audit])[audit.sha256]


def verdicts_with_answers(audits: Collection[DocumentAudit]) -> dict[str, Verdict]:
    """Return content hash -> verdict with answers, for one audit a content. One query."""
    hashes = [audit.sha256 for audit in audits]
    said_no = DocumentAnswer.objects.filter(sha256__in=hashes, answer=DocumentAnswer.Answer.NO)
    denied = set(said_no.values_list("sha256", "ruleset"))
    return {
        audit.sha256: Verdict.FAILED
        if audit.verdict == Verdict.PASSED and (audit.sha256, audit.ruleset) in denied
        else Verdict(audit.verdict)
        for audit in audits
    }


def asked(audit: DocumentAudit) -> frozenset[str]:
    """Return the rules that an audit asks about."""
    return frozenset(audit.findings.filter(severity=Severity.ASK).values_list("rule", flat=True))


def store_answers(document: CustomDocument, audit: DocumentAudit, answers: Answers, *, by: User) -> int:
    """Store what is new among the answers with who gave them, and return how many that are."""
    known, questions = answers_to(audit), asked(audit)
    fresh = {
        rule: said
        for rule, said in answers.items()
        if rule in questions and (rule not in known or (known[rule].answer, known[rule].note) != said)
    }
    with transaction.atomic():
        for rule, (answer, note) in fresh.items():
            DocumentAnswer.objects.update_or_create(
                sha256=audit.sha256,
                ruleset=audit.ruleset,
                rule=rule,
                defaults={"answer": answer, "note": note, "answered_by": by, "answered_at": timezone.now()},
            )
            record_event(verb="document.answer", obj=document, actor=by, outcome=answer)
    return len(fresh)
