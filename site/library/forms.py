"""Upload forms of the admin: every one goes through the intake (add, multiple, chooser, replace, API)."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from library.intake import Accepted, Policy, Refused, inspect, staff_documents
from library.intake.words import refusal
from library.models import CustomDocument
from library.storage import StagedFile, WholeFileStorage


class DocumentForm(BaseDocumentForm):
    """Takes a document after the intake looked into it; what it held before stays as a version."""

    original_file: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            # Wagtail refuses names of more than 100 letters; the store shortens them instead.
            self.fields["file"].max_length = None

    def clean_file(self) -> Any:
        """Return the file as it lies on the store's own disk, or say in plain words why it is refused."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        staged = self._stage(upload)
        outcome = inspect(staged, staff_documents())
        if not isinstance(outcome, Accepted):
            staged.close()
            raise ValidationError(getattr(outcome, "message", outcome.code), code=outcome.code)
        self.instance.accept(outcome)
        return staged

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Django's own signature
        """Store; Wagtail deletes the file that is replaced, but it stays as a version."""
        self.original_file = None
        return super().save(commit=commit)

    def _stage(self, upload: Any) -> Any:
        """Write the upload where it will stay, so that a full disk is told here, while nothing is lost."""
        storage = CustomDocument._meta.get_field("file").storage
        if not isinstance(storage, WholeFileStorage):
            return upload
        try:
            return StagedFile(upload, Path(storage.path(CustomDocument._meta.get_field("file").upload_to)))
        except OSError as error:
            raise ValidationError(refusal("not_stored"), code="not_stored") from error


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
