"""What the checker says at the doors of the library: may this come in, may this go out?"""

from typing import IO

from accessibility.documents.answers import verdict_with_answers
from accessibility.documents.base import Kind, Verdict
from accessibility.documents.sandbox import inspect_file
from accessibility.documents.verdicts import document_verdict, latest_audit
from library.models import CustomDocument
from library.services import Decision


def structure_fault(file: IO[bytes], extension: str) -> str:
    """Return why a file may not come in: a bomb, a password, macros, scripts. Runs in the sealed process."""
    if extension not in set(Kind):
        return ""
    answer = inspect_file(file)
    unsafe = answer.get("unsafe") or []
    return str(answer.get("error") or (unsafe[0] if unsafe else ""))


def serving_decision(document: CustomDocument) -> Decision:
    """Return what residents get: the file, the one before it that passed, or nothing yet."""
    if document_verdict(document).may_publish:
        return Decision.CURRENT
    kept = document.passed_file and document.passed_sha256 != document.sha256
    if kept and document.file.storage.exists(document.passed_file):
        audit = latest_audit(document.passed_sha256)
        if audit and verdict_with_answers(audit) is Verdict.PASSED:
            return Decision.LAST_PASSED
    return Decision.WITHHELD
