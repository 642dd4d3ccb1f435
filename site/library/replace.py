"""Put new content into a document: its address stays, the file it held before stays in the store."""

from django.core.files.base import ContentFile
from django.db import transaction

from library.forms import document_policy
from library.intake import Accepted, Refused, inspect
from library.models import CustomDocument


class ChangedMeanwhileError(Exception):
    """The document holds another content than the one that the caller looked at."""


def replace_content(document: CustomDocument, content: bytes, *, expected: str) -> CustomDocument | Refused:
    """Store ``content`` after the intake looked into it, if the document still holds ``expected`` (a SHA-256).

    Returns the document as it is stored, or why the intake refuses. Raises :class:`ChangedMeanwhileError`.
    """
    upload = ContentFile(content, name=document.filename)
    outcome = inspect(upload, document_policy())
    if isinstance(outcome, Refused):
        return outcome
    with transaction.atomic():
        current: CustomDocument = CustomDocument.objects.select_for_update().get(pk=document.pk)
        if current.sha256 != expected:
            raise ChangedMeanwhileError
        scanned = isinstance(outcome, Accepted) and outcome.scanned
        current.scan = CustomDocument.Scan.CLEAN if scanned else CustomDocument.Scan.UNSCANNED
        upload.seek(0)
        current.file.save(current.filename, upload, save=False)
        current._set_document_file_metadata()
        current.save()
    return current
