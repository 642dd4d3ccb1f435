"""Our own document model, made before the first migration: every upload route ends in ``save()``."""

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from library.signals import document_content_changed


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

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_customdocument", "Can choose document")]

    @property
    def filename(self) -> str:
        """Return the name in the public address: a replacement of the same type keeps it."""
        return self.public_name or PurePosixPath(self.file.name).name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Store the file with its own hash (Wagtail's is set in the admin form alone) and tell of new content."""
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("sha256", flat=True).first()
        self.sha256 = self.compute_sha256()
        self._keep_name()
        if update_fields is not None:
            update_fields = {*update_fields, "sha256", "public_name"}
        with transaction.atomic():
            super().save(*args, update_fields=update_fields, **kwargs)
            if self.sha256 and self.sha256 != stored:
                document_content_changed.send(sender=type(self), instance=self)

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
