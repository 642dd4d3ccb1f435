"""Remember the file that passed, so that a replacement that fails does not take the document away."""

from django.db.models import F

from library.models import CustomDocument


def remember_passed(sha256: str) -> None:
    """Note that content passed its check, on every document that holds it now."""
    documents = CustomDocument.objects.filter(sha256=sha256).exclude(passed_sha256=sha256)
    documents.update(passed_file=F("file"), passed_sha256=sha256)
