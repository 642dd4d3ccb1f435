"""A file that a resident sent. It lies in the private storage, which has no address."""

import uuid

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.models.sealed_text import SealedText


def private_storage() -> Storage:
    """Return the storage outside the media root."""
    return storages["private"]


class ScanState(models.TextChoices):
    """What the virus scanner said."""

    CLEAN = "clean", _("clean")
    QUARANTINED = "quarantined", _("not scanned for viruses, held back")
    RELEASED = "released", _("not scanned for viruses, released by staff")


#: States in which staff may open a file.
OPEN_STATES = (ScanState.CLEAN, ScanState.RELEASED)


class SubmissionFile(models.Model):
    """``name`` is what the resident called it, kept as data only; ``file`` has a random name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(
        "onlineforms.Draft", null=True, blank=True, on_delete=models.CASCADE, related_name="files"
    )
    submission = models.ForeignKey(
        "onlineforms.Submission", null=True, blank=True, on_delete=models.CASCADE, related_name="files"
    )
    question_key = models.CharField(max_length=60)
    name = SealedText(max_length=255)
    file = models.FileField(storage=private_storage, upload_to="submissions", max_length=200)
    size = models.PositiveIntegerField()
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    scan_state = models.CharField(max_length=12, choices=ScanState)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("file of a request")
        verbose_name_plural = _("files of requests")
        ordering = ["created_at"]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def place(self) -> str:
        """Return what binds the sealed content to this row."""
        return f"{self._meta.db_table}.file:{self.pk}"
