"""How many documents have which verdict."""

from collections import Counter

from accessibility.documents.verdicts import document_verdict
from library.models import CustomDocument


def document_counts() -> dict[str, int]:
    """Return verdict -> number of documents; what somebody let through counts as "exempt", never as passed."""
    counted: Counter[str] = Counter()
    for document in CustomDocument.objects.iterator(chunk_size=200):
        verdict = document_verdict(document)
        let_through = verdict.may_publish and bool(verdict.override or verdict.exemption)
        counted["exempt" if let_through else str(verdict.verdict)] += 1
    return {name: counted[name] for name in ("failed", "could_not_check", "pending", "exempt", "passed")}
