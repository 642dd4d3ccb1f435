"""Leave to publish a document in spite of its verdict."""

from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.ending import Ending

LONGEST = timedelta(days=92)


class OverrideQuerySet(models.QuerySet["DocumentOverride"]):
    """Overrides."""

    def in_force(self) -> Self:
        """Return those that nobody has ended and whose last day is not over; each counts for its content alone."""
        return self.filter(ended_on=None, until__gte=timezone.localdate())


class DocumentOverride(Ending):
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

    objects = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("document override")
        verbose_name_plural = _("document overrides")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="override_reason", violation_error_message=_("Say why.")
            )
        ]

    @property
    def day(self) -> date:
        """Return the day on which it ends by itself."""
        return self.until

    @property
    def is_over(self) -> bool:
        """Return whether that day is over."""
        return self.until < timezone.localdate()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it only for someone who may grant it, and never for longer than LONGEST, whatever the route."""
        if self.ended_on is None:
            self._may_be_granted()
        super().save(*args, **kwargs)

    def _may_be_granted(self) -> None:
        """Ending one asks nothing of the person who granted it, who may be gone."""
        if not self.granted_by.has_perm("accessibility.add_documentoverride"):
            raise ValidationError({"granted_by": _("You may not let a document through.")})
        if self.until > (self.granted_at + LONGEST).date():
            raise ValidationError({"until": _("Three months is the longest time.")})
