"""Remember the file that passed, so that a replacement that fails does not take the document away."""

from django.core.files.storage import default_storage

from library.models import CustomDocument
from library.signals import document_passed


def remember_passed(sha256: str) -> None:
    """Note that content passed its check, on every document that holds it; an older kept file is deleted."""
    for document in CustomDocument.objects.filter(sha256=sha256).exclude(passed_sha256=sha256):
        old = document.passed_file
        CustomDocument.objects.filter(pk=document.pk, sha256=sha256).update(
            passed_file=document.file.name, passed_sha256=sha256
        )
        if old and old != document.file.name and not _is_used(old):
            default_storage.delete(old)
        document_passed.send(sender=CustomDocument, instance=document)


def _is_used(name: str) -> bool:
    """Return whether any document still points to a stored file."""
    documents = CustomDocument.objects
    return bool(documents.filter(file=name).exists() or documents.filter(passed_file=name).exists())
