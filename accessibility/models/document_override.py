"""Leave to publish a document in spite of its verdict."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = timedelta(days=92)


class DocumentOverride(models.Model):
    """Bound to one content: it ends when the file changes, and at the latest after three months."""

    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    sha256 = models.CharField(_("content hash"), max_length=64)
    reason = models.TextField(_("reason"))
    until = models.DateField(_("until"))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("granted by"), on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(_("granted"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("document override")
        verbose_name_plural = _("document overrides")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="override_reason", violation_error_message=_("Say why.")
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it only for someone who may grant it, and never for longer than LONGEST, whatever the route."""
        if not self.granted_by.has_perm("accessibility.add_documentoverride"):
            raise ValidationError({"granted_by": _("You may not let a document through.")})
        if self.until > (self.granted_at + LONGEST).date():
            raise ValidationError({"until": _("Three months is the longest time.")})
        super().save(*args, **kwargs)
