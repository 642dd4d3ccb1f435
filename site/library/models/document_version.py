"""What a document held before, and holds now."""

from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from library.models.document import CustomDocument

#: The file that residents get is kept in any case.
KEPT = 20


class DocumentVersion(models.Model):
    """One row each time the content changed, newest first; the file stays in the store as long as the row."""

    document = models.ForeignKey("library.CustomDocument", on_delete=models.CASCADE, related_name="versions")
    sha256 = models.CharField(_("content hash"), max_length=64)
    file = models.CharField(_("file"), max_length=255)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now)

    class Meta:
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]


def note_version(document: "CustomDocument") -> None:
    """Write down that a document holds new content, and let go of what is too old."""
    DocumentVersion.objects.create(
        document=document, sha256=document.sha256, file=document.file.name, size=document.file.size
    )
    # Asked anew: a worker may have noted another file since this document was read.
    passed = type(document)._default_manager.filter(pk=document.pk).values("passed_file")
    for old in document.versions.exclude(file__in=passed)[KEPT:]:
        old.delete()


@receiver(post_delete, sender=DocumentVersion)
def delete_file(instance: DocumentVersion, **_: Any) -> None:
    """Delete the file after commit, unless something else points to it."""
    transaction.on_commit(lambda: _delete_unused(instance.file))


def _delete_unused(name: str) -> None:
    """Delete a stored file that no document and no version has."""
    from library.models.document import CustomDocument

    documents = CustomDocument._default_manager.filter(models.Q(file=name) | models.Q(passed_file=name))
    if not documents.exists() and not DocumentVersion.objects.filter(file=name).exists():
        default_storage.delete(name)
