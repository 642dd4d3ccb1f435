"""Put new content into a document: its address stays, the file it held before stays in the store."""

from django.core.files.base import ContentFile
from django.db import transaction

from core.services import out_of_room
from library.intake import Accepted, Outcome, Refused, inspect, staff_documents
from library.intake.words import refusal
from library.models import CustomDocument


class ChangedMeanwhileError(Exception):
    """The document holds another content than the one that the caller looked at."""


def replace_content(document: CustomDocument, content: bytes, *, expected: str) -> CustomDocument | Refused:
    """Store ``content`` after the intake looked into it, if the document still holds ``expected`` (a SHA-256).

    Returns the document as it is stored, or why the intake refuses. Raises :class:`ChangedMeanwhileError`.
    """
    upload = ContentFile(content, name=document.filename)
    outcome = inspect(upload, staff_documents())
    if isinstance(outcome, Refused):
        return outcome
    try:
        return _store(document, upload, outcome, expected)
    except OSError as error:
        if out_of_room(error):
            return Refused("not_stored", refusal("not_stored"))
        raise


def _store(document: CustomDocument, upload: ContentFile[bytes], outcome: Outcome, expected: str) -> CustomDocument:
    """Store it in a transaction of its own."""
    with transaction.atomic():
        current: CustomDocument = CustomDocument.objects.select_for_update().get(pk=document.pk)
        if current.sha256 != expected:
            raise ChangedMeanwhileError
        if isinstance(outcome, Accepted):
            current.accept(outcome)
        setattr(current, "file", upload)  # noqa: B010 - the descriptor takes any File; its type says FieldFile alone
        current._set_document_file_metadata()
        current.save()
    return current
