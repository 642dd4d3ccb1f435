"""Our own document model, made before the first migration: every upload route ends in ``save()``."""

import hashlib
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document


class CustomDocument(AbstractDocument):
    """A file for residents. ``sha256`` names its content; the verdict on it lives in ``accessibility``."""

    sha256 = models.CharField(_("content hash"), max_length=64, blank=True, editable=False, db_index=True)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the file with its own hash; Wagtail sets its ``file_hash`` in the admin form alone."""
        self.sha256 = self.compute_sha256()
        super().save(*args, **kwargs)

    def compute_sha256(self) -> str:
        """Return the hex SHA-256 of the file, read in chunks."""
        digest = hashlib.sha256()
        with self.open_file() as file:
            for chunk in iter(lambda: file.read(1 << 20), b""):
                digest.update(chunk)
        return digest.hexdigest()
