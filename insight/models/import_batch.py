"""What was imported, when, and how much of it was new: the same file again changes nothing and says so."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportBatch(models.Model):
    """``digest`` is the SHA-256 of the file; the file itself is not kept, it may hold personal data."""

    kind = models.CharField(_("kind"), max_length=20)
    name = models.CharField(_("file"), max_length=160, blank=True)
    digest = models.CharField(max_length=64, db_index=True)
    rows = models.PositiveIntegerField(_("rows"))
    new = models.PositiveIntegerField(_("new"))
    known = models.PositiveIntegerField(_("known already"))
    rejected = models.PositiveIntegerField(_("left out"))
    created_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return f"{self.kind} {self.created_at:%Y-%m-%d}: {self.new}"
