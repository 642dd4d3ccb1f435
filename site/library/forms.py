"""Upload forms of the admin: every one goes through the intake (add, multiple, chooser, replace, API)."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from library.intake import Accepted, Policy, Refused, inspect
from library.models import CustomDocument


class DocumentForm(BaseDocumentForm):
    """Takes a document after the intake looked into it; a file that passed stays in the store until one follows."""

    original_file: Any

    def clean_file(self) -> Any:
        """Return the file, or say in plain words why it is refused."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        outcome = inspect(upload, document_policy())
        if isinstance(outcome, Refused):
            raise ValidationError(outcome.message, code=outcome.code)
        scanned = isinstance(outcome, Accepted) and outcome.scanned
        self.instance.scan = CustomDocument.Scan.CLEAN if scanned else CustomDocument.Scan.UNSCANNED
        return upload

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Django's own signature
        """Store; Wagtail deletes the file that is replaced, but not the one that is still served."""
        if self.original_file and self.original_file.name == self.instance.passed_file:
            self.original_file = None
        return super().save(commit=commit)


class ImageForm(BaseImageForm):
    """Takes a picture without its hidden data."""

    def clean_file(self) -> Any:
        """Return the picture drawn anew, or say in plain words why it is refused."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        policy = Policy(tuple(settings.WAGTAILIMAGES_EXTENSIONS), settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        outcome = inspect(upload, policy)
        if isinstance(outcome, Refused):
            raise ValidationError(outcome.message, code=outcome.code)
        clean = File(outcome.file, name=upload.name)
        clean.image, clean.content_type = upload.image, upload.content_type  # type: ignore[attr-defined] # Wagtail reads both
        return clean


def document_policy() -> Policy:
    """Return what staff may upload as a document."""
    return Policy(tuple(settings.WAGTAILDOCS_EXTENSIONS), settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
