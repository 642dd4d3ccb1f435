"""Who did what to which thing. Rows are only ever added; the database itself refuses the rest."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditQuerySet(models.QuerySet["AuditEvent"]):
    """Says at once, in Python, what the database's trigger would say later."""

    def update(self, **_values: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("Audit events cannot be changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise TypeError("Audit events cannot be deleted.")


class AuditEvent(models.Model):
    """One act. It holds no personal data of residents: a verb, a type, a reference, and who acted."""

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True, editable=False)
    # No constraint: removing an account must neither change nor be stopped by what it once did.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("actor"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    role = models.CharField(_("role"), max_length=200)
    verb = models.CharField(_("verb"), max_length=60, db_index=True)
    object_type = models.CharField(_("type of thing"), max_length=100)
    object_ref = models.CharField(_("reference of thing"), max_length=100)
    channel = models.CharField(_("channel"), max_length=20)
    outcome = models.CharField(_("outcome"), max_length=40)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["object_type", "object_ref"], name="audit_object")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.object_type}:{self.object_ref}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; a second save is an error."""
        if not self._state.adding:
            raise TypeError("Audit events cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_options: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("Audit events cannot be deleted.")
