"""What is left since the version before: mended, still there, and new."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accessibility.documents.advice import ADVICE, fill
from accessibility.documents.verdicts import latest_audit
from accessibility.models import DocumentAudit, DocumentFinding
from library.models import CustomDocument

GRAVE = ("B", "W")


@dataclass(frozen=True)
class Row:
    """A problem with how often it was found before, and how often it is now."""

    message: str
    before: int
    now: int


@dataclass(frozen=True)
class Comparison:
    """The problems of two versions side by side; questions and good advice are left out."""

    mended: tuple[Row, ...]
    left: tuple[Row, ...]
    new: tuple[Row, ...]


def since_the_version_before(document: CustomDocument, audit: DocumentAudit) -> Comparison | None:
    """Return what changed since the last version with other content, or None when that was never checked."""
    former = document.versions.exclude(sha256=document.sha256).first()
    known = latest_audit(former.sha256) if former else None
    if known is None or known.error or audit.error:
        return None
    return compare(known.findings.all(), audit.findings.all())


def compare(before: Iterable[DocumentFinding], now: Iterable[DocumentFinding]) -> Comparison:
    """Return the problems by what became of them."""
    old, new = ({row.rule: row for row in rows if row.severity in GRAVE} for rows in (before, now))
    return Comparison(
        mended=tuple(_row(row, row.count, 0) for rule, row in old.items() if rule not in new),
        left=tuple(_row(row, old[rule].count, row.count) for rule, row in new.items() if rule in old),
        new=tuple(_row(row, 0, row.count) for rule, row in new.items() if rule not in old),
    )


def _row(row: DocumentFinding, before: int, now: int) -> Row:
    """Return one problem in the words of the report."""
    return Row(fill(_(ADVICE[row.rule].message), row.parameters), before, now)
