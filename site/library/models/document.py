"""Our own document model, made before the first migration: every upload route ends in ``save()``."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from library.intake import Accepted, inspect, staff_documents
from library.models.document_version import note_version
from library.signals import document_content_changed

if TYPE_CHECKING:
    from library.models.document_version import DocumentVersion


class CustomDocument(AbstractDocument):
    """A file for residents. ``sha256`` names its content; the verdict on it lives in ``accessibility``."""

    class Scan(models.TextChoices):
        """What the virus scanner said when the file came in."""

        CLEAN = "clean", _("Clean")
        UNSCANNED = "unscanned", _("Not scanned")

    sha256 = models.CharField(_("content hash"), max_length=64, blank=True, editable=False, db_index=True)
    public_name = models.CharField(_("name in the address"), max_length=255, blank=True, editable=False)
    scan = models.CharField(
        _("virus scan"), max_length=10, choices=Scan.choices, default=Scan.UNSCANNED, editable=False
    )
    passed_file = models.CharField(_("last file that passed"), max_length=255, blank=True, editable=False)
    passed_sha256 = models.CharField(_("hash of that file"), max_length=64, blank=True, editable=False)

    admin_form_fields = Document.admin_form_fields
    versions: "models.Manager[DocumentVersion]"

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def filename(self) -> str:
        """Return the name in the public address: a replacement of the same type keeps it."""
        return self.public_name or PurePosixPath(self.file.name).name

    def clean(self) -> None:
        """Look at the extension once there is a file: a form about title and tags alone has none yet."""
        if self.file:
            super().clean()

    #: Hash of the content that the intake let in; set by a form that asked before, see :meth:`accept`.
    accepted = ""

    def accept(self, outcome: Accepted) -> None:
        """Remember that the intake looked at this content, so that :meth:`save` does not ask again."""
        self.accepted = outcome.sha256
        self.scan = self.Scan.CLEAN if outcome.scanned else self.Scan.UNSCANNED

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Store the file with its own hash (Wagtail's is set in the admin form alone) and tell of new content.

        Raises ValidationError when the intake refuses new content: no route goes round it.
        """
        adding = self._state.adding
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("sha256", flat=True).first()
        if adding:
            self._own_its_file()
        self.sha256 = self.compute_sha256()
        is_new = bool(self.sha256) and self.sha256 != stored
        if is_new:
            self._come_in()
        self._keep_name()
        with self._no_file_without_row(), transaction.atomic():
            super().save(*args, update_fields=self._columns(update_fields, adding=adding), **kwargs)
            if is_new:
                note_version(self)
                document_content_changed.send(sender=type(self), instance=self)

    def _come_in(self) -> None:
        """Ask the intake about new content, unless a form did."""
        if self.accepted == self.sha256:
            return
        with self.open_file() as file:
            outcome = inspect(file, staff_documents())
        if not isinstance(outcome, Accepted):
            raise ValidationError({"file": getattr(outcome, "message", outcome.code)})
        self.accept(outcome)

    def _own_its_file(self) -> None:
        """Give a copy (a row saved anew without its key) a file of its own and a history of its own."""
        self.passed_file = self.passed_sha256 = ""
        others = type(self)._default_manager.filter(file=self.file.name).exclude(pk=self.pk)
        if self.file and self.file._committed and others.exists():
            with self.file.storage.open(self.file.name) as original:
                copy = ContentFile(original.read(), name=PurePosixPath(self.file.name).name)
            setattr(self, "file", copy)  # noqa: B010 - the descriptor takes any File; its type says FieldFile alone

    def _columns(self, update_fields: Iterable[str] | None, *, adding: bool) -> Iterable[str] | None:
        """Return what to write: the file that passed is the worker's, who may be writing it right now."""
        if adding:
            return update_fields
        if update_fields is not None:
            return {*update_fields, "sha256", "public_name", "scan"}
        names = {field.name for field in self._meta.concrete_fields if not field.primary_key}
        return names - {"passed_file", "passed_sha256"}

    @contextmanager
    def _no_file_without_row(self) -> Iterator[None]:
        """Delete a file that was stored for a row that could not be."""
        fresh = bool(self.file) and not self.file._committed
        try:
            yield
        except BaseException:
            if fresh and self.file._committed:
                self.file.storage.delete(self.file.name)
            raise

    def compute_sha256(self) -> str:
        """Return the hex SHA-256 of the file, read in chunks; empty when the file is not in the store."""
        digest = hashlib.sha256()
        try:
            with self.open_file() as file:
                for chunk in iter(lambda: file.read(1 << 20), b""):
                    digest.update(chunk)
        except FileNotFoundError:
            return ""
        return digest.hexdigest()

    def _keep_name(self) -> None:
        """Give the document its public name once, and anew only when its type changes."""
        name = PurePosixPath(self.file.storage.get_valid_name(PurePosixPath(self.file.name).name))
        if PurePosixPath(self.public_name).suffix.lower() != name.suffix.lower() or not self.public_name:
            self.public_name = name.name[-255:]
